errors-heading = { $status ->
    [400] Cette requête est illisible
    [401] Connectez-vous
    [403] Ce n’est pas possible
    [404] Rien ici
    [405] Ce n’est pas possible
    [408] Délai dépassé
    [409] Quelqu’un a enregistré avant vous
    [410] Ce lien n’est plus valable
    [421] Mauvaise adresse
    [413] Envoi trop volumineux
    [415] Envoi illisible
    [422] Vérifiez votre envoi
    [429] Un peu trop vite
    [431] Requête trop volumineuse
    [503] Le forum ne peut pas répondre pour l’instant
    [507] Le disque du forum est plein
   *[other] Erreur de notre côté
}
errors-nothing-lost = { $count ->
    [one] Rien n’est perdu. Une chose à changer :
   *[other] Rien n’est perdu. { $count } choses à changer :
}
errors-typed = Ce que vous avez saisi
errors-typed-means = Tout est là. Vous pouvez le renvoyer ou le copier.
errors-try-again = Renvoyer
errors-home = Aller à l’accueil
errors-languages = Les pages existent en français (/fr), en anglais (/en) et en japonais (/ja).
errors-not-found = Il n’y a rien à cette adresse, ou ce n’est plus affiché.
errors-malformed = La requête est mal formée.
errors-encoding = Le contenu du formulaire n’est pas un texte UTF-8 valide.
errors-sign-in = Il faut un compte. Votre saisie est gardée ci-dessous ; connectez-vous dans un autre onglet, puis renvoyez-la.
errors-forged = Ce formulaire est trop ancien ou ne vient pas de ce site. Renvoyez-le depuis cette page.
errors-method = Cette adresse n’accepte pas ce type de requête.
errors-conflict = Quelqu’un a enregistré une révision plus récente pendant que vous écriviez. Les deux textes sont gardés.
errors-too-large = La limite est de { $count } Kio par envoi.
errors-media = L’envoi doit se faire par un formulaire ordinaire, non compressé.
errors-timeout = La requête n’est pas arrivée à temps.
errors-invalid = Certains champs sont à corriger.
errors-too-many = { $count ->
    [one] Patientez 1 seconde.
   *[other] Patientez { $count } secondes.
}
errors-headers = Les en-têtes de la requête dépassent 16 Kio.
errors-internal = Quelque chose n’a pas fonctionné de notre côté. L’incident est consigné ; rien n’a été enregistré à moitié.
errors-unavailable = La base de données ne répond pas ou n’accepte pas d’écriture. Rien n’a été enregistré à moitié ; réessayez dans un instant.
errors-full = Il n’y a plus de place pour enregistrer. Rien n’a été enregistré à moitié ; prévenez l’administration.
errors-denied-moderators-only = Seule la modération peut faire cela.
errors-denied-not-your-post = Seules la personne qui a écrit ce message et la modération peuvent le modifier.
errors-denied-thread-locked = Ce fil est verrouillé. Il ne reçoit plus de messages.
errors-denied-thread-archived = Ce fil est archivé. Il ne reçoit plus de messages.
errors-denied-post-gone = Ce message est masqué ou supprimé ; on ne peut pas le modifier.
errors-denied-announcements = Seule la modération peut publier des annonces.
errors-denied-reason-needed = Indiquez un motif.
errors-denied-original = C’est la langue de l’original : on le modifie, on ne le traduit pas.
errors-denied-reviewers-only = Il faut le droit de relecture pour cette langue.
errors-denied-own-review = C’est votre propre traduction. Pour la relire vous-même, indiquez un motif.
errors-denied-machine-review = Une traduction automatique ne se relit pas telle quelle. Enregistrez-la d’abord, même sans rien y changer si elle est bonne.
errors-denied-nothing-to-review = Rien ici n’attend de relecture.
errors-denied-nothing-to-clear = Rien à vider : cette version est encore à traduire.
errors-field-empty = Ce champ ne doit pas être vide.
errors-field-too-long = { $found } caractères, pour une limite de { $limit }.
errors-body-empty = Le texte est vide.
errors-body-bytes = Le texte est trop long : { $found } octets, pour une limite de { $limit }.
errors-body-links = Le texte compte { $found } liens, pour une limite de { $limit }.
errors-themes-none = Choisissez au moins un thème.
errors-themes-many = Vous avez choisi { $found } thèmes, pour une limite de { $limit }.
errors-theme-unknown = L’un de ces thèmes n’existe pas ou ne peut plus être choisi.
errors-kind-unknown = Ce type de fil n’existe pas.
errors-lang-unknown = Choisissez le français (fr), l’anglais (en) ou le japonais (ja).
errors-parent-unknown = Le message auquel vous répondez n’est pas dans ce fil, ou n’est plus affiché.
errors-change-unknown = Dites si le sens change ou seulement la forme.
errors-wording-shape = Cette modification ajoute, retire ou transforme des paragraphes. Elle change donc le sens : choisissez « Le sens ».
errors-revision-unknown = Cette révision n’existe pas.
errors-based-on-unknown = Cette révision de l’original n’existe pas.
errors-review-changed = La relecture porte sur ce qui est enregistré. Pour modifier le texte, enregistrez-le d’abord.
errors-act-unknown = Choisissez une action.
errors-opening-goes-with-thread = Le message d’ouverture est inséparable de son fil : masquez plutôt le fil.
errors-handle-length = Un identifiant compte de 2 à { $limit } caractères ; celui-ci en compte { $found }.
errors-handle-characters = Un identifiant ne contient que des lettres, des chiffres, « - » et « _ », et commence par une lettre ou un chiffre.
errors-handle-taken = Cet identifiant est déjà pris.
errors-email = Ce n’est pas une adresse de courriel.
errors-email-taken = Cette adresse de courriel est déjà utilisée.
errors-password-common = Ce mot de passe est trop courant. Choisissez-en un autre.
errors-sign-in-wrong = L’identifiant ou le mot de passe est incorrect.
errors-last-admin = Il doit rester au moins un compte d’administration.
errors-reads-none = Choisissez au moins une langue.
errors-zone-unknown = Ce fuseau horaire n’existe pas.
errors-handle-unknown = Personne ne porte cet identifiant.
errors-kept = Tout est là : vous pouvez le copier.
errors-back = Revenir en arrière
errors-changed = Ce qui a changé entre-temps
errors-denied-human-work = Une personne a déjà traduit ce texte : une traduction automatique ne remplace jamais son travail.
errors-denied-nothing-to-restore = Rien à rétablir : cette version n’a pas été vidée, ou elle a été traduite depuis.
errors-denied-nothing-to-confirm = Rien à confirmer : cette version est encore à traduire.
errors-denied-nothing-to-accept = Cette suggestion n’attend plus de décision, ou la traduction n’a plus l’état « relue ». Vous pouvez ouvrir la suggestion et l’enregistrer.
errors-denied-own-work = C’est votre propre travail : une autre personne doit le relire.
errors-denied-not-yours = Cette prise en charge est celle d’une autre personne.
errors-denied-claimed = Une autre personne s’en charge déjà. Vous pouvez choisir un autre texte, ou attendre que sa prise en charge prenne fin.
errors-denied-nothing-to-contest = Il n’y a pas de traduction à contester ici.
errors-denied-not-read-by-you = Vous pouvez contester la traduction de ce que vous avez écrit, ou une traduction dans une langue que vous lisez. Vos réglages indiquent les langues que vous lisez.
errors-denied-already-readable = Ce texte se lit déjà dans cette langue.
errors-denied-admins-only = Seule l’administration peut faire cela.
errors-passage-unknown = Ces mots ne figurent pas dans la traduction. Copiez-les tels qu’ils y sont.
errors-block-unknown = L’original n’a pas de paragraphe à cette place.
errors-valid-changed = Vous avez modifié le texte. Pour garder vos changements, enregistrez ; « Toute la traduction reste valable » confirme la traduction telle qu’elle est.
errors-ask-identical = Cette traduction est identique à l’original. Est-ce voulu ?
errors-ask-identical-title = Le titre est identique à celui de l’original. Est-ce voulu ?
errors-ask-gaps = { $found ->
    [one] Un paragraphe de la traduction est vide : personne ne pourrait le lire. Est-ce voulu ?
   *[other] { $found } paragraphes de la traduction sont vides : personne ne pourrait les lire. Est-ce voulu ?
}
errors-ask-claimed = Une autre personne se charge déjà de cette traduction. Voulez-vous vraiment enregistrer la vôtre ?
errors-term-changed = Une autre personne a modifié ce terme entre-temps. Votre saisie est là ; comparez, puis enregistrez.
errors-term-known = Ce terme figure déjà au glossaire.
errors-typed-below = Votre saisie est toujours là.
errors-link-gone = Ce lien a déjà servi, ou il n’est plus valable. Demandez-en un nouveau.
errors-relocate-unknown = Ce fil n’existe pas. Donnez son numéro, ou son adresse.
errors-relocate-hidden = Un fil masqué ou déjà réuni à un autre ne peut pas servir ici.
errors-relocate-same = C’est le même fil.
errors-relocate-opening = Le message nº 1 ouvre le fil : pour le déplacer, réunissez tout le fil à un autre.
errors-relocate-numbers = L’un de ces numéros ne correspond à aucun message de ce fil.
errors-numbers = Indiquez des numéros de messages, par exemple « 3, 7-9 ».
errors-agree = Il faut accepter la licence et avoir lu la note de confidentialité pour rejoindre le forum.
errors-current-wrong = Ce n’est pas votre mot de passe actuel.
errors-flag-kind = Dites ce qui ne va pas.
errors-term-unknown = Choisissez une durée.
errors-letters-enough = Trois courriels ont déjà été demandés pour cette adresse aujourd’hui. Réessayez demain.
errors-canned-unknown = Cette réponse préparée n’existe pas.
errors-denied-by-invitation = On rejoint ce forum sur invitation. Demandez à la modération de vous inviter.
errors-denied-suspended = Votre compte est suspendu : vous pouvez lire le forum et télécharger vos données, mais pas écrire.
errors-denied-not-yourself = On ne peut pas faire cela à son propre compte.
errors-denied-flag-own = C’est votre propre message : vous pouvez le modifier ou le supprimer.
errors-denied-settled = Une autre personne de la modération a décidé avant vous.
errors-denied-answered = Vous avez déjà répondu à cette décision ; on ne peut répondre qu’une fois.
errors-denied-not-about-you = On ne peut pas répondre à cette décision.
errors-denied-moved-on = D’autres changements ont eu lieu depuis. Annulez d’abord les plus récents.
errors-erase-last-admin = Vous êtes le dernier compte d’administration : personne ne pourrait plus tenir le forum. Confiez d’abord ce rôle à quelqu’un d’autre.
errors-contributions = Dites ce que deviennent vos contributions.
errors-erase-sure = Cochez la case pour confirmer.
errors-host = Cette adresse n’est pas celle du forum. On l’atteint à { $base }.
errors-role-unknown = Ce rôle n’existe pas.
errors-join-password = Ce n’est pas le mot de passe choisi à l’inscription. Si l’inscription ne vient pas de vous, ne faites rien ; sinon, recommencez-la.
errors-denied-edited = Ce message a été modifié depuis que vous l’avez ouvert. Relisez-le ci-dessus : votre décision portera sur ce texte.
errors-links-later = D’autres ont déjà répondu : tant que trois de vos messages n’ont pas été publiés, vous ne pouvez pas ajouter de liens au message d’ouverture du fil. Mettez ces liens dans une réponse.
errors-password-short = Un mot de passe compte au moins { $limit } caractères ; celui-ci en compte { $found }.
errors-password-long = Un mot de passe compte au plus { $limit } octets ; celui-ci en compte { $found }.
errors-search-condition = Une condition de la recherche n’est pas reconnue : vérifiez les noms, les langues et les dates.
errors-drafts-many = Vous avez déjà { $found } brouillons, pour une limite de { $limit }. Supprimez-en un pour garder celui-ci ; votre texte est toujours ici.
errors-body-mentions = Le texte mentionne { $found } personnes, pour une limite de { $limit }.
errors-slug = Une adresse de thème se compose de lettres de a à z, de chiffres et de tirets, 60 caractères au plus.
errors-slug-taken = Un thème a déjà cette adresse.
errors-theme-same = Un thème ne peut pas être fusionné avec lui-même.
errors-denied-own-words = Vous ne pouvez pas réagir à votre propre message.
errors-attachment-none = Choisissez d’abord un fichier.
errors-attachment-kind = Ce fichier n’est ni une image PNG, JPEG, WebP ou GIF, ni un PDF.
errors-attachment-pixels = Cette image dépasse 40 millions de pixels : réduisez-la avant de la joindre.
errors-attachment-broken = Cette image est incomplète ou abîmée : elle n’a pas pu être lue.
errors-attachment-size = Ce fichier dépasse { $limit } Mo.
errors-attachment-quota = Vos fichiers occupent { $found } Mo sur { $limit } : il n’y a plus de place pour celui-ci. Supprimez-en sur la page « Vos fichiers ».
errors-body-undescribed = { $found ->
    [one] Un fichier n’est pas décrit : écrivez entre les crochets ce que l’on y voit, ou le titre du PDF, par exemple ![Le moulin vu de la route](…).
   *[other] { $found } fichiers ne sont pas décrits : écrivez entre les crochets ce que l’on y voit, ou le titre du PDF, par exemple ![Le moulin vu de la route](…).
  }
