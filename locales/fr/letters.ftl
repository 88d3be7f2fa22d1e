letters-greeting = Bonjour,
letters-greeting-name = Bonjour { $name },
letters-foot = Courriel envoyé par { $site }.
letters-subject = { $kind ->
    [join-asked] Confirmez votre adresse pour rejoindre { $site }
    [known] Vous avez déjà un compte sur { $site }
    [welcome] Bienvenue sur { $site }
    [not-admitted] Votre demande de compte sur { $site }
    [invited] { $other } vous invite sur { $site }
    [reset] Choisissez un nouveau mot de passe pour { $site }
    [password-changed] Votre mot de passe a changé sur { $site }
    [confirm-address] Confirmez votre nouvelle adresse pour { $site }
    [subscription-asked] Confirmez que vous voulez recevoir la lettre de { $site }
    [subscribed] Vous recevez déjà la lettre de { $site }
   *[address-changed] Votre adresse a changé sur { $site }
}
letters-says = { $kind ->
    [join-asked] Une demande de compte sur { $site } a été faite avec cette adresse. Si elle vient de vous, confirmez votre adresse : vous pourrez ensuite lire et écrire dans votre langue.
    [known] Une demande de compte a été faite avec cette adresse, mais elle est déjà celle du compte { $name }. Si vous avez oublié votre mot de passe, vous pouvez en choisir un nouveau.
    [welcome] Votre demande a été acceptée. Vous pouvez dès maintenant vous connecter avec l’identifiant { $name }.
    [not-admitted] La modération n’a pas accepté votre demande, pour le motif suivant :
    [invited] { $other } vous invite à prendre part aux discussions de { $site } : on y lit et on y écrit dans sa langue, en français, en anglais ou en japonais.
    [reset] Quelqu’un a demandé un nouveau mot de passe pour le compte { $name }. Si c’est vous, choisissez-le maintenant.
    [password-changed] Le mot de passe du compte { $name } vient d’être changé ; toutes les autres sessions ont été fermées, et les clés pour les programmes ont été supprimées.
    [confirm-address] Cette adresse doit devenir celle du compte { $name }. Confirmez que vous y recevez bien vos courriels.
    [subscription-asked] Quelqu’un a demandé que cette adresse reçoive la lettre de { $site } : ce qui se dit sur le forum, dans votre langue. Si c’est vous, confirmez votre demande.
    [subscribed] Quelqu’un a demandé que cette adresse reçoive la lettre de { $site }. Vous la recevez déjà : rien n’a changé.
   *[address-changed] L’adresse du compte { $name } est désormais { $other }. Celle-ci ne recevra plus rien.
}
letters-action = { $kind ->
    [join-asked] Confirmer mon adresse
    [welcome] Se connecter
    [invited] Accepter l’invitation
    [confirm-address] Confirmer ma nouvelle adresse
    [acted] Voir la décision
    [acted-back] Voir sur le forum
    [subscription-asked] Recevoir la lettre
    [subscribed] Voir ou modifier mon abonnement
   *[other] Choisir un nouveau mot de passe
}
letters-small = { $kind ->
    [join-asked] Ce lien reste valable 48 heures. Si vous n’avez rien demandé, ne faites rien : aucun compte ne sera créé.
    [known] Si la demande ne vient pas de vous, vous n’avez rien à faire.
    [welcome] À bientôt sur le forum.
    [not-admitted] Les données de votre demande ont été supprimées.
    [invited] Cette invitation reste valable 14 jours. Si elle ne vous intéresse pas, ne faites rien : votre adresse sera effacée.
    [reset] Ce lien reste valable 30 minutes et ne sert qu’une fois. Si vous n’avez rien demandé, ne faites rien : votre mot de passe ne change pas.
    [password-changed] Si ce changement ne vient pas de vous, choisissez tout de suite un nouveau mot de passe.
    [confirm-address] Ce lien reste valable 48 heures. Si vous n’avez rien demandé, ne faites rien : l’adresse du compte ne change pas.
    [subscription-asked] Ce lien reste valable 7 jours. Si vous n’avez rien demandé, ne faites rien : aucune lettre ne sera envoyée, et votre adresse sera effacée.
    [subscribed] Si la demande ne vient pas de vous, vous n’avez rien à faire.
   *[address-changed] Si ce changement ne vient pas de vous, prévenez l’administration du forum.
    [acted] Vous pouvez répondre une fois à cette décision ; la modération lira votre réponse.
}
letters-acted-subject = { $subject ->
    [account] { $act ->
            [uphold] La décision de la modération est maintenue
            [suspend] Votre compte sur { $site } est suspendu
           *[unsuspend] Votre compte sur { $site } est rétabli
        }
    [thread] { $act ->
            [uphold] La décision de la modération est maintenue
            [hide] Votre fil a été masqué
            [lock] Votre fil a été verrouillé
            [unlock] Votre fil est rouvert
            [merge] Votre fil a été réuni à un autre
            [move] Des messages de votre fil ont été déplacés
            [split] Des messages de votre fil forment un nouveau fil
            [undo] Un déplacement dans votre fil a été annulé
           *[restore] Votre fil est de nouveau visible
        }
   *[post] { $act ->
            [uphold] La décision de la modération est maintenue
            [accept] Votre message est publié
            [hide] Votre message a été masqué
            [delete] Votre message a été supprimé
            [edit] Votre message a été modifié par la modération
           *[restore] Votre message est de nouveau visible
        }
}
letters-acted-says = { $subject ->
    [account] { $act ->
            [uphold] La modération de { $site } a lu votre réponse et maintient sa décision. Motif :
            [suspend] { $until ->
                [never] La modération de { $site } a suspendu votre compte sans limite de durée. Vous pouvez toujours lire le forum et télécharger vos données. Motif :
               *[other] La modération de { $site } a suspendu votre compte jusqu’au { $until }. Vous pouvez toujours lire le forum et télécharger vos données. Motif :
            }
           *[unsuspend] La modération de { $site } a levé la suspension de votre compte. Motif :
        }
    [thread] { $act ->
            [uphold] La modération de { $site } a lu votre réponse et maintient sa décision. Motif :
           *[other] La modération de { $site } a pris une décision sur un fil que vous avez ouvert. Motif :
        }
   *[post] { $act ->
            [uphold] La modération de { $site } a lu votre réponse et maintient sa décision. Motif :
            [accept] La modération de { $site } a publié le message que vous aviez envoyé.
           *[other] La modération de { $site } a pris une décision sur un de vos messages. Motif :
        }
}
letters-acted-place = { $what ->
    [thread] { $by ->
            [day] Fil ouvert le { $day }
           *[title] Fil « { $title } »
        }
   *[post] { $by ->
            [day] Message du { $day }
           *[title] Message nº { $n } du fil « { $title } »
        }
}
letters-told-name = { $former ->
    [yes] Une personne qui a quitté le forum
   *[no] { $name }
}
letters-told = { $because ->
    [mentioned] { $name } s’adresse à vous
    [quoted] { $name } a cité votre message
    [replied] { $name } vous a répondu
    [posted] { $name } a écrit dans ce fil
    [opened] { $name } a ouvert un fil
    [reviewed] { $lang ->
            [fr] { $name } a relu la traduction en français
            [en] { $name } a relu la traduction en anglais
           *[ja] { $name } a relu la traduction en japonais
        }
    [returned] { $lang ->
            [fr] { $name } vous demande de revoir votre traduction en français
            [en] { $name } vous demande de revoir votre traduction en anglais
           *[ja] { $name } vous demande de revoir votre traduction en japonais
        }
    [accepted] { $lang ->
            [fr] { $name } a accepté votre suggestion en français
            [en] { $name } a accepté votre suggestion en anglais
           *[ja] { $name } a accepté votre suggestion en japonais
        }
    [declined] { $lang ->
            [fr] { $name } n’a pas retenu votre suggestion en français
            [en] { $name } n’a pas retenu votre suggestion en anglais
           *[ja] { $name } n’a pas retenu votre suggestion en japonais
        }
    [contested] { $lang ->
            [fr] { $name } conteste un passage de la traduction en français
            [en] { $name } conteste un passage de la traduction en anglais
           *[ja] { $name } conteste un passage de la traduction en japonais
        }
   *[settled] { $lang ->
            [fr] { $name } a tranché la contestation d’un passage de la traduction en français
            [en] { $name } a tranché la contestation d’un passage de la traduction en anglais
           *[ja] { $name } a tranché la contestation d’un passage de la traduction en japonais
        }
}
letters-told-subject = { $said } – { $title }
letters-told-action = { $kind ->
    [reply] Répondre
    [read] Voir dans le fil
   *[slot] Ouvrir la traduction
}
letters-told-why = { $every ->
    [yes] Vous recevez ce courriel parce que vous avez choisi « Tous les messages, tout de suite ».
   *[no] Vous recevez ce courriel parce qu’il vous concerne directement.
}
letters-told-change = Choisir ce que je reçois par courriel
letters-told-stop = Ne plus recevoir ces courriels
