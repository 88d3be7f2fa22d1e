queue-title = À traduire
queue-lede = Ce que quelqu’un du réseau ne peut pas encore lire. Commencez par le plus court : cinq minutes de votre temps ouvrent un texte à toute une communauté.
queue-work = Ce qui vous attend
queue-work-returned = Traductions à revoir
queue-work-returned-one = { $lang ->
    [fr] en français ; { $name }, { $time }
    [en] en anglais ; { $name }, { $time }
   *[ja] en japonais ; { $name }, { $time }
}
queue-work-claims = Vos prises en charge
queue-work-claims-one = { $lang ->
    [fr] en français ; jusqu’au { $time }
    [en] en anglais ; jusqu’au { $time }
   *[ja] en japonais ; jusqu’au { $time }
}
queue-work-drafts = Vos brouillons
queue-work-drafts-one = { $lang ->
    [fr] en français ; enregistré le { $time }
    [en] en anglais ; enregistré le { $time }
   *[ja] en japonais ; enregistré le { $time }
}
queue-work-proposed = Suggestions à examiner
queue-work-proposed-one = { $lang ->
    [fr] en français ; { $name }, { $time }
    [en] en anglais ; { $name }, { $time }
   *[ja] en japonais ; { $name }, { $time }
}
queue-work-review = À relire
queue-work-review-one = { $lang ->
    [fr] en français ; environ { $minutes } min
    [en] en anglais ; environ { $minutes } min
   *[ja] en japonais ; environ { $minutes } min
}
queue-work-review-all = Tout ce qui attend une relecture
queue-work-contested = Passages contestés
queue-work-contested-one = { $lang ->
    [fr] en français ; { $name }, { $time }
    [en] en anglais ; { $name }, { $time }
   *[ja] en japonais ; { $name }, { $time }
}
queue-work-own = Vos suggestions
queue-work-own-one = { $lang ->
    [fr] en français ; { $name }, { $time }
    [en] en anglais ; { $name }, { $time }
   *[ja] en japonais ; { $name }, { $time }
}
queue-to-translate = À traduire
queue-to-review = À relire
queue-to-clarify = À clarifier
queue-to-update = À mettre à jour
queue-share = Part traduite : { $share } %
queue-filter = Filtrer
queue-from = De
queue-into = Vers
queue-any-lang = toutes les langues
queue-what = À faire
queue-any-wait = tout
queue-any-theme = tous les thèmes
queue-sort = D’abord
queue-sort-awaited = les plus demandés
queue-sort-shortest = les plus courts
queue-sort-oldest = les plus anciens
queue-show = Afficher
queue-waiting = En attente
queue-nothing = Rien n’attend ici.
queue-opening = Message d’ouverture
queue-theme-text = Thème
queue-wait = { $wait ->
    [translate] à traduire en { $lang ->
        [fr] français
        [en] anglais
       *[ja] japonais
    }, environ { $minutes } min
    [clarify] à clarifier en { $lang ->
        [fr] français
        [en] anglais
       *[ja] japonais
    }, environ { $minutes } min
    [update] à mettre à jour en { $lang ->
        [fr] français
        [en] anglais
       *[ja] japonais
    }, environ { $minutes } min
   *[review] à relire en { $lang ->
        [fr] français
        [en] anglais
       *[ja] japonais
    }, environ { $minutes } min
}
queue-since = depuis le { $day }
queue-requests = { $count ->
    [one] une personne en a besoin
   *[other] { $count } personnes en ont besoin
}
queue-act = { $act ->
    [translate] traduire
    [review] relire
   *[update] { $count ->
        [0] mettre à jour
        [one] mettre à jour un passage
       *[other] mettre à jour { $count } passages
    }
}
queue-act-about = { $lang ->
    [fr] en français : { $title }
    [en] en anglais : { $title }
   *[ja] en japonais : { $title }
}
queue-claimed = prise en charge par { $name }
queue-next-page = Textes suivants
queue-first-page = Au début
queue-page-text = Page du site