errors-frequency = Choisissez une fréquence dans la liste.
errors-weekday = Choisissez un jour dans la liste.
errors-hour = Choisissez une heure entre 0 et 23.
errors-conflict-consensus = Quelqu’un d’autre vient de le faire. Ce que vous avez écrit est toujours là ; regardez l’état actuel, puis décidez de nouveau.
errors-stage-step = Un fil avance d’une phase ou recule d’une phase.
errors-stage-unknown = Choisissez une phase.
errors-summary-needed = Pour quitter une phase, il en faut un résumé, dans une langue.
errors-thresholds = Ces seuils se contredisent. Donnez des pourcentages entiers de 1 à 100, avec un seuil d’objections inférieur à ceux de l’appui et de la divergence.
errors-thresholds-fixed = Les seuils sont fixés à l’ouverture du débat.
errors-names-unknown = Choisissez : des positions qui portent un nom, ou des totaux seulement.
errors-time-unknown = Donnez une date, par exemple 2026-12-31.
errors-post-unknown = Aucun message lisible par tout le monde ne se trouve à cette adresse.
errors-words-not-there = Ces mots ne figurent pas dans ce message. Copiez-les tels quels, ou laissez le champ vide.
errors-declaration-unknown = Cette déclaration n’existe pas.
errors-merge-unknown = Choisissez un autre énoncé de ce fil.
errors-merge-circle = L’autre énoncé a déjà été réuni à celui-ci : on tournerait en rond.
errors-merge-settled = L’autre énoncé a lui-même été réuni à un autre ou écarté : choisissez-en un qui ne l’a pas été.
errors-reason-for-position = Une réserve ou une objection s’explique : dites pourquoi.
errors-value-unknown = Choisissez une position.
errors-community-needed = Dites à quelle communauté linguistique vous appartenez dans ce fil ; vous ne le ferez qu’une fois.
errors-community-frozen = Vous avez déclaré une autre communauté linguistique dans ce fil. La modération peut la corriger, une fois.
errors-community-none = Cette personne n’a pas pris position dans ce fil.
errors-answer-unknown = Choisissez une réponse à cette objection, encore affichée et écrite par une autre personne que celle qui l’a soulevée.
errors-room-empty = Comptez au moins une personne, et au plus { $limit }.
errors-room-day = La date de la réunion est encore à venir.
errors-count-unknown = Donnez un nombre entier, ou laissez le champ vide.
errors-synthesis-lang = La synthèse a été commencée dans une autre langue, qui reste celle de l’original.
errors-outcome-unknown = Choisissez une conclusion.
errors-declare-cites = Une traduction de la synthèse ne cite pas les mêmes énoncés que l’original, ou pas de la même façon.
errors-declare-unknown = La synthèse cite comme faisant accord un énoncé qui n’est pas retenu dans ce fil.
errors-words-no-post = Indiquez aussi l’adresse du message d’où viennent ces mots.
errors-stage-ends-day = Choisissez une date à venir, dans les dix prochaines années.
errors-review-day = La date de réexamen est déjà passée.
errors-declare-stage = Une déclaration se publie dans la phase « proposer ».
errors-declare-synthesis = Il n’y a pas encore de synthèse.
errors-declare-slot-fr = La synthèse française doit être originale ou relue, et à jour.
errors-declare-slot-en = La synthèse anglaise doit être originale ou relue, et à jour.
errors-declare-slot-ja = La synthèse japonaise doit être originale ou relue, et à jour.
errors-declare-agreed = La synthèse ne cite aucun énoncé comme faisant accord.
errors-declare-statement = { $found ->
    [0] Un énoncé cité comme faisant accord n’est pas de ce fil.
   *[other] L’énoncé { $found } est cité comme faisant accord, et ce n’est pas le cas.
}
errors-declare-answers = { $found ->
    [one] Une objection n’a pas encore de réponse.
   *[other] { $found } objections n’ont pas encore de réponse.
}
errors-declare-outcome = Les énoncés cités comme faisant accord ne permettent pas cette conclusion.
errors-denied-consensus-moderators = C’est la modération qui ouvre les fils de consensus.
errors-denied-consensus-stays = Un fil de consensus ne peut pas être réuni à un autre : ses énoncés et ses positions ne peuvent pas aller ailleurs.
errors-denied-stage-closed = La phase du fil ne le permet pas en ce moment.
errors-denied-not-accepted = Cet énoncé n’a pas été retenu : on ne peut pas prendre position sur lui.
errors-denied-statement-settled = Des personnes ont pris position sur cet énoncé : il ne peut plus être écarté. Vous pouvez le réunir à un autre.
errors-denied-not-your-statement = Cet énoncé est de quelqu’un d’autre.
errors-denied-has-positions = Des personnes ont pris position sur cet énoncé : seule la modération le modifie désormais.
errors-statement-reworded = L’énoncé a changé pendant que vous le lisiez : relisez-le, puis confirmez votre position.
errors-denied-machine-statement = On ne prend pas position sur une traduction automatique ou qui n’est plus à jour, ni en l’absence de traduction : il faut d’abord qu’une personne traduise l’énoncé ou mette sa traduction à jour.
errors-denied-objection-settled = Le sort de cette objection est réglé.
errors-denied-not-answered-yet = Cette objection n’a pas encore de réponse : vous pourrez la maintenir une fois la réponse donnée.
errors-denied-own-objection = C’est à quelqu’un d’autre de répondre à votre objection.
errors-denied-nothing-to-check = La traduction de cet énoncé n’est pas en cours de vérification.
errors-denied-community-corrected = La communauté linguistique de cette personne a déjà été corrigée, ce qui ne se fait qu’une fois.
