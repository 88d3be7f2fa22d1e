texts-lang = { $lang ->
    [fr] français
    [en] anglais
   *[ja] japonais
}
texts-shown = affiché
texts-nobody = le réseau
texts-by = par { $name }
texts-by-translator = traduit par { $name }
texts-by-engine = par { $engine }
texts-state = { $quality ->
    [original] original
    [reviewed] relue
    [translated] à relire
    [machine] traduction automatique
   *[empty] à traduire
}
texts-state-outdated = { $quality ->
    [reviewed] relue, { $old }à mettre à jour{ $end }
    [translated] à relire, { $old }à mettre à jour{ $end }
   *[machine] traduction automatique, { $old }à mettre à jour{ $end }
}
texts-credit-original = { $lang ->
    [fr] { $b }Original{ $end }, en français.
    [en] { $b }Original{ $end }, en anglais.
   *[ja] { $b }Original{ $end }, en japonais.
}
texts-credit-reviewed = { $lang ->
    [fr] { $b }Traduit du français{ $end } par { $translator }, traduction relue par { $reviewer }.
    [en] { $b }Traduit de l’anglais{ $end } par { $translator }, traduction relue par { $reviewer }.
   *[ja] { $b }Traduit du japonais{ $end } par { $translator }, traduction relue par { $reviewer }.
}
texts-credit-translated = { $lang ->
    [fr] { $b }Traduit du français{ $end } par { $translator }, traduction à relire.
    [en] { $b }Traduit de l’anglais{ $end } par { $translator }, traduction à relire.
   *[ja] { $b }Traduit du japonais{ $end } par { $translator }, traduction à relire.
}
texts-credit-machine = { $lang ->
    [fr] { $b }Traduction automatique{ $end } du français, par { $engine } ; personne ne l’a relue.
    [en] { $b }Traduction automatique{ $end } de l’anglais, par { $engine } ; personne ne l’a relue.
   *[ja] { $b }Traduction automatique{ $end } du japonais, par { $engine } ; personne ne l’a relue.
}
texts-credit-empty = { $lang ->
    [fr] { $b }Version française{ $end } : à traduire.
    [en] { $b }Version anglaise{ $end } : à traduire.
   *[ja] { $b }Version japonaise{ $end } : à traduire.
}
texts-credit-outdated = { $count ->
    [0] { $a }L’original a changé depuis cette traduction.{ $end }
    [one] { $a }Un paragraphe est à mettre à jour.{ $end }
   *[other] { $a }{ $count } paragraphes sont à mettre à jour.{ $end }
}
texts-block-outdated = { $old }À mettre à jour{ $end } : voir ce qui a changé dans l’original
texts-way-reader = lire la traduction
texts-way-original = lire l’original
texts-way-all = lire dans les trois langues
texts-legend-original = original
texts-legend-original-means = les mots mêmes de la personne qui écrit
texts-legend-reviewed = relue
texts-legend-reviewed-means = deux personnes : l’une a traduit, l’autre a relu
texts-legend-translated = à relire
texts-legend-translated-means = traduite par une personne
texts-legend-machine = traduction automatique
texts-legend-machine-means = personne ne l’a relue
texts-legend-empty = à traduire
texts-legend-empty-means = pas encore de traduction ; vous lisez l’original
texts-legend-outdated = à mettre à jour
texts-legend-outdated-means = l’original a changé depuis
texts-credit-wanting = { $lang ->
    [fr] { $b }Original{ $end }, en français ; pas encore de version française.
    [en] { $b }Original{ $end }, en anglais ; pas encore de version française.
   *[ja] { $b }Original{ $end }, en japonais ; pas encore de version française.
}
texts-history-title = Historique
texts-to-bench = Espace de traduction
texts-acts = Qui a fait quoi
texts-act = { $act ->
    [review] { $name } a relu la révision { $n }, le { $time }.
    [return] { $name } a demandé de revoir la traduction (révision { $n }), le { $time }.
    [propose] { $name } a suggéré la révision { $n }, le { $time }.
    [contest] { $name } a contesté un passage de la révision { $n }, le { $time }.
   *[clear] { $name } a vidé cette version (révision { $n }), le { $time }.
}
texts-act-ended = { $outcome ->
    [accepted] Suggestion acceptée par { $name }, le { $time }.
    [declined] Suggestion non retenue ({ $name }, le { $time }).
    [answered] Traduction reprise par { $name }, le { $time }.
    [settled] Contestation tranchée par { $name }, le { $time }.
    [restored] Version rétablie par { $name }, le { $time }.
   *[superseded] Devenu sans objet, le { $time } ({ $name }).
}
texts-credit-contested = { $count ->
    [one] { $a }Un passage est contesté.{ $end }
   *[other] { $a }{ $count } passages sont contestés.{ $end }
}
texts-former = une personne qui a quitté le forum
