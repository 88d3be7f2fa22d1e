glossary-title = Glossaire
glossary-lede = Les mots que le réseau a choisis, dans les trois langues. L’espace de traduction les rappelle à côté du texte.
glossary-search = Chercher dans le glossaire
glossary-find = Chercher
glossary-new = Ajouter un terme
glossary-count = { $count ->
    [0] Aucun terme.
    [one] Un terme.
   *[other] { $count } termes.
}
glossary-found = { $count ->
    [0] Aucun terme pour « { $q } ».
    [one] Un terme pour « { $q } ».
   *[other] { $count } termes pour « { $q } ».
}
glossary-all = Tout le glossaire
glossary-retired = n’est plus employé
glossary-avoid = À éviter :
glossary-curate = Modifier ce terme
glossary-history = Historique
glossary-nothing = Aucun terme ne correspond. Essayez un mot plus court, dans n’importe laquelle des trois langues.
glossary-avoid-field = Traductions à éviter
glossary-avoid-hint = Une par ligne, dans n’importe quelle langue.
glossary-note-lang = Langue de la précision
glossary-retire = Ne plus employer ce terme (il reste dans l’historique)
