readings-new = { $count ->
    [one] { $count } nouveau
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
readings-letters = Réglages des courriels
readings-letters-title = Ce que le forum m’envoie
readings-letters-lede = Choisissez ce que vous recevez tout de suite par courriel et ce qui peut attendre la lettre. « Ce qui me concerne » désigne les réponses, les mentions, les citations et les relectures de vos traductions.
readings-letters-to = Les courriels sont envoyés à { $address }.
readings-letters-held = Chaque courriel part au bout de dix minutes, sauf si vous avez lu le message sur le forum entre-temps.
readings-letters-site = Tout le forum
readings-letters-of = { $watched ->
    [theme] Thèmes
   *[thread] Fils
}
readings-letters-none = Vous ne suivez aucun thème ni aucun fil en particulier. Pour en suivre un, utilisez le bouton « Suivre » de sa page : il apparaîtra ici, avec son propre réglage.
readings-letters-own = Les réglages ci-dessous passent avant celui de tout le forum ; celui d’un fil passe avant ceux de ses thèmes.
readings-level = { $level ->
    [all] Tous les messages, tout de suite
    [important] Ce qui me concerne, tout de suite
    [summary] Seulement dans la lettre
    [nothing] Aucun courriel, pas même la lettre
   *[mute] En sourdine
}
readings-letters-digest = Réglages de la lettre
