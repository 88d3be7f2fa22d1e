readings-new = { $count ->
    [one] 1 nouveau
   *[other] { $count } nouveaux
}
readings-new-first = { $count ->
    [one] Un nouveau message : y aller
   *[other] { $count } nouveaux messages : aller au premier
}
readings-new-word = Nouveau
readings-to-here = Lu jusqu’ici
readings-all = J’ai tout lu dans ce fil
readings-next = Prochain fil non lu
readings-follow = Suivre
readings-mute = Mettre en sourdine
readings-followed = Suivi
readings-stop = Ne plus suivre
readings-muted = En sourdine
readings-unmute = Retirer la sourdine
