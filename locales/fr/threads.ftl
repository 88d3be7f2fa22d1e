threads-title = Fils de discussion
threads-none = Aucun fil ici pour l’instant.
threads-discussion = Discussion
threads-consensus = Fil de consensus
threads-announcement = Annonce
threads-pinned = Épinglé
threads-pinned-heading = Épinglés
threads-open = Ouvert
threads-locked = Verrouillé
threads-archived = Archivé
threads-hidden = Masqué
threads-replies = { $count ->
    [0] pas encore de réponse
    [one] { $count } réponse
   *[other] { $count } réponses
}
threads-row-machine = titre : traduction automatique
threads-row-original = { $lang ->
    [fr] original français
    [en] original anglais
   *[ja] original japonais
}
threads-row-last = { $lang ->
    [fr] dernier message : { $name }, en français, { $time }
    [en] dernier message : { $name }, en anglais, { $time }
   *[ja] dernier message : { $name }, en japonais, { $time }
}
threads-filter-theme = Thème
threads-filter-all-themes = Tous les thèmes
threads-filter-kind = Type
threads-filter-any = Indifférent
threads-filter-lang = Langue de l’original
threads-filter-any-lang = Toutes les langues
threads-filter-state = État
threads-filter-sort = Ordre
threads-filter-apply = Afficher
threads-sort-active = Activité récente
threads-sort-new = Fils les plus récents
threads-first-page = Revenir à la première page
threads-next-page = Page suivante
threads-slots = Les trois versions de ce fil
threads-title-outdated = Titre à mettre à jour : celui de l’original a changé.
threads-hidden-word = Masqué.
threads-hidden-means = Seule la modération voit ce fil.
threads-locked-word = Verrouillé.
threads-locked-means = Ce fil ne reçoit plus de réponses.
threads-order = Ordre
threads-order-tree = arborescence
threads-order-flat = chronologie
threads-show = Texte
threads-show-reader = ma langue
threads-show-original = originaux
threads-show-all = les trois langues
threads-moderate = Modérer ce fil
threads-index = Sur cette page
threads-new-title = Ouvrir un fil
threads-title-field = Titre
threads-themes-field = Thèmes
threads-themes-hint = De 1 à 5.
threads-side = Langues côte à côte
threads-side-back = Retour au fil
threads-side-langs = Langues
threads-side-gone = Ce message n’est plus affiché.
threads-sheet = Feuille de réunion (A4)
threads-sheet-print = Imprimez cette page : elle est faite pour le format A4.
threads-sheet-notes = Notes
threads-relocated = { $way ->
    [merged] { $count ->
            [one] Le { $time }, un message est venu d’un fil réuni à celui-ci :
           *[other] Le { $time }, { $count } messages sont venus d’un fil réuni à celui-ci :
        }
    [merged-away] { $count ->
            [one] Le { $time }, ce fil et son message ont été réunis à :
           *[other] Le { $time }, ce fil et ses { $count } messages ont été réunis à :
        }
    [came] { $count ->
            [one] Le { $time }, un message est venu d’un autre fil :
           *[other] Le { $time }, { $count } messages sont venus d’un autre fil :
        }
   *[gone] { $count ->
            [one] Le { $time }, un message a été déplacé vers :
           *[other] Le { $time }, { $count } messages ont été déplacés vers :
        }
}
threads-held = En attente
threads-filter-readable = Dans ma langue
threads-readable-yes = Lisible
threads-readable-no = Pas encore traduit
threads-filter-answered = Réponses
threads-answered-yes = Avec réponses
threads-answered-no = Sans réponse
threads-filter-new = Nouveautés
threads-new-yes = Du nouveau
threads-branch = Réponses
threads-text = Texte seul
threads-text-original = { $lang ->
    [fr] original en français
    [en] original en anglais
   *[ja] original en japonais
}
threads-text-translated = { $lang ->
    [fr] traduction en français
    [en] traduction en anglais
   *[ja] traduction en japonais
}
threads-text-machine = { $lang ->
    [fr] traduction automatique en français
    [en] traduction automatique en anglais
   *[ja] traduction automatique en japonais
}
threads-text-gone = ce message ne peut pas être lu
threads-names = Noms (fils de consensus)
threads-names-hint = Ce choix est définitif.
threads-names-public = Les positions portent un nom
threads-names-totals = Totaux seulement
threads-carries = Ce fil prolongera la déclaration nº { $n } : ses énoncés y sont repris, à retenir de nouveau.
