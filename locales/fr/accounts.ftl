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
accounts-reviews = Peut relire en
accounts-rights = Droit de relecture
accounts-rights-means = Ce droit permet de relire les traductions des autres vers ces langues et de décider des suggestions. Tout changement est inscrit au journal des actions.
accounts-rights-saved = Le changement s’applique dès maintenant.
accounts-join-title = Rejoindre le forum
accounts-join-means = Un compte permet d’écrire, de traduire et de choisir ses langues. Vous recevrez un courriel pour confirmer votre adresse.
accounts-join-sent-title = Consultez votre messagerie
accounts-join-sent = Un courriel est en route vers l’adresse indiquée. Il contient un lien, valable 48 heures, pour continuer. Rien n’arrive ? Regardez aussi dans les indésirables.
accounts-join-waits-title = Votre adresse est confirmée
accounts-join-waits = La modération va lire votre demande. Vous recevrez un courriel dès qu’elle aura décidé.
accounts-email-hint = Elle n’est pas publiée.
accounts-join-words = Quelques mots pour la modération
accounts-join-words-hint = Qui vous êtes, ce qui vous amène. La modération est seule à les lire.
accounts-agree = J’accepte que mes contributions soient publiées sous la { $terms } ({ $licence }), et j’ai lu la { $privacy }.
accounts-agree-licence = licence du forum
accounts-agree-privacy = note de confidentialité
accounts-join-button = Créer mon compte
accounts-join-login = J’ai déjà un compte
accounts-confirm-title = Confirmer votre adresse
accounts-confirm-means = Confirmez cette adresse pour le compte { $handle }.
accounts-confirm-button = Confirmer
accounts-invitations = Invitations
accounts-invitations-mean = La personne invitée reçoit un courriel dans la langue choisie ; le lien est valable 14 jours.
accounts-invitations-saved = C’est fait.
accounts-invitation-lang = Langue du courriel
accounts-invite = Inviter
accounts-invitations-open = Invitations sans réponse
accounts-invitation-revoke = Retirer
accounts-forgot-title = Mot de passe oublié
accounts-forgot-means = Indiquez votre identifiant ou votre adresse. Si un compte correspond, un courriel est envoyé à l’adresse de ce compte.
accounts-forgot-sent = Si un compte correspond à votre saisie, un courriel est en route. Son lien est valable 30 minutes.
accounts-forgot-button = Recevoir un courriel
accounts-reset-title = Nouveau mot de passe
accounts-reset-means = Pour le compte { $handle }. Les sessions ouvertes ailleurs seront fermées, et les clés pour les programmes seront supprimées.
accounts-reset-button = Enregistrer et se connecter
accounts-account-title = Compte et sécurité
accounts-password-change = Changer de mot de passe
accounts-password-current = Mot de passe actuel
accounts-password-new = Nouveau mot de passe
accounts-password-button = Changer le mot de passe
accounts-address-change = Changer d’adresse
accounts-address-new = Nouvelle adresse de courriel
accounts-address-hint = Un courriel de confirmation y sera envoyé. D’ici là, l’adresse actuelle reste en place.
accounts-address-ask = Envoyer le courriel
accounts-address-title = Confirmer la nouvelle adresse
accounts-address-means = { $email } deviendra l’adresse du compte { $handle }.
accounts-address-button = Confirmer l’adresse
accounts-sessions = Sessions ouvertes
accounts-session-here = celle-ci
accounts-session-times = ouverte le { $since }, utilisée le { $seen }
accounts-session-end = Fermer
accounts-sessions-end = Fermer toutes les autres
accounts-device-unknown = navigateur inconnu
accounts-security = Journal de sécurité
accounts-security-means = L’adresse réseau est tronquée après 7 jours, la ligne effacée après 6 mois.
accounts-security-line = { $event ->
    [sign-in] Connexion : { $device }, { $network }
    [refused] Mot de passe refusé : { $device }, { $network }
    [password] Mot de passe changé : { $device }, { $network }
    [address] Adresse changée : { $device }, { $network }
    [signed-out-elsewhere] Sessions fermées à distance : { $device }, { $network }
    [export] Données téléchargées : { $device }, { $network }
   *[token] Clé pour un programme créée : { $device }, { $network }
}
accounts-done = { $what ->
    [password] Votre mot de passe est changé ; les autres sessions sont fermées, et les clés pour les programmes sont supprimées.
    [address] Un courriel est en route vers la nouvelle adresse.
    [confirmed] Votre nouvelle adresse est confirmée.
   *[sessions] Déconnexion effectuée.
}
accounts-welcome-word = Bienvenue.
accounts-welcome = Dites ici quelles langues vous lisez et écrivez : tout le forum s’y adapte.
accounts-data-title = Vos données
accounts-data-means = Ce que le forum garde sur vous est à vous : vous pouvez le lire, le télécharger, le supprimer.
accounts-export = Lire ou télécharger
accounts-export-means = Tout ce qui vous concerne, y compris vos textes et leurs révisions, sur une page lisible ou en JSON.
accounts-export-page = Lire
accounts-export-json = Télécharger en JSON
accounts-export-title = Tout ce que le forum garde sur vous
accounts-export-section = { $section ->
    [account] Compte
    [consents] Ce que vous avez accepté
    [sessions] Sessions ouvertes
    [security] Journal de sécurité
    [keys] Clés pour les programmes
    [posts] Messages
    [texts] Textes et traductions
    [drafts] Brouillons
    [translating] Relectures et contestations
    [requests] Traductions demandées
    [reports] Signalements
    [decisions] Décisions de la modération
    [answers] Réponses à la modération
    [notices] Notifications
    [following] Ce que vous suivez ou avez mis en sourdine
    [reactions] Réactions
    [positions] Positions
    [communities] Communautés linguistiques
    [statements] Énoncés
    [objections] Objections
    [experiences] Expériences que vous avez ajoutées
    [reading] Jusqu’où vous avez lu
   *[letters] Courriels
}
accounts-export-field = { $field ->
    [handle] Identifiant
    [email] Adresse de courriel
    [display_name] Nom affiché
    [organisation] Organisation
    [territory] Territoire
    [role] Rôle
    [reads] Langues lues
    [writes] Langue d’écriture
    [page] Langue des pages
    [time_zone] Fuseau horaire
    [machine_text] Traductions automatiques
    [reviews] Peut relire en
    [created_at] Créé le
    [confirmed_at] Confiance accordée le
    [suspended_until] Suspendu jusqu’au
    [wording] Termes
    [pages] Pages et révisions
    [lang] Langue
    [at] Date
    [device] Navigateur et système
    [seen_at] Dernière utilisation
    [event] Événement
    [network] Réseau
    [name] Nom
    [post] Message nº
    [thread] Fil nº
    [text] Texte nº
    [state] État
    [kind] Type
    [revision] Révision
    [title] Titre
    [body] Texte
    [note] Note
    [saved_at] Enregistré le
    [act] Acte
    [passage] Passage
    [reason] Motif
    [words] Vos mots
    [subject] Objet
    [read_to] Lu jusqu’au
    [level] Niveau
    [number] Numéro
    [place] Emplacement
    [decision] Décision nº
    [sent_at] Envoyée le
   *[other] { $field }
}
accounts-erase = Supprimer le compte
accounts-erase-means = Votre nom, votre adresse, vos réglages et vos sessions sont effacés aussitôt et pour de bon.
accounts-contributions = Vos contributions
accounts-keep = Les laisser, sans votre nom
accounts-keep-means = Les discussions restent complètes ; vos textes portent la mention « une personne qui a quitté le forum ».
accounts-remove = Les retirer aussi
accounts-remove-means = Vos messages et vos traductions disparaissent, avec les traductions qui en ont été faites. Là où l’on vous a répondu, une mention reste.
accounts-erase-sure = Je comprends que cela ne peut pas être annulé.
accounts-erase-button = Supprimer mon compte
accounts-erased-title = Votre compte est supprimé
accounts-erased-kept = Vos données personnelles sont effacées ; vos contributions restent, sans votre nom. Merci de ce que vous avez apporté.
accounts-erased-removed = Vos données personnelles et vos contributions sont effacées.
accounts-role-field = Rôle
accounts-confirm-password = Le mot de passe que vous avez choisi
accounts-join-ask = Demander un compte
accounts-password-ends = Les sessions ouvertes ailleurs seront fermées, et les clés pour les programmes seront supprimées.
accounts-export-yes = { $yes ->
    [true] oui
   *[false] non
}
accounts-comfort = Confort de lecture
accounts-size = Taille du texte
accounts-size-of = { $size ->
    [normal] Normale
    [large] Grande
   *[larger] Très grande
}
accounts-view = Ordre des réponses
accounts-colours = Couleurs
accounts-colours-of = { $colours ->
    [system] Celles de l’appareil
    [light] Claires
   *[dark] Sombres
}
accounts-shortcuts = Raccourcis clavier (« ? » en donne la liste)
