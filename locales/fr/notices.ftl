notices-title = Notifications
notices-unread = { $count ->
    [0] Tout est lu.
    [one] Une notification non lue.
   *[other] { $count } notifications non lues.
}
notices-read = Tout marquer comme lu
notices-none = Rien pour l’instant. Vous saurez ici quand vos mots sont traduits, ou quand un texte que vous avez traduit change.
notices-new = Nouveau
notices-older = Plus anciennes
notices-one = { $kind ->
    [translated] { $lang ->
            [fr] { $name } a traduit ce texte en français, { $time }.
            [en] { $name } a traduit ce texte en anglais, { $time }.
           *[ja] { $name } a traduit ce texte en japonais, { $time }.
        }
    [reviewed] { $lang ->
            [fr] { $name } a relu la traduction en français, { $time }.
            [en] { $name } a relu la traduction en anglais, { $time }.
           *[ja] { $name } a relu la traduction en japonais, { $time }.
        }
    [returned] { $lang ->
            [fr] { $name } vous demande de revoir votre traduction en français, { $time }.
            [en] { $name } vous demande de revoir votre traduction en anglais, { $time }.
           *[ja] { $name } vous demande de revoir votre traduction en japonais, { $time }.
        }
    [accepted] { $lang ->
            [fr] { $name } a accepté votre suggestion en français, { $time }.
            [en] { $name } a accepté votre suggestion en anglais, { $time }.
           *[ja] { $name } a accepté votre suggestion en japonais, { $time }.
        }
    [declined] { $lang ->
            [fr] { $name } n’a pas retenu votre suggestion en français, { $time }.
            [en] { $name } n’a pas retenu votre suggestion en anglais, { $time }.
           *[ja] { $name } n’a pas retenu votre suggestion en japonais, { $time }.
        }
    [contested] { $lang ->
            [fr] { $name } conteste un passage de la traduction en français, { $time }.
            [en] { $name } conteste un passage de la traduction en anglais, { $time }.
           *[ja] { $name } conteste un passage de la traduction en japonais, { $time }.
        }
    [settled] { $lang ->
            [fr] { $name } a répondu à la contestation de la traduction en français, { $time }.
            [en] { $name } a répondu à la contestation de la traduction en anglais, { $time }.
           *[ja] { $name } a répondu à la contestation de la traduction en japonais, { $time }.
        }
   *[source-changed] { $lang ->
            [fr] { $name } a modifié l’original ; la traduction en français est à mettre à jour, { $time }.
            [en] { $name } a modifié l’original ; la traduction en anglais est à mettre à jour, { $time }.
           *[ja] { $name } a modifié l’original ; la traduction en japonais est à mettre à jour, { $time }.
        }
}
