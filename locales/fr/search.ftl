search-title = Rechercher
search-title-of = « { $q } » – recherche
search-label = Dans les trois langues à la fois
search-find = Rechercher
search-sort-best = Pertinence
search-sort-new = Les plus récents d’abord
search-how = Comment chercher
search-how-typed = { $row ->
    [word] coopérative emploi
    [phrase] "économie solidaire"
    [minus] banque -crédit
    [from] from:claire
    [theme] theme:governance
    [lang] lang:ja
    [missing] missing:fr
   *[dates] after:2026-03 before:2026-06-15
}
search-how-means = { $row ->
    [word] tous ces mots, sans tenir compte des accents, des pluriels ni des conjugaisons
    [phrase] exactement ces mots, dans cet ordre
    [minus] le premier mot, mais pas le second
    [from] écrit par cette personne
    [theme] dans un fil qui porte ce thème (son nom convient aussi)
    [lang] écrit à l’origine en français (fr), anglais (en) ou japonais (ja)
    [missing] que personne n’a encore écrit ni traduit dans cette langue
   *[dates] à partir d’une date, avant une autre (jour, mois ou année)
}
search-widened = Cherché aussi sous d’autres noms
search-of-themes = (thème)
search-of-glossary = (glossaire)
search-leave-out = Ne pas en tenir compte
search-put-back = En tenir compte
search-unknown-word = Rien n’a été cherché.
search-unknown = { $operator ->
    [from] Personne n’a l’identifiant « { $value } » ici.
    [theme] Il n’y a pas de thème « { $value } ».
    [lang] « { $value } » n’est aucune des trois langues : fr, en, ja.
    [missing] « { $value } » n’est aucune des trois langues : fr, en, ja.
   *[before] « { $value } » n’est pas une date : écrivez par exemple 2026-06-15, 2026-06 ou 2026.
}
search-incomplete-word = Recherche incomplète.
search-incomplete-means = L’index est en cours de préparation : des messages anciens peuvent manquer pendant quelques minutes.
search-found = { $count ->
    [0] Aucun message
    [one] Un message
   *[other] { $count } messages
}
search-nothing = Rien ne correspond. Essayez moins de mots, un mot plus court, ou le même mot dans une autre langue.
search-many = Les mots cherchés sont très fréquents : seuls les messages les plus récents ont été classés. Ajoutez un mot, ou triez par date.
search-by = { $n ->
    [1] Ouverture du fil par { $name }
   *[other] Message nº { $n }, par { $name }
}, { $time }
search-in = { $quality ->
    [original] trouvé dans l’original { $lang ->
        [fr] français
        [en] anglais
       *[ja] japonais
    }
    [machine] trouvé dans la traduction automatique en { $lang ->
        [fr] français
        [en] anglais
       *[ja] japonais
    }
   *[translated] trouvé dans la traduction en { $lang ->
        [fr] français
        [en] anglais
       *[ja] japonais
    }
}
search-through = sous le nom « { $name } » ({ $theme ->
    [yes] thème
   *[no] glossaire
})
search-state = { $state ->
    [held] En attente
    [hidden] Masqué
   *[deleted] Supprimé
}
