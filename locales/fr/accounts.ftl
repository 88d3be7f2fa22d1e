accounts-login-title = Se connecter
accounts-handle-or-email = Identifiant ou adresse de courriel
accounts-password = Mot de passe
accounts-password-hint = Au moins 10 caractères ; quelques mots sans rapport entre eux font l’affaire.
accounts-setup-title = Bienvenue sur votre forum
accounts-setup-means = Il n’y a encore personne ici. Créez le premier compte d’administration ; cette page ne servira plus ensuite.
accounts-setup-button = Ouvrir le forum
accounts-handle = Identifiant
accounts-handle-hint = De 2 à 32 caractères : lettres de toutes les écritures, chiffres, « - » ou « _ ». Visible par tout le monde, il sert aussi à se connecter.
accounts-email = Adresse de courriel
accounts-your-language = Votre langue
accounts-settings-title = Réglages
accounts-signed-in-as = Vous utilisez le compte { $handle } ({ $email }).
accounts-saved-word = Enregistré.
accounts-saved = Vos réglages s’appliquent dès maintenant.
accounts-languages = Langues
accounts-reads = Langues que vous lisez
accounts-reads-hint = Par ordre de préférence. Les originaux écrits dans ces langues vous sont montrés tels quels.
accounts-reads-place = Rang { $n }
accounts-reads-nothing = aucune
accounts-writes = Langue dans laquelle vous écrivez
accounts-page = Langue des pages
accounts-page-browser = Celle que demande le navigateur
accounts-machine = Me montrer une traduction automatique quand il n’y a pas de traduction humaine
accounts-zone = Fuseau horaire
accounts-profile = Ce que les autres voient
accounts-display-name = Nom affiché
accounts-organisation = Organisation
accounts-territory = Territoire
accounts-territory-hint = Ville, région, pays : comme vous le diriez.
accounts-save = Enregistrer
accounts-role = { $role ->
    [participant] membre
    [moderator] modération
   *[admin] administration
}
accounts-since = Membre depuis le
accounts-tokens = Clés pour les programmes
accounts-tokens-mean = Un programme qui possède une telle clé lit et écrit en votre nom par l’API JSON.
accounts-token-new = Copiez-la maintenant, elle ne sera plus affichée :
accounts-token-name = À quoi elle sert
accounts-token-make = Créer une clé
accounts-token-delete = Supprimer
accounts-profile-reads = Lit
accounts-profile-writes = Écrit en
