consensus-menu = Consensus
consensus-open = Ouvrir un fil de consensus
consensus-board = Fils de consensus
consensus-board-lede = Où en est chaque discussion, combien de temps il reste, ce qui manque et ce que l’on attend de vous. Un accord ne vaut ici que s’il tient dans chaque communauté linguistique.
consensus-board-none = Aucun fil de consensus pour l’instant.
consensus-board-closed = Fils clos
consensus-board-statements = Énoncés :
consensus-board-verdict = { $verdict ->
    [consensus] consensus : { $count }
    [partial] consensus partiel : { $count }
    [divided] positions divergentes : { $count }
    [needs-voices] voix attendues : { $count }
    [translation-blocked] traduction à clarifier : { $count }
   *[open] en discussion : { $count }
}
consensus-board-missing-heading = Il manque :
consensus-board-missing = { $what ->
    [settle] { $count ->
        [one] une décision sur un énoncé suggéré
       *[other] une décision sur { $count } énoncés suggérés
    }
    [answers] { $count ->
        [one] une réponse à une objection
       *[other] des réponses à { $count } objections
    }
    [slots] { $count ->
        [one] une traduction d’énoncé
       *[other] { $count } traductions d’énoncés
    }
   *[synthesis] la synthèse
}
consensus-board-ask = { $what ->
    [position] { $count ->
        [one] Un énoncé attend votre position
       *[other] { $count } énoncés attendent votre position
    }
    [settle] { $count ->
        [one] Votre objection a reçu une réponse : la retirer ou la maintenir
       *[other] { $count } de vos objections ont reçu une réponse : les retirer ou les maintenir
    }
    [answer] { $count ->
        [one] Une objection attend une réponse
       *[other] { $count } objections attendent une réponse
    }
   *[check] { $count ->
        [one] La traduction d’un énoncé est à vérifier
       *[other] La traduction de { $count } énoncés est à vérifier
    }
}
consensus-page-title = Énoncés et positions : { $title }
consensus-stage = { $stage ->
    [illustrate] illustrer
    [debate] débattre
    [propose] proposer
   *[closed] clos
}
consensus-stage-dates = { $what ->
    [past] du { $from } au { $to }
   *[now] depuis le { $from }
}
consensus-stage-left = { $what ->
    [over] prévue jusqu’au { $day } : la date est passée
   *[left] jusqu’au { $day }, { $days ->
        [0] dernier jour
        [one] encore 1 jour
       *[other] encore { $days } jours
    }
}
consensus-stage-title = Phases
consensus-stage-to = Passer à la phase
consensus-stage-forward = La phase suivante, avec un résumé de celle qui s’achève.
consensus-stage-back = La phase précédente, avec un motif que tout le monde peut lire.
consensus-stage-reason = Pourquoi revenir en arrière
consensus-stage-ends = Fin prévue le
consensus-stage-ends-hint = Le dernier jour, dans votre fuseau horaire. Rien ne se fait tout seul ce jour-là.
consensus-stage-pass = Changer de phase
consensus-stage-plan = Modifier seulement la date
consensus-summary = Résumé de phase
consensus-summary-of = { $stage ->
    [illustrate] Résumé de la phase « illustrer »
    [debate] Résumé de la phase « débattre »
    [propose] Résumé de la phase « proposer »
   *[closed] Résumé de la phase « clos »
}
consensus-summary-hint = Ce que cette phase a apporté, dans une seule langue. Les traductions dans les deux autres suivront, sans rien retarder.
consensus-locked-means = Ce fil ne reçoit plus ni réponses ni positions.
consensus-declared-word = Publiée :
consensus-carries = Prolonge :
consensus-tab-discussion = { $count ->
    [0] La discussion
    [one] La discussion, 1 réponse
   *[other] La discussion, { $count } réponses
}
consensus-tab-statements = Énoncés et positions
consensus-experiences = Des expériences qui comptent ici
consensus-experiences-mean = Des messages, venus de tout le forum, qui montrent ce qui a déjà été essayé.
consensus-experience = Message nº { $n } de { $name }
consensus-experience-post = Adresse d’un message
consensus-experience-hint = L’adresse se trouve au pied de chaque message, sous « Lien ».
consensus-experience-point = Ajouter cette expérience
consensus-experience-remove = Retirer
consensus-none = { $stage ->
    [illustrate] Pas encore d’énoncés : ils viennent avec la phase « débattre ».
   *[other] Pas encore d’énoncés.
}
consensus-propose = Suggérer un énoncé
consensus-propose-hint = Une idée, en une ou deux phrases. Vous pouvez aussi partir d’un message de la discussion : « En tirer un énoncé », sous ce message.
consensus-propose-title = Suggérer un énoncé
consensus-propose-means = Un énoncé est ce sur quoi l’on prend position. Dites une seule chose, avec des mots faciles à traduire. La modération retient l’énoncé, le réunit à un autre ou l’écarte, avec un motif que tout le monde peut lire.
consensus-propose-send = Suggérer cet énoncé
consensus-statement = Énoncé
consensus-statement-hint = 280 caractères au plus.
consensus-statement-no = Énoncé { $n }
consensus-from-post = Tiré d’un message (adresse)
consensus-from-post-hint = Laissez vide si l’énoncé est de vous.
consensus-from-this = En tirer un énoncé
consensus-from-words = Les mots de ce message
consensus-from-words-hint = Tels qu’ils y figurent ; ils sont gardés avec le message, la révision et la langue.
consensus-original = Original :
consensus-proposed-by = Suggéré par { $name }.
consensus-source = { $lang ->
    [fr] Tiré du { $a }message nº { $n }{ $end } de { $name }, en français, révision { $revision }.
    [en] Tiré du { $a }message nº { $n }{ $end } de { $name }, en anglais, révision { $revision }.
   *[ja] Tiré du { $a }message nº { $n }{ $end } de { $name }, en japonais, révision { $revision }.
}
consensus-source-gone = Le message dont il est tiré n’est plus affiché.
consensus-carried-statement = Repris d’un autre fil
consensus-same = Dit la même chose que :
consensus-state = { $state ->
    [accepted] retenu
    [proposed] suggéré, décision à venir
    [merged] réuni à un autre
   *[declined] écarté
}
consensus-settled = { $state ->
    [accepted] Retenu par { $name }, le { $time } : { $reason }
    [merged] Réuni à un autre par { $name }, le { $time } : { $reason }
   *[declined] Écarté par { $name }, le { $time } : { $reason }
}
consensus-settle = Décider de la suite
consensus-settle-title = Que faire de cet énoncé ?
consensus-settle-act = { $act ->
    [accept] Le retenir
    [merge] Le réunir à un autre
    [decline] L’écarter
    [same] Le relier à un énoncé qui dit la même chose dans une autre langue
   *[not-same] Défaire ce lien
}
consensus-settle-effect = { $act ->
    [accept] On peut alors prendre position sur lui.
    [merge] Il reste lisible, avec sa source, et renvoie à l’autre.
    [decline] Il reste lisible, avec la raison.
    [same] Les deux restent, et chacun renvoie à l’autre. Aucun motif à donner.
   *[not-same] Les deux restent tels quels.
}
consensus-settle-into = L’autre énoncé
consensus-settle-reason = Motif
consensus-settle-reason-hint = Tout le monde peut le lire.
consensus-edit-title = Modifier un énoncé
consensus-edit-meaning = Les positions déjà prises porteront la mention « prise avant un changement de sens » et ne compteront de nouveau qu’une fois renouvelées.
consensus-edit-wording = Les positions restent.
consensus-edit-save = Enregistrer
consensus-langs = { $langs ->
    [fr] français
    [en] anglais
    [ja] japonais
    [fr-en] français et anglais
    [fr-ja] français et japonais
    [en-ja] anglais et japonais
    [fr-en-ja] français, anglais et japonais
   *[none] {""}
}
consensus-verdict = { $verdict ->
    [consensus] Consensus dans les trois communautés linguistiques
    [partial] Consensus partiel : accord partout où l’on s’est exprimé ; il manque : { $missing }
    [divided] Positions divergentes : d’accord en { $favour }, objections en { $against }
    [needs-voices] Voix attendues : { $missing }
    [translation-blocked] Traduction à clarifier : { $missing }
   *[open] En discussion : aucun accord pour l’instant
}
consensus-verdict-short = { $verdict ->
    [consensus] consensus
    [partial] consensus partiel
    [divided] positions divergentes
    [needs-voices] voix attendues
    [translation-blocked] traduction à clarifier
   *[open] en discussion
}
consensus-being-checked = La traduction est en cours de vérification : avant de parler de désaccord, on s’assure que tout le monde lit la même phrase.
consensus-outlook = { $what ->
    [voices] { $count ->
        [one] Une personne doit encore prendre position en { $langs }.
       *[other] { $count } personnes doivent encore prendre position en { $langs }.
    }
    [members] { $count ->
        [one] Encore une personne qui participe en { $langs }, et cette communauté sera entendue.
       *[other] Encore { $count } personnes qui participent en { $langs }, et cette communauté sera entendue.
    }
    [voices-hidden] D’autres personnes doivent encore prendre position en { $langs }.
    [unclear] { $count ->
        [one] Une personne trouve la traduction peu claire en { $langs }. Quand l’énoncé aura été reformulé, on reposera la question à cette personne.
       *[other] { $count } personnes trouvent la traduction peu claire en { $langs }. Quand l’énoncé aura été reformulé, on leur reposera la question.
    }
    [unclear-hidden] Des personnes trouvent la traduction peu claire en { $langs }. Quand l’énoncé aura été reformulé, on leur reposera la question.
    [support] L’appui est trop faible en { $langs }.
    [opposition] Les objections sont trop nombreuses en { $langs }.
    [common] Chaque communauté est d’accord, mais l’accord d’ensemble n’est pas encore assez net.
    [answers] { $count ->
        [one] Une objection attend une réponse.
       *[other] { $count } objections attendent une réponse.
    }
    [one-more] Provisoire : en { $langs }, une seule objection de plus suffirait à défaire cet accord.
    [few] Provisoire : en { $langs }, cet accord repose sur peu de voix.
   *[firm] Solide : une objection de plus, où que ce soit, n’y changerait rien.
}
consensus-figures = Indice commun : { $xlc } ; appui le plus faible : { $least }, en { $langs }.
consensus-met = { $met ->
    [yes] d’accord ; trop peu de personnes pour donner des chiffres
   *[no] pas encore d’accord ; trop peu de personnes pour donner des chiffres
}
consensus-count = { $value ->
    [agree] { $count } d’accord
    [reservation] { $count } avec réserve
    [abstain] { $count ->
        [one] { $count } abstention
       *[other] { $count } abstentions
    }
    [objection] { $count ->
        [one] { $count } objection
       *[other] { $count } objections
    }
   *[unclear] { $count } « traduction peu claire »
}
consensus-count-one = { $value ->
    [agree] d’accord
    [reservation] d’accord avec réserve
    [abstain] abstention
    [objection] objection
   *[unclear] traduction peu claire
}
consensus-bar = { $langs } : { $counts }
consensus-nobody = personne pour l’instant
consensus-members = { $count ->
    [one] { $count } membre
   *[other] { $count } membres
}
consensus-table = Les chiffres
consensus-community = Communauté linguistique
consensus-column = { $value ->
    [agree] d’accord
    [reservation] réserve
    [abstain] abst.
    [objection] objection
   *[unclear] peu claire
}
consensus-floor = minimum
consensus-support = appui
consensus-opposition = part d’objections
consensus-wilson = borne inférieure
consensus-table-means = Appui : (d’accord + d’accord avec réserve + 1) ÷ (toutes les positions + 2) ; part d’objections : (objections + 1) ÷ (toutes les positions + 2) ; « traduction peu claire » n’y entre pas. La borne inférieure est celle de Wilson à 90 %. L’indice commun est la moyenne géométrique des appuis dans les communautés représentées.
consensus-check = Terminer la vérification de la traduction
consensus-check-hint = Les positions diffèrent tant d’une langue à l’autre que l’on vérifie d’abord la traduction. Dites ce que vous avez constaté.
consensus-check-close = Marquer comme vérifiée
consensus-checked = Traduction vérifiée par { $name }, le { $time } : { $reason }
consensus-rooms = En réunion :
consensus-rooms-mean = Compté à main levée ; montré à part, jamais ajouté aux positions.
consensus-room-few = trop peu de personnes pour donner des chiffres
consensus-room-add = Ajouter un décompte à main levée
consensus-room-title = Ajouter un décompte à main levée
consensus-room-place = Lieu
consensus-room-date = Date
consensus-room-lang = Langue de la réunion
consensus-room-record = Enregistrer
consensus-room-strike = Annuler ce décompte
consensus-room-strike-reason = Pourquoi annuler ce décompte
consensus-own = { $value ->
    [agree] Votre position : d’accord.
    [reservation] Votre position : d’accord avec réserve.
    [abstain] Votre position : abstention.
    [objection] Votre position : objection.
   *[unclear] Votre position : traduction peu claire.
}
consensus-own-note = { $note ->
    [lapsed] L’énoncé a été reformulé : dites ce que vous en pensez maintenant.
    [withdrawn] Vous avez retiré votre objection : prenez une autre position.
    [earlier] Prise avant un changement de sens de l’énoncé : renouvelez-la pour qu’elle compte de nouveau.
   *[uncounted] Elle est enregistrée et comptera dès que votre premier message sera publié ou que la modération vous accordera sa confiance.
}
consensus-note = { $note ->
    [lapsed] ne compte plus : l’énoncé a été reformulé
    [withdrawn] retirée
    [earlier] prise avant un changement de sens
   *[uncounted] pas encore comptée
}
consensus-before = avant :
consensus-wanting = Dans votre langue, cet énoncé attend qu’une personne le traduise ou mette sa traduction à jour.
consensus-wanting-why = On ne prend pas position sur une traduction automatique ou qui n’est plus à jour, ni en l’absence de traduction.
consensus-translate = Traduire
consensus-take-position = Prendre position sur l’énoncé { $n }
consensus-change-position = Changer de position sur l’énoncé { $n }
consensus-your-position = Votre position sur l’énoncé { $n }
consensus-choice = { $value ->
    [agree] D’accord
    [reservation] D’accord avec réserve
    [abstain] Je m’abstiens
    [objection] Objection
   *[unclear] Traduction peu claire
}
consensus-choice-hint = { $value ->
    [reservation] Compte comme un accord ; précisez votre réserve.
    [objection] Dites pourquoi ; une réponse vous est due.
    [unclear] Transmis à celles et ceux qui traduisent ; on vous reposera la question.
   *[other] {""}
}
consensus-reason = Vos raisons
consensus-reason-hint = Obligatoires pour une réserve ou une objection. Elles deviennent un message du fil, qui sera traduit et recevra une réponse.
consensus-reason-hint-totals = Obligatoires pour une réserve ou une objection. Elles deviennent un message du fil, sous votre nom, alors que seuls les totaux des positions sont affichés.
consensus-reason-lang = Vous écrivez en
consensus-reason-link = raisons
consensus-community-yours = Votre communauté linguistique dans ce fil
consensus-community-hint = La langue dans laquelle vous participez. Vous la déclarez une fois, avec votre première position ici.
consensus-take = Prendre position
consensus-member-of = Communauté linguistique : { $langs }.
consensus-names-public = Les noms sont publics dans ce fil.
consensus-names-totals = Ce fil ne montre que des totaux.
consensus-positions = Qui a pris quelle position
consensus-objections = Objections
consensus-objection = Objection
consensus-objection-state = { $state ->
    [raised] soulevée
    [answered] avec réponse
    [withdrawn] retirée
   *[maintained] maintenue
}
consensus-objection-uncounted = pas encore comptée
consensus-reason-gone = Les raisons de cette objection ne sont plus affichées.
consensus-answer = Réponse
consensus-answer-hint = Elle paraîtra dans le fil, comme réponse à l’objection. Répondre n’est pas passer outre : la personne qui a soulevé l’objection la retire ou la maintient.
consensus-answer-send = Envoyer la réponse
consensus-answer-mark = Ou désigner une réponse déjà écrite
consensus-answer-mark-send = Désigner
consensus-objection-answer = Répondre à l’objection
consensus-objection-yours = La retirer ou la maintenir
consensus-objection-settle = Cette objection est la vôtre. Retirée, elle ne compte plus, et vous pouvez prendre une autre position ; maintenue, elle ne bloque rien et figure à côté de la déclaration.
consensus-objection-maintain = La maintenir
consensus-objection-withdraw = La retirer
consensus-map = Carte des opinions
consensus-map-means = Qui est souvent d’accord avec qui : les personnes aux positions semblables sont proches, et chaque lettre est un groupe. La carte illustre et ne décide jamais.
consensus-map-group = Groupe
consensus-map-people = Personnes
consensus-map-told-heading = Ce qui le distingue
consensus-map-told = { $what ->
    [agrees] { $count } sur { $all } d’accord
   *[objects] { $count } sur { $all } ont une objection
}
consensus-before-declaring = Avant de publier la déclaration
consensus-no-number-declares = Les chiffres ne décident de rien : une personne de la modération publie la déclaration, et la signe.
consensus-allowed = { $outcome ->
    [nothing] Pour l’instant, rien ne peut être déclaré : voyez ci-dessus ce qui manque.
    [consensus] En l’état, un consensus peut être déclaré.
    [partial] En l’état, un consensus partiel peut être déclaré.
   *[no-consensus] En l’état, seule l’absence de consensus peut être déclarée, avec un motif.
}
consensus-room-struck = Annulé : { $reason }
consensus-stage-returned = Retour à cette phase : { $reason }
consensus-need = { $need ->
    [stage] Phase « proposer »
    [synthesis] Une synthèse
    [slot] Synthèse en { $langs }, originale ou relue, et à jour
    [agreed] Au moins un énoncé cité comme faisant accord
    [statement] Un accord sur l’énoncé { $n }, que la synthèse cite comme tel
    [cites] En { $langs }, les mêmes énoncés cités que dans l’original, et de la même façon
    [unknown] Un lien vers un énoncé retenu dans ce fil : /s/{ NUMBER($n, useGrouping: 0) } n’en est pas un
   *[answers] { $n ->
        [0] Une réponse à chaque objection
        [one] Une réponse à une objection
       *[other] Des réponses à { $n } objections
    }
}
consensus-need-met = Fait :
consensus-need-missing = Manque :
consensus-need-go = Y aller
consensus-unreadable = Objections que tout le monde ne peut pas encore lire
consensus-unreadable-in = { $count ->
    [one] Une objection n’est pas encore lisible en { $langs }.
   *[other] { $count } objections ne sont pas encore lisibles en { $langs }.
}
consensus-how = Comment on compte
consensus-how-means = L’accord doit tenir dans chaque communauté linguistique, même petite. Une communauté est entendue à partir de trois personnes.
consensus-how-counts = Comptent les positions des personnes dont le premier message a été publié ou dont la modération se porte garante. Chacune appartient à la communauté qu’elle déclare.
consensus-how-totals = Totaux seulement : une communauté de moins de cinq personnes montre si elle est d’accord, sans chiffres.
consensus-out = À emporter
consensus-out-sheet = Pour imprimer
consensus-out-markdown = Markdown
consensus-out-json = JSON, pour recompter
consensus-agreed = Accords à ce jour
consensus-synthesis = Synthèse
consensus-synthesis-title = Synthèse : { $title }
consensus-synthesis-none = Pas encore de synthèse.
consensus-synthesis-write = Rédiger la synthèse
consensus-synthesis-save = Enregistrer la synthèse
consensus-synthesis-hint = Citez énoncés et messages par de simples liens. Un lien vers un énoncé le cite comme faisant accord ; avec « #open » à la fin, il le cite comme étant encore en discussion, et l’énoncé figure alors avec l’état de l’accord.
consensus-linkable = Liens vers les énoncés
consensus-cites = Énoncés cités
consensus-cited = { $how ->
    [agreed] comme faisant accord
   *[open] comme étant encore en discussion
}
