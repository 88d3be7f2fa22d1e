themes-title = Thèmes
themes-lede = Un seul vocabulaire, le même dans les trois langues. Chaque fil porte entre un et cinq de ces thèmes.
themes-theme = Thème
themes-total = Fils
themes-threads = { $count ->
    [0] aucun fil
    [one] { $count } fil
   *[other] { $count } fils
}
themes-by-lang = Ouverts en français : { $fr } ; en anglais : { $en } ; en japonais : { $ja }.
themes-counts-mean = Les fils sont comptés d’après la langue dans laquelle ils ont été ouverts.
themes-retired = Retiré : on ne peut plus le choisir.
themes-followers = { $count ->
    [0] Personne ne suit encore ce thème.
    [one] Une personne suit ce thème.
   *[other] { $count } personnes suivent ce thème.
}
themes-curate-of = Gérer le thème « { $name } »
themes-curate = Gérer ce thème
themes-back = Retour au thème
themes-slug-stays = Cette adresse ne change jamais.
themes-merged-word = Thème fusionné.
themes-merged-means = Ses fils et les personnes qui le suivaient sont passés à « { $name } », et son adresse y conduit.
themes-unmerge = Annuler la fusion
themes-unmerge-means = Ce qui avait été déplacé revient à ce thème, et rien d’autre.
themes-rename = Nom et description
themes-rename-means = Les deux autres langues se modifient dans l’espace de traduction.
themes-name = Nom
themes-description = Description
themes-place = Place dans la liste
themes-axis = Axe
themes-place-no = Rang dans l’axe
themes-place-button = Déplacer
themes-merge = Fusionner avec un autre thème
themes-merge-means = Ses fils et les personnes qui le suivent passent à l’autre thème, et son adresse y conduit désormais.
themes-merge-into = Autre thème
themes-merge-choose = Choisir un thème
themes-merge-button = Fusionner
themes-retire = Retirer ce thème
themes-restore = Remettre ce thème en service
themes-retire-means = Un thème retiré reste sur les anciens fils, mais ne peut plus être choisi.
themes-log = Ce qui a été fait
themes-new = Nouveau thème
themes-slug = Adresse
themes-slug-hint = Lettres de a à z, chiffres et tirets ; elle ne changera plus.
themes-add = Ajouter le thème
themes-figures = En chiffres
themes-figures-at = Chiffres du { $time }
themes-weeks = { $lang ->
    [fr] { $count ->
        [0] Aucun message écrit en français au cours des six derniers mois
        [one] Un message écrit en français au cours des six derniers mois
       *[other] { $count } messages écrits en français au cours des six derniers mois
    }
    [en] { $count ->
        [0] Aucun message écrit en anglais au cours des six derniers mois
        [one] Un message écrit en anglais au cours des six derniers mois
       *[other] { $count } messages écrits en anglais au cours des six derniers mois
    }
   *[ja] { $count ->
        [0] Aucun message écrit en japonais au cours des six derniers mois
        [one] Un message écrit en japonais au cours des six derniers mois
       *[other] { $count } messages écrits en japonais au cours des six derniers mois
    }
  }
themes-weeks-table = Semaine par semaine, en tableau
themes-week = Semaine du lundi
