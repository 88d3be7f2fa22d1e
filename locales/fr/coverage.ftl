coverage-title = État des traductions
coverage-fairness = Équité entre les langues
coverage-text = Texte
coverage-lede = Qui peut lire quoi, et ce qu’il reste à faire. Chaque manque mène à l’endroit où le combler.
coverage-all = Tous les messages
coverage-threads = Par fil
coverage-thread = Fil
coverage-themes = Par thème
coverage-no-threads = Aucun fil ici pour l’instant.
coverage-posts = { $count ->
    [one] un message
   *[other] { $count } messages
}
coverage-readable = { $share } % des messages sont lisibles, écrits ou traduits par une personne ({ $readable } sur { $texts })
coverage-nothing = Rien n’est encore écrit.
coverage-bar = Originaux : { $original } ; traductions relues : { $reviewed } ; à relire : { $translated } ; automatiques : { $machine } ; à traduire : { $empty }.
coverage-outdated = { $old }À mettre à jour{ $end } : { $count }.
coverage-table = Les mêmes chiffres en tableau
coverage-quality = Par langue
coverage-count = { $texts ->
    [one] lisible : { $readable } sur { $texts }
   *[other] lisibles : { $readable } sur { $texts }
}
coverage-count-outdated = { $count } à mettre à jour
coverage-fairness-lede = Une langue dans laquelle on attend plus longtemps est une langue qu’on entend moins. Voici ce qu’il en est.
coverage-what-readable = Ce qui se lit
coverage-waits = Le temps d’attente
coverage-waits-means = Durées médianes des douze derniers mois : la moitié des textes a attendu moins, l’autre moitié plus.
coverage-to-translation = Jusqu’à la première traduction
coverage-to-review = De la traduction à la relecture
coverage-wait-none = pas encore de chiffre
coverage-wait-minutes = { $count ->
    [one] une minute
   *[other] { $count } minutes
}
coverage-wait-hours = { $count ->
    [one] une heure
   *[other] { $count } heures
}
coverage-wait-days = { $count ->
    [one] un jour
   *[other] { $count } jours
}
coverage-figures = En chiffres
coverage-people = Personnes qui écrivent dans cette langue
coverage-written = Messages écrits dans cette langue
coverage-asked = Demandes de traduction, douze derniers mois
coverage-served = dont satisfaites
