moderation-thread-title = Modérer ce fil
moderation-post-title = Modérer le message nº { $n }
moderation-what = Action
moderation-thread-act = { $act ->
    [lock] Verrouiller
    [unlock] Déverrouiller
    [pin] Épingler
    [unpin] Désépingler
    [hide] Masquer
   *[restore] Rétablir
}
moderation-thread-effect = { $act ->
    [lock] Plus personne ne peut répondre ; tout reste lisible.
    [unlock] On peut de nouveau répondre.
    [pin] Le fil se place en tête de l’accueil et de la liste.
    [unpin] Le fil reprend sa place dans l’ordre chronologique.
    [hide] Seule la modération voit le fil et ce qu’il contient.
   *[restore] Ce qui avait été masqué redevient lisible, et rien d’autre.
}
moderation-post-act = { $act ->
    [accept] Publier
    [hide] Masquer
    [delete] Supprimer
   *[restore] Rétablir
}
moderation-post-effect = { $act ->
    [accept] Tout le monde voit le message dès maintenant.
    [hide] Une mention reste à sa place, avec le motif ; les réponses restent aussi.
    [delete] Le message disparaît ; une mention ne reste que si quelqu’un y a répondu. La modération peut le rétablir.
   *[restore] Ce qui avait été retiré redevient lisible, et rien d’autre.
}
moderation-reason-hint = La personne concernée le lit. Il reste au journal, qui peut être public : n’y nommez personne.
moderation-do = Confirmer
moderation-cancel = Annuler
moderation-log = Journal des actions
moderation-log-act = { $act ->
    [lock] verrouillé
    [unlock] déverrouillé
    [pin] épinglé
    [unpin] désépinglé
    [hide] masqué
    [delete] supprimé
    [restore] rétabli
    [accept] publié
    [dismiss] signalement classé
    [uphold] décision maintenue
    [settle] contestation tranchée
    [move] messages déplacés
    [split] messages séparés en un nouveau fil
    [merge] réuni à un autre fil
    [undo] déplacement annulé
    [suspend] { $until ->
            [never] suspendu sans limite de durée
           *[other] suspendu jusqu’au { $until }
        }
    [unsuspend] suspension levée
    [confirm] confiance accordée
    [unconfirm] confiance retirée
    [decline] demande d’inscription refusée
    [invite] invitation envoyée
    [revoke] invitation retirée
    [role] rôle changé
    [theme-add] ajouté
    [theme-merge] fusionné avec un autre thème
    [theme-place] déplacé dans la liste
    [theme-rename] nom ou description modifiés
    [theme-restore] remis en service
    [theme-retire] retiré
    [theme-unmerge] fusion annulée
    [stage-illustrate] passage à la phase « illustrer »
    [stage-debate] passage à la phase « débattre »
    [stage-propose] passage à la phase « proposer »
    [stage-closed] passage à la phase « clos »
    [stage-plan] date de la phase modifiée
    [statement-accept] énoncé retenu
    [statement-merge] énoncé réuni à un autre
    [statement-decline] énoncé écarté
    [statement-same] énoncés de même sens reliés
    [statement-not-same] lien entre énoncés défait
    [statement-checked] traduction d’un énoncé vérifiée
    [synthesis] synthèse commencée
    [community] communauté linguistique corrigée
    [room] décompte à main levée ajouté
    [room-strike] décompte à main levée annulé
    [declare-consensus] consensus déclaré
    [declare-partial] consensus partiel déclaré
    [declare-no-consensus] absence de consensus déclarée
   *[edit] modifié
}
moderation-own-title = Supprimer votre message nº { $n }
moderation-title = Modération
moderation-kinds = Ce qui attend
moderation-kind = { $kind ->
    [flag] Signalements ({ $count })
    [held] Messages en attente ({ $count })
    [answer] Réponses ({ $count })
    [join] Inscriptions ({ $count })
   *[all] Tout ({ $count })
}
moderation-case-kind = { $kind ->
    [flag] Signalé
    [held] En attente de publication
    [answer] Réponse à une décision
   *[join] Demande d’inscription
}
moderation-case-title = { $kind ->
    [flag] Message signalé
    [held] Message en attente
    [answer] Réponse à une décision
   *[join] Demande d’inscription
}
moderation-case-about = { $n ->
    [0] le { $time }
    [1] ouverture du fil, { $name }, le { $time }
   *[other] message nº { $n }, { $name }, le { $time }
}
moderation-flags = { $count ->
    [one] { $count } signalement
   *[other] { $count } signalements
}
moderation-flag-kind = { $kind ->
    [spam] Publicité ou envoi en masse
    [hurtful] Blessant ou menaçant
    [off-topic] Hors sujet
    [private] Données personnelles de quelqu’un
    [illegal] Contraire à la loi
   *[other] Autre chose
}
moderation-flag-title = Signaler le message nº { $n }
moderation-flag-means = Seule la modération lit les signalements. La personne qui a écrit le message ne saura pas qui l’a signalé.
moderation-flag-what = Ce qui ne va pas
moderation-flag-words = Précisions
moderation-flag-words-hint = Facultatif, sauf pour « Autre chose ».
moderation-flag-send = Signaler
moderation-flag-sent-word = Merci.
moderation-flag-sent = La modération va regarder. Une notification vous dira quand c’est fait.
moderation-nothing = Rien n’attend. Profitez-en pour lire.
moderation-more = Suite
moderation-done-word = C’est réglé.
moderation-done = Les personnes concernées sont prévenues.
moderation-decide = Décision
moderation-decision = { $decision ->
    [dismiss] Rien à redire
    [hide] Masquer
    [delete] Supprimer
    [accept] Publier
    [uphold] Maintenir la décision
    [undo] Revenir sur la décision
    [admit] Accepter
   *[decline] Refuser
}
moderation-decision-effect = { $decision ->
    [dismiss] Le message reste tel quel.
    [hide] Une mention reste à sa place, avec le motif ; les réponses restent aussi.
    [delete] Le message disparaît. La modération peut le rétablir.
    [accept] Tout le monde le voit dès maintenant.
    [uphold] La personne en est prévenue, avec votre motif.
    [undo] La décision est annulée : tout redevient comme avant, et rien d’autre ne change.
    [admit] La personne reçoit un courriel et peut se connecter.
   *[decline] La personne reçoit un courriel avec le motif ; ses données sont effacées.
}
moderation-settled = { $decision ->
    [dismiss] { $name } n’y a rien trouvé à redire, le { $time }.
    [hide] { $name } l’a masqué, le { $time }.
    [delete] { $name } l’a supprimé, le { $time }.
    [accept] { $name } l’a publié, le { $time }.
    [uphold] { $name } a maintenu la décision, le { $time }.
    [undo] { $name } a annulé la décision, le { $time }.
    [admit] { $name } a accepté la demande, le { $time }.
   *[decline] { $name } a refusé la demande, le { $time }.
}
moderation-person-posts = { $count ->
    [0] aucun message publié
    [one] { $count } message publié
   *[other] { $count } messages publiés
}
moderation-person-since = membre depuis le { $day }
moderation-person-past = { $count ->
    [0] rien n’a été retiré jusqu’ici
    [one] un message retiré jusqu’ici
   *[other] { $count } messages retirés jusqu’ici
}
moderation-person-suspended = { $until ->
    [never] compte suspendu sans limite de durée
   *[other] compte suspendu jusqu’au { $until }
}
moderation-person = Suspendre, faire confiance, annoter
moderation-person-untouchable = Seule l’administration peut agir sur ce compte.
moderation-profile = Voir le profil
moderation-account-act = { $act ->
    [suspend] Suspendre
    [unsuspend] Lever la suspension
    [confirm] Faire confiance
   *[unconfirm] Retirer la confiance
}
moderation-account-effect = { $act ->
    [suspend] La personne ne peut plus rien écrire nulle part ; elle peut lire le forum et télécharger ses données.
    [unsuspend] La personne peut de nouveau écrire.
    [confirm] Ses messages n’attendent plus.
   *[unconfirm] Les règles des premiers messages s’appliquent de nouveau.
}
moderation-term = Durée de la suspension
moderation-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
moderation-no-end = Sans limite de durée
moderation-notes = Notes de la modération
moderation-note = Ajouter une note
moderation-note-hint = Lue par la modération seule.
moderation-note-add = Ajouter la note
moderation-canned = Réponse préparée
moderation-canned-hint = Chaque personne la lit dans sa langue ; vos mots viennent après.
moderation-canned-none = aucune
moderation-answers = Réponses préparées
moderation-answers-mean = Des motifs tout prêts, dans les trois langues. La personne concernée les lit dans la sienne.
moderation-answers-none = Il n’y en a pas encore.
moderation-answer-retired = N’est plus proposée.
moderation-answer-retire = Ne plus proposer
moderation-answer-offer = Proposer de nouveau
moderation-answer-new = Nouvelle réponse
moderation-answer-name = Nom dans la liste
moderation-answer-body = Ce qu’elle dit
moderation-answer-add = Ajouter
moderation-relocate = Déplacer, séparer, réunir
moderation-relocate-means = Les messages gardent leurs adresses et leurs réponses les suivent. Des liens restent des deux côtés, et tout peut être annulé.
moderation-relocation = { $kind ->
    [move] Déplacer des messages vers un autre fil
    [split] Séparer des messages en un nouveau fil
   *[merge] Réunir tout ce fil à un autre
}
moderation-relocation-effect = { $kind ->
    [move] Indiquez les messages et le fil d’arrivée.
    [split] Indiquez les messages ; vous écrivez le titre et l’ouverture.
   *[merge] Indiquez le fil d’arrivée. L’adresse du fil actuel y mènera.
}
moderation-numbers = Numéros des messages
moderation-numbers-hint = Par exemple « 3, 7-9 ». Les réponses à ces messages les suivent.
moderation-to = Fil d’arrivée
moderation-to-hint = Son numéro ou son adresse.
moderation-split-new = Le nouveau fil
moderation-split-body = Ces messages viennent du fil [{ $title }]({ $href }).
moderation-relocated = Déplacements
moderation-undo = Annuler ce déplacement
moderation-public-log = Journal de modération
moderation-log-means = Ce que la modération a fait, et pourquoi. Les personnes concernées ne sont pas nommées.
moderation-log-closed = Ce journal n’est montré qu’à la modération.
moderation-log-none = La modération n’a encore rien eu à faire.
moderation-log-subject = { $subject ->
    [post] (message)
    [thread] (fil)
    [account] (compte)
    [theme] (thème)
   *[text] (traduction)
}
moderation-answer-words = Ce qu’en dit la personne
moderation-decision-title = Décision de la modération
moderation-answer-yours = Votre réponse
moderation-answer = Répondre
moderation-answer-means = Vous pouvez répondre une fois. La modération lira votre réponse et pourra revenir sur sa décision.
moderation-answer-field = Votre réponse
moderation-answer-send = Envoyer à la modération
moderation-answer-came = { $decision ->
    [open] La modération ne l’a pas encore lue.
    [undo] La modération est revenue sur sa décision.
   *[uphold] La modération a maintenu sa décision.
}
moderation-person-saved = Le changement s’applique dès maintenant.
moderation-decision-see = { $what ->
    [thread] Voir le fil
   *[post] Voir le message
}
