texts-lang = { $lang ->
    [fr] French
    [en] English
   *[ja] Japanese
}
texts-shown = shown
texts-nobody = the network
texts-by = by { $name }
texts-by-translator = translated by { $name }
texts-by-engine = by { $engine }
texts-state = { $quality ->
    [original] original
    [reviewed] reviewed
    [translated] unreviewed
    [machine] machine translation
   *[empty] empty
}
texts-state-outdated = { $quality ->
    [reviewed] reviewed, { $old }outdated{ $end }
    [translated] unreviewed, { $old }outdated{ $end }
   *[machine] machine translation, { $old }outdated{ $end }
}
texts-credit-original = { $lang ->
    [fr] { $b }Original{ $end }, in French.
    [en] { $b }Original{ $end }, in English.
   *[ja] { $b }Original{ $end }, in Japanese.
}
texts-credit-reviewed = { $lang ->
    [fr] { $b }Translated from French{ $end } by { $translator }, reviewed by { $reviewer }.
    [en] { $b }Translated from English{ $end } by { $translator }, reviewed by { $reviewer }.
   *[ja] { $b }Translated from Japanese{ $end } by { $translator }, reviewed by { $reviewer }.
}
texts-credit-translated = { $lang ->
    [fr] { $b }Translated from French{ $end } by { $translator }, unreviewed.
    [en] { $b }Translated from English{ $end } by { $translator }, unreviewed.
   *[ja] { $b }Translated from Japanese{ $end } by { $translator }, unreviewed.
}
texts-credit-machine = { $lang ->
    [fr] { $b }Machine translation{ $end } from French, by { $engine }; nobody has read it over.
    [en] { $b }Machine translation{ $end } from English, by { $engine }; nobody has read it over.
   *[ja] { $b }Machine translation{ $end } from Japanese, by { $engine }; nobody has read it over.
}
texts-credit-empty = { $lang ->
    [fr] { $b }French slot{ $end }: empty, waiting for a translation.
    [en] { $b }English slot{ $end }: empty, waiting for a translation.
   *[ja] { $b }Japanese slot{ $end }: empty, waiting for a translation.
}
texts-credit-outdated = { $count ->
    [0] { $a }The original has changed since this translation.{ $end }
    [one] { $a }One paragraph is outdated.{ $end }
   *[other] { $a }{ $count } paragraphs are outdated.{ $end }
}
texts-block-outdated = { $old }Outdated{ $end }: see what changed in the original
texts-way-reader = read the translation
texts-way-original = read the original
texts-way-all = all three languages
texts-legend-original = original
texts-legend-original-means = its author’s own words
texts-legend-reviewed = reviewed
texts-legend-reviewed-means = two people: one translated, one checked
texts-legend-translated = unreviewed
texts-legend-translated-means = translated by one person
texts-legend-machine = machine translation
texts-legend-machine-means = nobody has read it over
texts-legend-empty = empty
texts-legend-empty-means = not translated yet; you get the original
texts-legend-outdated = outdated
texts-legend-outdated-means = the original changed since
texts-credit-wanting = { $lang ->
    [fr] { $b }Original{ $end }, in French; no English translation yet.
    [en] { $b }Original{ $end }, in English; no English translation yet.
   *[ja] { $b }Original{ $end }, in Japanese; no English translation yet.
}
texts-history-title = History
texts-to-bench = Workbench
texts-acts = Who did what
texts-act = { $act ->
    [review] { $name } reviewed revision { $n }, { $time }.
    [return] { $name } sent revision { $n } back, { $time }.
    [propose] { $name } proposed revision { $n }, { $time }.
    [contest] { $name } contested a passage of revision { $n }, { $time }.
   *[clear] { $name } cleared the slot (revision { $n }), { $time }.
}
texts-act-ended = { $outcome ->
    [accepted] Accepted by { $name }, { $time }.
    [declined] Not taken ({ $name }, { $time }).
    [answered] Answered by { $name }, { $time }.
    [settled] Settled by { $name }, { $time }.
    [restored] Restored by { $name }, { $time }.
   *[superseded] Overtaken by events, { $time } ({ $name }).
}
texts-credit-contested = { $count ->
    [one] { $a }One passage is contested.{ $end }
   *[other] { $a }{ $count } passages are contested.{ $end }
}
texts-former = former participant
