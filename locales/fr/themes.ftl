themes-title = Thèmes
themes-lede = Un seul vocabulaire, le même dans les trois langues. Chaque fil porte entre un et cinq de ces thèmes.
themes-theme = Thème
themes-total = Fils
themes-threads = { $count ->
    [0] aucun fil
    [one] 1 fil
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
