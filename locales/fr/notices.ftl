notices-title = Notifications
notices-unread = { $more ->
    [yes] Plus de { $count } notifications non lues.
   *[no] { $count ->
        [0] Tout est lu.
        [one] Une notification non lue.
       *[other] { $count } notifications non lues.
    }
  }
notices-read = Tout marquer comme lu
notices-none = Rien pour l’instant. Cette page vous dira quand on vous répond, quand vos textes sont traduits, ou quand l’original d’un texte que vous avez traduit a changé.
notices-new = Non lue
notices-older = Plus anciennes
notices-one = { $kind ->
    [mentioned] { $name } s’adresse à vous dans un message, le { $time }.
    [quoted] { $name } a cité votre message, le { $time }.
    [replied] { $name } vous a répondu, le { $time }.
    [posted] Il y a de nouveaux messages dans un fil que vous suivez, depuis le { $time }.
    [statement-settled] { $name } a décidé de la suite donnée à votre énoncé, le { $time }.
    [statement-changed] { $name } a changé, le { $time }, le sens d’un énoncé sur lequel vous aviez pris position : dites ce que vous en pensez maintenant.
    [reworded] { $name } a reformulé, le { $time }, un énoncé sur lequel vous aviez pris position : relisez-le et dites ce que vous en pensez maintenant.
    [objection-answered] { $name } a répondu à votre objection, le { $time }.
    [declared] { $name } a publié une déclaration à laquelle vos positions ont contribué, le { $time }.
    [basis-moved] { $name } a modifié un texte sur lequel s’appuie une déclaration, le { $time }.
    [review-due] Une déclaration signée par { $name } est à réexaminer depuis le { $time }.
    [opened] { $name } a ouvert un fil dans un thème que vous suivez, le { $time }.
    [translated] { $lang ->
            [fr] { $name } a traduit ce texte en français, le { $time }.
            [en] { $name } a traduit ce texte en anglais, le { $time }.
           *[ja] { $name } a traduit ce texte en japonais, le { $time }.
        }
    [reviewed] { $lang ->
            [fr] { $name } a relu la traduction en français, le { $time }.
            [en] { $name } a relu la traduction en anglais, le { $time }.
           *[ja] { $name } a relu la traduction en japonais, le { $time }.
        }
    [returned] { $lang ->
            [fr] { $name } vous a demandé de revoir votre traduction en français, le { $time }.
            [en] { $name } vous a demandé de revoir votre traduction en anglais, le { $time }.
           *[ja] { $name } vous a demandé de revoir votre traduction en japonais, le { $time }.
        }
    [accepted] { $lang ->
            [fr] { $name } a accepté votre suggestion en français, le { $time }.
            [en] { $name } a accepté votre suggestion en anglais, le { $time }.
           *[ja] { $name } a accepté votre suggestion en japonais, le { $time }.
        }
    [declined] { $lang ->
            [fr] { $name } n’a pas retenu votre suggestion en français, le { $time }.
            [en] { $name } n’a pas retenu votre suggestion en anglais, le { $time }.
           *[ja] { $name } n’a pas retenu votre suggestion en japonais, le { $time }.
        }
    [contested] { $lang ->
            [fr] { $name } a contesté un passage de la traduction en français, le { $time }.
            [en] { $name } a contesté un passage de la traduction en anglais, le { $time }.
           *[ja] { $name } a contesté un passage de la traduction en japonais, le { $time }.
        }
    [settled] { $lang ->
            [fr] { $name } a tranché la contestation d’un passage de la traduction en français, le { $time }.
            [en] { $name } a tranché la contestation d’un passage de la traduction en anglais, le { $time }.
           *[ja] { $name } a tranché la contestation d’un passage de la traduction en japonais, le { $time }.
        }
   *[source-changed] { $lang ->
            [fr] { $name } a modifié l’original, le { $time } ; la traduction en français est à mettre à jour.
            [en] { $name } a modifié l’original, le { $time } ; la traduction en anglais est à mettre à jour.
           *[ja] { $name } a modifié l’original, le { $time } ; la traduction en japonais est à mettre à jour.
        }
}
notices-act = { $kind ->
    [moderated] La modération a pris une décision qui vous concerne, le { $time }.
   *[flag-settled] La modération a examiné ce que vous aviez signalé, le { $time }. Merci.
}
