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
readings-letters = Courriels
readings-letters-title = Ce que le forum m’écrit
readings-letters-lede = Choisissez ce qui vous arrive par courriel aussitôt, et ce qui peut attendre la lettre. Vous concernent : les réponses, les mentions, les citations, et ce que l’on dit de vos traductions.
readings-letters-held = Un courriel part dix minutes après ; si vous avez lu le message sur le forum entre-temps, il ne part pas.
readings-letters-site = Tout le forum
readings-letters-of = { $watched ->
    [theme] Thèmes
   *[thread] Fils
}
readings-letters-none = Vous ne suivez aucun thème ni aucun fil en particulier. Leurs pages ont un bouton « Suivre » ; ce que vous suivez apparaîtra ici, avec ses propres réglages.
readings-letters-own = Ce réglage passe avant celui du forum ; celui d’un fil, avant ceux de ses thèmes.
readings-level = { $level ->
    [all] Chaque message, aussitôt
    [important] Ce qui me concerne, aussitôt
    [summary] Seulement dans la lettre
    [mute] En sourdine
    [nothing] Aucun courriel, pas même la lettre
   *[none] Ne plus suivre
}
readings-letters-digest = Régler la lettre
