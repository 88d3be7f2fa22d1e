slots-title = { $lang ->
    [fr] Traduire en français
    [en] Traduire en anglais
   *[ja] Traduire en japonais
}
slots-back = Lire sur sa page
slots-reply-no = Réponse nº { $n }
slots-source-head = original, révision { $n }
slots-source-no = Original { $no }
slots-target-no = Traduction { $no }
slots-kind = { $kind ->
    [title] titre
    [heading] intertitre
    [list] liste
    [table] tableau
    [code] code
    [quote] citation
    [footnote] note de bas de page
    [rule] séparation
   *[paragraph] paragraphe
}
slots-whole-text = texte entier
slots-block-empty = à traduire
slots-block-fresh = à jour
slots-block-unsaved = pas encore enregistré
slots-block-outdated = { $old }à mettre à jour{ $end }
slots-still-valid = La traduction de ce passage reste valable
slots-still-valid-block = Le passage nº { $no } reste valable : { $words }
slots-todo-empty = { $blocks ->
    [one] Un passage à traduire, environ { $minutes } min.
   *[other] { $blocks } passages à traduire, environ { $minutes } min.
}
slots-todo-machine = Personne n’a encore relu cette traduction automatique. Corrigez-la et enregistrez ; environ { $minutes } min.
slots-todo-moved = { $old }L’original a changé depuis cette traduction{ $end } : des passages ont été retirés ou déplacés. Comparez les deux textes.
slots-todo-outdated = { $count ->
    [one] { $old }L’original a changé depuis cette traduction.{ $end } Un passage sur { $blocks } est à mettre à jour, environ { $minutes } min.
   *[other] { $old }L’original a changé depuis cette traduction.{ $end } { $count } passages sur { $blocks } sont à mettre à jour, environ { $minutes } min.
}
slots-todo-review = Cette traduction attend une relecture. Environ { $minutes } min.
slots-todo-nothing = Cette traduction est relue et à jour.
slots-claim-none = Personne n’y travaille en ce moment.
slots-claim-mine = Prise en charge par vous jusqu’au { $until }.
slots-claim-other = Prise en charge par { $name } jusqu’au { $until }.
slots-claim-act = { $act ->
    [release] Je ne m’en charge plus
   *[claim] Je m’en charge
}
slots-around = Ce message répond à
slots-done-word = C’est fait.
slots-done = { $done ->
    [save] Votre traduction est publiée.
    [proposed] Votre suggestion attend une décision ; la version relue reste affichée.
    [draft] Brouillon enregistré ; personne d’autre ne le voit.
    [discard] Le brouillon est supprimé.
    [valid] La traduction est confirmée.
    [review] La traduction est relue.
    [return] La traduction est à revoir ; votre commentaire est transmis.
    [decline] La suggestion n’est pas retenue.
    [accept] La suggestion est acceptée.
    [claim] Vous vous en chargez pendant 72 heures ; chaque enregistrement prolonge ce délai.
    [release] Vous ne vous en chargez plus.
    [clear] Cette version est vidée ; ses révisions sont gardées.
    [restore] La version vidée est rétablie.
    [settle] La contestation est tranchée.
   *[contest] Le passage est signalé comme contesté.
}
slots-draft-word = Brouillon repris.
slots-draft-kept = Vous l’avez enregistré le { $time } ; il n’est pas publié.
slots-discard = Supprimer le brouillon
slots-source-moved-word = L’original a changé
slots-source-moved = pendant que vous travailliez. Vous voyez la révision qui vous a servi de départ ; après l’enregistrement, ce qui a changé vous sera montré.
slots-source-changes = Voir ce qui a changé
slots-save = Enregistrer
slots-save-anyway = Enregistrer quand même
slots-save-draft = Garder en brouillon
slots-valid = Toute la traduction reste valable
slots-propose = Suggérer
slots-propose-means = Cette traduction est relue : vos changements deviendront une suggestion, soumise à la relecture.
slots-save-means = La traduction enregistrée est publiée aussitôt, avec votre nom.
slots-autosaved = Brouillon enregistré.
slots-autosave-failed = Le brouillon n’a pas pu être enregistré ; votre texte est toujours dans cette page.
slots-next = Texte suivant
slots-way-whole = Écrire d’un seul tenant
slots-way-blocks = Écrire paragraphe par paragraphe
slots-unpaired = Les deux textes n’ont pas les mêmes paragraphes ; ils sont donc placés côte à côte en entier.
slots-keys = Au clavier : Ctrl + Entrée pour enregistrer ; Alt + ↓ et Alt + ↑ pour aller au passage à traiter suivant ou précédent.
slots-avoid = À éviter :
slots-note = Précision
slots-warn-avoid = « { $found } » est à éviter ; le réseau dit « { $preferred } ».
slots-warn-link = Lien absent de la traduction : { $what }
slots-warn-image = Image absente de la traduction : { $what }
slots-warn-code = Code absent de la traduction : { $what }
slots-warn-mention = Mention absente de la traduction : { $what }
slots-warn-number = Nombre absent de la traduction : { $what }
slots-remark-word = { $kind ->
    [propose] Suggestion
    [contest] Passage contesté
   *[return] À revoir
}
slots-remark-propose = { $name } a suggéré ces changements, le { $time }.
slots-remark-contest = { $name } a contesté ce passage, le { $time }.
slots-remark-return = { $name } a demandé de revoir cette traduction, le { $time }.
slots-proposal-only-confirms = Le texte ne change pas : la suggestion confirme qu’il reste valable.
slots-proposal-older = Cette suggestion part d’une révision plus ancienne que celle qui est affichée.
slots-accept = Accepter
slots-decline = Ne pas retenir, avec un motif
slots-withdraw = Retirer ma suggestion
slots-open-proposal = Ouvrir ce texte dans l’espace de traduction
slots-reason-below = Écrire le motif
slots-settle = Trancher, avec une réponse
slots-judge = Relecture et décisions
slots-review-means = La relecture porte sur la traduction enregistrée.
slots-review-own = C’est votre propre traduction : indiquez pourquoi vous la relisez vous-même.
slots-reason = Motif, commentaire ou réponse
slots-reason-hint = Nécessaire pour faire revoir, ne pas retenir, vider, rétablir ou trancher ; la personne concernée le lira.
slots-review = Marquer comme relue
slots-return = Faire revoir la traduction, avec un commentaire
slots-clear = Vider cette version
slots-restore = Rétablir la version vidée
slots-conflict = { $name } a enregistré une autre révision pendant que vous écriviez. Les deux textes sont là : le vôtre est dans le formulaire. Reprenez ce qui doit l’être, puis enregistrez.
slots-conflict-both = Les deux textes
slots-conflict-theirs = Ce qui est enregistré (révision { $n })
slots-conflict-changes = De ce texte au vôtre
slots-more = Pour mieux traduire
slots-history = Historique de cette version
slots-contest = Contester un passage
slots-ask-author = Poser une question à { $name } dans le fil
slots-original-title = Original
slots-original-word = L’original
slots-original-means = se modifie, il ne se traduit pas. Pour le traduire, choisissez une autre langue ci-dessus.
slots-translation = La traduction
slots-contest-title = Contester un passage
slots-contest-means = Vous pensez que la traduction dit autre chose que l’original ? Signalez le passage : il sera marqué jusqu’à ce que la modération ait tranché.
slots-contest-passage = Les mots en cause
slots-contest-passage-hint = Copiez-les de la traduction ci-dessus.
slots-contest-reason = Pourquoi ?
slots-contest-reason-hint = Dites ce que l’original veut dire ; écrivez dans la langue que vous voulez.
slots-contest-send = Contester
slots-target-head = { $state }, révision { $n }
slots-draft-first = Publiez-le ou supprimez-le pour ouvrir une autre révision.
slots-moved-meanwhile = La traduction a changé entre-temps : voici la révision la plus récente. Relisez-la, puis décidez.
