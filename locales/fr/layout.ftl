layout-skip = Aller au contenu
layout-menu = Menu principal
layout-threads = Fils
layout-themes = Thèmes
layout-new-thread = Ouvrir un fil
layout-languages = Langue de cette page
layout-today = { $day }, semaine { $week }
layout-settings = Réglages
layout-sign-in = Se connecter
layout-sign-out = Se déconnecter
layout-licence = Contributions sous licence { $licence }. Chaque texte peut exister dans les trois langues ; l’original reste toujours à sa place.
layout-pages = Pages
layout-page = Page
layout-suspended-word = Compte suspendu.
layout-suspended-means = Vous pouvez lire le forum et télécharger vos données. Vos notifications disent pourquoi, et vous pouvez y répondre.
layout-privacy = Confidentialité
layout-keys = Raccourcis clavier
layout-key = { $key ->
    [j] message suivant
    [k] message précédent
    [n] prochain message non lu
    [r] répondre
    [q] citer
    [o] original ou traduction
    [slash] rechercher
   *[question] cette liste
}
layout-keys-off = Désactiver les raccourcis
layout-close = Fermer
