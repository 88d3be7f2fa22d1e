posts-post = Message
posts-no = nº { $n }
posts-author = { $name }
posts-delete = Supprimer
posts-edited = modifié
posts-replies-to = répond au nº { $n }
posts-reply = Répondre
posts-edit = Modifier
posts-history = Historique
posts-moderate = Modérer
posts-link = Lien
posts-gone-hidden = Masqué par la modération le { $day }.
posts-gone-deleted = Supprimé par la modération le { $day }.
posts-gone-withdrawn = Supprimé le { $day } par la personne qui l’avait écrit.
posts-gone-reason = Motif : { $reason }
posts-reply-yours = Votre réponse
posts-reply-title = Répondre
posts-reply-to = Vous répondez à
posts-reply-to-no = Vous répondez au message nº { $n }, ci-dessus.
posts-reply-to-thread = Vous répondez au fil lui-même. Pour répondre à un message précis, utilisez « Répondre » sous ce message.
posts-reply-sign-in = Connectez-vous pour répondre dans celle des trois langues que vous écrivez le mieux.
posts-you-write-in = Vous écrivez en
posts-original-in = { $lang ->
    [fr] L’original est en français.
    [en] L’original est en anglais.
   *[ja] L’original est en japonais.
}
posts-body = Texte
posts-body-hint = Des phrases courtes, avec peu d’expressions idiomatiques, se traduisent mieux. Ce que vous écrivez reste l’original. Vous pouvez utiliser Markdown : **gras**, listes, tableaux, notes de bas de page.
posts-publish = Publier
posts-preview = Aperçu
posts-preview-button = Aperçu
posts-preview-means = Rien n’est encore publié.
posts-licence = En publiant, vous acceptez de partager votre texte sous licence { $licence }.
posts-edit-title = Modifier
posts-edit-back = Retour au message
posts-change = Que change cette modification ?
posts-change-hint = Si le sens change, les traductions des paragraphes concernés sont signalées « à mettre à jour ». Si seule la forme change, elles restent à jour.
posts-change-hint-none = Il n’y a pas encore de traduction ; ce choix n’a d’effet que lorsqu’il y en a une.
posts-change-meaning = Le sens
posts-change-wording = Seulement la forme (orthographe, style)
posts-note = Note pour l’historique
posts-note-hint = Quelques mots, si vous voulez : ce qui change, et pourquoi.
posts-reason = Motif
posts-reason-hint = Ces mots sont ceux d’une autre personne : le motif est inscrit au journal des actions.
posts-history-title = Historique du message nº { $n }
posts-history-none = Cette version est à traduire et n’a pas encore d’historique.
posts-history-compare = De la révision { $from } à la révision { $to }
posts-history-one = Révision { $n }
posts-history-list = Toutes les révisions
posts-history-from = De
posts-history-to = à
posts-history-show = Comparer
posts-history-revision = Révision { $n }
posts-history-first = première révision de l’original
posts-history-meaning = change le sens
posts-history-wording = ne change que la forme
posts-history-based-on = traduite d’après la révision { $n } de l’original
posts-history-correct = Rectifier
posts-history-correct-wording = Cette modification ne changeait que la forme : les traductions antérieures sont à jour.
posts-history-correct-meaning = Cette modification changeait le sens : les traductions antérieures sont à mettre à jour.
posts-history-correct-button = Rectifier
posts-translate = Traduire
posts-improve = Améliorer la traduction
posts-terms = Termes
posts-terms-heading = Termes du réseau dans ce message
posts-terms-none = Aucun terme du glossaire dans ce message.
posts-request = J’en ai besoin en français
posts-history-current = affichée
posts-history-proposal = { $outcome ->
    [open] suggestion en attente
    [accepted] suggestion acceptée
   *[declined] suggestion non retenue
}
posts-history-valid = confirme que la traduction reste valable
posts-history-open = reprendre ce texte
posts-held-word = En attente.
posts-held-means = Ce message attend la modération ; pour l’instant, personne d’autre que vous et elle ne le voit. C’est le cas des premiers messages, et des premiers qui contiennent des liens.
posts-flag = Signaler
posts-quote = Citer
posts-quote-from = { $a }{ $name }, nº { $n }{ $end }{ $lang ->
    [fr] , en français :
    [en] , en anglais :
   *[ja] , en japonais :
}
posts-quote-gone = Le message cité ne peut plus être lu.
posts-quote-changed = Le message cité a changé depuis.
posts-quote-in = { $lang ->
    [fr] Lire ce passage en français
    [en] Lire ce passage en anglais
   *[ja] Lire ce passage en japonais
}
posts-react = Réagir
posts-reaction = { $kind ->
    [thanks] Merci
    [insight] Éclairant
    [support] Solidaire
   *[joy] Réjouissant
}
posts-people = Personnes que vous voulez peut-être mentionner
posts-hints = Voici ce qui faciliterait la traduction.
posts-hints-means = Rien d’obligatoire : vous pouvez publier votre texte tel quel.
posts-hint = { $kind ->
    [sentence] { $lang ->
        [ja] Cette phrase compte { $length } caractères : « { $what } ». Des phrases plus courtes se traduisent mieux.
       *[other] Cette phrase compte { $length } mots : « { $what } ». Des phrases plus courtes se traduisent mieux.
    }
    [date] « { $what } » n’est pas le même jour pour tout le monde : selon le pays, le premier nombre est le jour ou le mois. Écrivez le mois en toutes lettres.
    [moment] Quand on lira la traduction, « { $what } » ne sera peut-être plus juste : donnez plutôt la date.
   *[letters] Si « { $what } » est un sigle, donnez une fois sa signification entre parenthèses, par exemple « SCIC (société coopérative d’intérêt collectif) ».
  }
