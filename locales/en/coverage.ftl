coverage-title = Coverage
coverage-fairness = Fairness between languages
coverage-text = Text
coverage-lede = Who can read what, and what is left to do. Every gap leads to where it can be closed.
coverage-all = Every post
coverage-threads = By thread
coverage-thread = Thread
coverage-themes = By theme
coverage-no-threads = No threads here yet.
coverage-posts = { $count ->
    [one] one post
   *[other] { $count } posts
}
coverage-readable = { $share }%: { $readable } of { $texts } posts can be read, written or translated by a person
coverage-nothing = Nothing is written yet.
coverage-bar = Originals: { $original }; reviewed: { $reviewed }; unreviewed: { $translated }; machine: { $machine }; empty: { $empty }.
coverage-outdated = { $old }Outdated{ $end }: { $count }.
coverage-table = The same figures as a table
coverage-quality = By language
coverage-count = { $readable } of { $texts } readable
coverage-count-outdated = { $count } outdated
coverage-fairness-lede = A language in which one waits longer is a language that is heard less. This is how things stand.
coverage-what-readable = What can be read
coverage-waits = How long one waits
coverage-waits-means = Medians of the last twelve months: half of the texts waited less, half of them more.
coverage-to-translation = Until the first translation
coverage-to-review = From translation to review
coverage-wait-none = no figure yet
coverage-wait-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
coverage-wait-hours = { $count ->
    [one] one hour
   *[other] { $count } hours
}
coverage-wait-days = { $count ->
    [one] one day
   *[other] { $count } days
}
coverage-figures = In figures
coverage-people = People who write in this language
coverage-written = Posts written in this language
coverage-asked = Asked for by readers, last twelve months
coverage-served = of which answered
