queue-title = To translate
queue-lede = What somebody in the network cannot read yet. Take the smallest one: five minutes of yours open a text to a whole community.
queue-work = Waiting for you
queue-work-returned = Sent back to you
queue-work-returned-one = { $lang ->
    [fr] into French; { $name }, { $time }
    [en] into English; { $name }, { $time }
   *[ja] into Japanese; { $name }, { $time }
}
queue-work-claims = Your claims
queue-work-claims-one = { $lang ->
    [fr] into French; until { $time }
    [en] into English; until { $time }
   *[ja] into Japanese; until { $time }
}
queue-work-drafts = Your drafts
queue-work-drafts-one = { $lang ->
    [fr] into French; saved { $time }
    [en] into English; saved { $time }
   *[ja] into Japanese; saved { $time }
}
queue-work-proposed = Proposals to decide on
queue-work-proposed-one = { $lang ->
    [fr] into French; { $name }, { $time }
    [en] into English; { $name }, { $time }
   *[ja] into Japanese; { $name }, { $time }
}
queue-work-review = To review
queue-work-review-one = { $lang ->
    [fr] into French; about { $minutes } min
    [en] into English; about { $minutes } min
   *[ja] into Japanese; about { $minutes } min
}
queue-work-review-all = Everything that waits for a review
queue-work-contested = Contested passages
queue-work-contested-one = { $lang ->
    [fr] into French; { $name }, { $time }
    [en] into English; { $name }, { $time }
   *[ja] into Japanese; { $name }, { $time }
}
queue-work-own = Your proposals
queue-work-own-one = { $lang ->
    [fr] into French; { $name }, { $time }
    [en] into English; { $name }, { $time }
   *[ja] into Japanese; { $name }, { $time }
}
queue-to-translate = To translate
queue-to-review = To review
queue-to-clarify = To clarify
queue-to-update = To update
queue-share = Translated share: { $share }%
queue-filter = Filter
queue-from = From
queue-into = Into
queue-any-lang = any language
queue-what = Work
queue-any-wait = anything
queue-any-theme = all themes
queue-sort = First
queue-sort-awaited = most awaited
queue-sort-shortest = shortest
queue-sort-oldest = oldest
queue-show = Show
queue-waiting = Waiting
queue-nothing = Nothing is waiting here.
queue-opening = Opening post
queue-theme-text = Theme
queue-wait = { $wait ->
    [translate] to translate into { $lang ->
        [fr] French
        [en] English
       *[ja] Japanese
    }, about { $minutes } min
    [clarify] wording to clarify in { $lang ->
        [fr] French
        [en] English
       *[ja] Japanese
    }, about { $minutes } min
    [update] to update in { $lang ->
        [fr] French
        [en] English
       *[ja] Japanese
    }, about { $minutes } min
   *[review] to review in { $lang ->
        [fr] French
        [en] English
       *[ja] Japanese
    }, about { $minutes } min
}
queue-since = since { $day }
queue-requests = { $count ->
    [one] one person needs it
   *[other] { $count } people need it
}
queue-act = { $act ->
    [translate] translate
    [review] review
   *[update] { $count ->
        [0] update
        [one] update one passage
       *[other] update { $count } passages
    }
}
queue-act-about = { $lang ->
    [fr] into French: { $title }
    [en] into English: { $title }
   *[ja] into Japanese: { $title }
}
queue-claimed = claimed by { $name }
queue-next-page = Next texts
queue-first-page = Back to the first
queue-page-text = Page of the site
