drafts-title = Brouillons
drafts-lede = Ce que vous avez commencé à écrire, à retrouver sur tous vos appareils. Personne d’autre ne le voit.
drafts-none = Aucun brouillon.
drafts-what = { $kind ->
    [new] Nouveau fil
    [reply] Réponse
   *[edit] Modification
}
drafts-untitled = Sans titre
drafts-nowhere = Un fil que vous ne pouvez plus lire
drafts-words = Voir le texte
drafts-discard = Supprimer ce brouillon
drafts-keep = Garder en brouillon
drafts-kept-word = Votre brouillon est là.
drafts-kept-means = Enregistré le { $time }.
drafts-other-word = Un autre brouillon a été enregistré entre-temps.
drafts-other-means = Il vient d’un autre appareil ou d’une autre fenêtre ; le voici. Le vôtre est dans le formulaire : si vous l’enregistrez maintenant, il remplace l’autre.
drafts-saved = Brouillon enregistré.
drafts-failed = Le brouillon n’a pas pu être enregistré ; votre texte est toujours ici.
drafts-elsewhere = Un autre brouillon de ce texte a été enregistré ailleurs : « Garder en brouillon » vous montre les deux.
