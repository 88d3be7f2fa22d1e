moderation-thread-title = Modérer ce fil
moderation-post-title = Modérer le message nº { $n }
moderation-what = Que faire
moderation-thread-act = { $act ->
    [lock] Verrouiller
    [unlock] Déverrouiller
    [pin] Épingler
    [unpin] Ne plus épingler
    [hide] Masquer
   *[restore] Rétablir
}
moderation-thread-effect = { $act ->
    [lock] Plus de nouvelles réponses ; tout reste lisible.
    [unlock] On peut de nouveau répondre.
    [pin] Le fil reste en tête de l’accueil et de la liste.
    [unpin] Le fil reprend sa place dans le temps.
    [hide] Seule la modération voit le fil et ce qu’il contient.
   *[restore] Exactement ce qui était masqué redevient lisible.
}
moderation-post-act = { $act ->
    [hide] Masquer
    [delete] Supprimer
   *[restore] Rétablir
}
moderation-post-effect = { $act ->
    [hide] Une mention reste à sa place, avec le motif ; les réponses restent aussi.
    [delete] Le message disparaît ; une mention ne reste que si quelqu’un y a répondu. La modération peut le rétablir.
   *[restore] Exactement ce qui avait été retiré redevient lisible.
}
moderation-reason-hint = Affiché à la place du message et conservé au journal des actions.
moderation-do = Confirmer
moderation-cancel = Annuler
moderation-log = Journal des actions
moderation-log-act = { $act ->
    [lock] verrouillé
    [unlock] déverrouillé
    [pin] épinglé
    [unpin] plus épinglé
    [hide] masqué
    [delete] supprimé
    [restore] rétabli
   *[edit] modifié
}
