declarations-title = Déclaration nº { $n }
declarations-all = Accords à ce jour
declarations-all-means = Les déclarations des fils de consensus, de la plus récente à la plus ancienne, sans celles qu’une autre a remplacées depuis.
declarations-all-link = Voir les déclarations
declarations-none = Aucune déclaration pour l’instant.
declarations-of-thread = Déclarations de ce fil
declarations-line = { $outcome ->
    [consensus] Nº { $n }, { $day } : consensus
    [partial] Nº { $n }, { $day } : consensus partiel
   *[no-consensus] Nº { $n }, { $day } : pas de consensus
}
declarations-sentence = { $outcome ->
    [consensus] Consensus dans les trois communautés linguistiques
    [partial] Consensus partiel ; sans représentation : { $missing }
   *[no-consensus] Pas de consensus
}
declarations-signed = Publiée et signée par { $name }, le { $time }.
declarations-supersedes = Remplace la déclaration nº { $n }
declarations-superseded-word = Remplacée par :
declarations-moved = Textes d’appui modifiés.
declarations-moved-means = Des textes sur lesquels s’appuie cette déclaration ont changé de sens depuis. La déclaration, elle, reste telle quelle.
declarations-moved-one = { $what ->
    [statement] Énoncé { $n } : { $a }ce qui a changé{ $end }
    [gone] Le message nº { $n } { $a }n’est plus affiché{ $end }
   *[post] Message nº { $n } : { $a }ce qui a changé{ $end }
}
declarations-agreed = Ce qui fait accord
declarations-open = Cités comme encore en discussion
declarations-dissent = Objections consignées
declarations-dissent-means = Dans les mots des personnes qui les ont soulevées, avec les réponses, au même rang que le reste.
declarations-gone = { $day ->
    [none] Retirée.
   *[other] Retirée le { $day }.
}
declarations-on = La suite
declarations-carried = Prolongée dans
declarations-carry = La prolonger dans un nouveau fil
declarations-review-on = À réexaminer le { $day }.
declarations-review-due = À réexaminer
declarations-make = Publier la déclaration
declarations-make-means = Une déclaration est numérotée, datée et signée. Elle fige la synthèse, les décomptes et l’état de l’accord sur chaque énoncé, et ne se modifie jamais ; une déclaration ultérieure peut la remplacer.
declarations-outcome-field = Conclusion
declarations-outcome = { $outcome ->
    [consensus] Consensus
    [partial] Consensus partiel
   *[no-consensus] Pas de consensus
}
declarations-outcome-hint = { $outcome ->
    [consensus] Il y a accord dans les trois communautés sur chaque énoncé que la synthèse cite comme tel.
    [partial] Accord dans celles qui sont représentées ; celle qui manque est nommée.
   *[no-consensus] Avec un motif. La synthèse rend compte de la discussion.
}
declarations-reason = Motif
declarations-reason-hint = Obligatoire s’il n’y a pas de consensus. Tout le monde peut le lire.
declarations-review = À réexaminer le
declarations-review-hint = Facultatif. Ce jour-là, la modération reçoit un rappel.
declarations-will-supersede = Elle remplacera la déclaration nº { $n }.
declarations-make-send = Publier et signer
