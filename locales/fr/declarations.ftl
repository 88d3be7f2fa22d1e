declarations-title = Déclaration n° { $n }
declarations-all = Accords à ce jour
declarations-all-means = Ce que les fils de consensus ont déclaré, du plus récent au plus ancien, sans ce qu’une déclaration ultérieure a remplacé.
declarations-all-link = Voir les déclarations
declarations-none = Rien n’a encore été déclaré.
declarations-of-thread = Déclarations de ce fil
declarations-line = { $outcome ->
    [consensus] N° { $n }, { $day } : consensus
    [partial] N° { $n }, { $day } : consensus partiel
   *[no-consensus] N° { $n }, { $day } : pas de consensus
}
declarations-sentence = { $outcome ->
    [consensus] Consensus dans les trois communautés linguistiques
    [partial] Consensus partiel ; non représenté : { $missing }
   *[no-consensus] Pas de consensus
}
declarations-signed = Publiée et signée par { $name }, { $time }.
declarations-supersedes = Remplace la déclaration n° { $n }
declarations-superseded-word = Remplacée par
declarations-moved = Textes d’appui modifiés.
declarations-moved-means = Des textes sur lesquels s’appuie cette déclaration ont changé de sens depuis. La déclaration, elle, reste telle quelle.
declarations-moved-one = { $what ->
    [statement] Énoncé { $n } : { $a }ce qui a changé{ $end }
    [gone] Le message n° { $n } { $a }n’est plus affiché{ $end }
   *[post] Message n° { $n } : { $a }ce qui a changé{ $end }
}
declarations-agreed = Ce qui fait accord
declarations-open = Cités comme encore en discussion
declarations-dissent = Objections consignées
declarations-dissent-means = Dans les mots de leurs auteurs, avec les réponses, à égale dignité.
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
declarations-make-means = Une déclaration est numérotée, datée et signée. Elle fige la synthèse, les décomptes et l’état de chaque accord, et ne se modifie jamais ; une déclaration ultérieure peut la remplacer.
declarations-outcome-field = Issue
declarations-outcome = { $outcome ->
    [consensus] Consensus
    [partial] Consensus partiel
   *[no-consensus] Pas de consensus
}
declarations-outcome-hint = { $outcome ->
    [consensus] Chaque énoncé cité comme accord l’est dans les trois communautés.
    [partial] Accord dans celles qui sont représentées ; celle qui manque est nommée.
   *[no-consensus] Avec une raison. La synthèse dit ce qui a été dit.
}
declarations-reason = Raison
declarations-reason-hint = Obligatoire s’il n’y a pas de consensus. Tout le monde peut la lire.
declarations-review = À réexaminer le
declarations-review-hint = Facultatif. Ce jour-là, un rappel va à la modération.
declarations-will-supersede = Elle remplacera la déclaration n° { $n }.
declarations-make-send = Publier et signer
