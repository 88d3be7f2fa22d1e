admin-title = Administration
admin-health = État
admin-people = Personnes
admin-mail = Courrier
admin-look = À regarder.
admin-check = { $what ->
    [version] Version
    [database] Base de données
    [counts] Décomptes
    [people] Personnes
    [mail] Courrier
   *[clean-up] Dernier nettoyage
}
admin-counts-right = égaux à un nouveau décompte
admin-counts-wrong = différents d’un nouveau décompte
admin-people-count = { $count ->
    [one] { $count } compte
   *[other] { $count } comptes
}
admin-never = pas encore
admin-mail-standing = En attente : { $queued }. Abandonnés : { $failed }. Incertains : { $unsure }. Envoyés : { $sent }.
admin-mail-paused = L’envoi est suspendu : les courriels attendent.
admin-mail-pause = Suspendre l’envoi
admin-mail-resume = Reprendre l’envoi
admin-mail-retry = Réessayer tout de suite
admin-mail-which = { $which ->
    [queued] En attente ({ $count })
    [failed] Abandonnés ({ $count })
    [unsure] Incertains ({ $count })
    [stopped] Adresses arrêtées ({ $count })
   *[sent] Envoyés ({ $count })
  }
admin-mail-none = Rien ici.
admin-attempts = { $count ->
    [one] { $count } essai
   *[other] { $count } essais
}
admin-letter = { $kind ->
    [join-asked] Confirmation d’inscription
    [known] Compte déjà existant
    [welcome] Bienvenue
    [not-admitted] Inscription refusée
    [invited] Invitation
    [reset-asked] Mot de passe demandé
    [reset] Nouveau mot de passe
    [password-changed] Mot de passe changé
    [confirm-address] Confirmation d’adresse
    [address-changed] Adresse changée
    [subscription-asked] Abonnement demandé
    [subscribed] Déjà abonné
    [post] Message (avis immédiat)
    [review] Relecture (avis immédiat)
    [digest] Lettre hebdomadaire ou quotidienne
   *[acted] Décision de la modération
}
admin-settings = Réglages
admin-settings-mean = Ils se changent dans trialogue.toml ou dans l’environnement. Les mots de passe ne sont pas montrés.
admin-key = Clé
admin-value = Valeur
admin-from = Source
admin-source = { $source ->
    [file] fichier
    [environment] environnement
   *[preset] valeur par défaut
}
admin-search = Nom, identifiant ou adresse
admin-search-button = Chercher
admin-nobody = Personne.
admin-state = { $state ->
    [suspended] compte suspendu
    [confirmed] de confiance
   *[new] compte récent
}
admin-mail-stopped = Trois lettres sont revenues pour de bon : plus rien ne part vers ces adresses, sauf ce que la personne demande elle-même.
admin-mail-again = Réessayer { $address }
admin-letters = Modèles de lettres
admin-letters-mean = Toutes les lettres que ce forum envoie, dans les trois langues, telles qu’elles partiraient maintenant. Leurs liens sont des exemples.
admin-letters-text = en texte brut
admin-letters-none = Encore rien à raconter.
