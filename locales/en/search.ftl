search-title = Search
search-title-of = “{ $q }” – search
search-label = In all three languages at once
search-find = Search
search-sort-best = Relevance
search-sort-new = Newest first
search-how = How to search
search-how-typed = { $row ->
    [word] cooperative jobs
    [phrase] "solidarity economy"
    [minus] bank -credit
    [from] from:claire
    [theme] theme:governance
    [lang] lang:ja
    [missing] missing:en
   *[dates] after:2026-03 before:2026-06-15
}
search-how-means = { $row ->
    [word] all these words, whatever their endings and accents
    [phrase] exactly these words, in this order
    [minus] the first word, but not the second
    [from] written by this person
    [theme] in a thread with this theme (its name will do, too)
    [lang] first written in French (fr), English (en) or Japanese (ja)
    [missing] what nobody has written in this language yet
   *[dates] from one date on, before another (day, month or year)
}
search-widened = Also looked for under other names
search-of-themes = (theme)
search-of-glossary = (glossary)
search-leave-out = Leave it out
search-put-back = Put it back
search-unknown-word = Nothing was looked for.
search-unknown = { $operator ->
    [from] Nobody here has the handle “{ $value }”.
    [theme] There is no theme “{ $value }”.
    [lang] “{ $value }” is none of the three languages: fr, en, ja.
    [missing] “{ $value }” is none of the three languages: fr, en, ja.
   *[before] “{ $value }” is no date: write for example 2026-06-15, 2026-06 or 2026.
}
search-incomplete-word = Not everything can be found yet.
search-incomplete-means = The index is being prepared: older posts may be missing for a few minutes.
search-found = { $count ->
    [0] No post
    [one] One post
   *[other] { $count } posts
}
search-nothing = Nothing fits. Try fewer words, a shorter one, or the same word in another language.
search-many = These words are very common: only the newest posts were weighed. Add a word, or sort by date.
search-by = { $n ->
    [1] Opening by { $name }
   *[other] Post no. { $n } by { $name }
}, { $time }
search-in = { $quality ->
    [original] found in the { $lang ->
        [fr] French
        [en] English
       *[ja] Japanese
    } original
    [machine] found in the { $lang ->
        [fr] French
        [en] English
       *[ja] Japanese
    } machine translation
   *[translated] found in the { $lang ->
        [fr] French
        [en] English
       *[ja] Japanese
    } translation
}
search-through = under the name “{ $name }”, from the { $theme ->
    [yes] list of themes
   *[no] glossary
}
search-state = { $state ->
    [held] Waiting
    [hidden] Hidden
   *[deleted] Deleted
}
