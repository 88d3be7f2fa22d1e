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
    [hide] Masquer
    [delete] Supprimer
   *[restore] Rétablir
}
moderation-post-effect = { $act ->
    [hide] Une mention reste à sa place, avec le motif ; les réponses restent aussi.
    [delete] Le message disparaît ; une mention ne reste que si quelqu’un y a répondu. La modération peut le rétablir.
   *[restore] Ce qui avait été retiré redevient lisible, et rien d’autre.
}
moderation-reason-hint = Affiché à la place de ce qui est retiré et conservé dans le journal des actions.
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
   *[edit] modifié
}
moderation-own-title = Supprimer votre message nº { $n }
