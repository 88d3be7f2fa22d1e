digests-issue = { $kind ->
    [week] Lettre de la semaine { $week } ({ $year }), { $date }
   *[day] Lettre du jour, { $date }
  }
digests-lead = { $kind ->
    [answer] On attend votre réponse dans « { $title } »
    [review] À relire : « { $title } »
    [update] Traduction à mettre à jour : « { $title } »
    [translate] À traduire : « { $title } »
    [readable] Désormais lisible en français : « { $title } »
   *[posts] { $count ->
        [one] Un nouveau message dans « { $title } »
       *[other] { $count } nouveaux messages dans « { $title } »
    }
  }
digests-subject = { $others ->
    [0] { $lead }
    [one] { $lead }, et une autre nouvelle
   *[other] { $lead }, et { $others } autres nouvelles
  }
digests-readable = { $several ->
    [yes] { $count ->
        [one] Une nouvelle cette fois-ci ; { $readable ->
            [0] elle n’est pas encore lisible dans vos langues.
           *[other] elle est lisible dans vos langues.
        }
       *[other] { $count } nouvelles, dont { $readable } lisibles dans vos langues.
    }
   *[no] { $count ->
        [one] Une nouvelle cette fois-ci ; { $readable ->
            [0] elle n’est pas encore lisible en français.
           *[other] elle est lisible en français.
        }
       *[other] { $count } nouvelles, dont { $readable } lisibles en français.
    }
  }
digests-button = { $kind ->
    [answer] Lire et répondre
    [review] Relire la traduction
    [update] Mettre à jour la traduction
    [translate] Traduire
   *[posts] Lire sur le forum
  }
digests-section = { $section ->
    [asked] Ce qui vous attend
    [followed] Fils que vous suivez
    [active] Nouveau et actif dans vos thèmes
   *[readable] Désormais lisible en français
  }
digests-section-everywhere = Nouveau et actif
digests-state = { $quality ->
    [original] { $readable ->
        [yes] Original en { $from ->
            [en] anglais
            [ja] japonais
           *[fr] français
        }
       *[no] Original en { $from ->
            [en] anglais
            [ja] japonais
           *[fr] français
        }, pas encore traduit en français
    }
    [reviewed] { $from ->
        [en] Traduit de l’anglais, relu
        [ja] Traduit du japonais, relu
       *[fr] Traduit du français, relu
    }
    [machine] { $from ->
        [en] Traduction automatique de l’anglais
        [ja] Traduction automatique du japonais
       *[fr] Traduction automatique du français
    }
   *[translated] { $from ->
        [en] Traduit de l’anglais, non relu
        [ja] Traduit du japonais, non relu
       *[fr] Traduit du français, non relu
    }
  }
digests-outdated = à mettre à jour
digests-asked = { $ask ->
    [answer] Votre réponse est attendue
    [review] { $lang ->
        [en] Version anglaise traduite, à relire
        [ja] Version japonaise traduite, à relire
       *[fr] Version française traduite, à relire
    }
    [update] { $lang ->
        [en] Version anglaise à mettre à jour
        [ja] Version japonaise à mettre à jour
       *[fr] Version française à mettre à jour
    }
   *[translate] { $lang ->
        [en] Pas encore de version anglaise
        [ja] Pas encore de version japonaise
       *[fr] Pas encore de version française
    }
  }
digests-by = { $author } : { $words }
digests-posts = { $count ->
    [one] Un nouveau message
   *[other] { $count } nouveaux messages
  }
digests-newly = { $count ->
    [one] Un message traduit
   *[other] { $count } messages traduits
  }
digests-minutes = Environ { $minutes } min
digests-translator = Traduction : { $translator }
digests-reviewer = Traduction : { $translator } ; relecture : { $reviewer }
digests-more = { $count ->
    [one] Une autre nouvelle n’a pas trouvé place ici.
   *[other] { $count } autres nouvelles n’ont pas trouvé place ici.
  }
digests-all = Voir tous les fils
digests-why = { $frequency ->
    [daily] Vous recevez cette lettre chaque jour, à l’adresse confirmée le { $date }. Les jours sans nouvelles, rien n’est envoyé.
   *[weekly] Vous recevez cette lettre chaque semaine, à l’adresse confirmée le { $date }. Les semaines sans nouvelles, rien n’est envoyé.
  }
digests-change = Changer la langue, les thèmes ou le jour
digests-stop = Ne plus recevoir cette lettre
digests-legend = Le trait au-dessus de chaque titre dit par combien de mains le texte est passé : épais, l’original ; double, une traduction relue ; simple, une traduction non relue ; en tirets, une traduction automatique ; en pointillé, pas encore de traduction.
digests-title = La lettre
digests-lede = Ce qui se dit sur le forum et ce qui vous y attend, dans votre langue, une fois par semaine. Les semaines sans nouvelles, rien n’est envoyé.
digests-sent-word = Regardez votre courrier.
digests-sent = Si cette adresse peut recevoir la lettre, un courriel vient de partir : appuyez sur son bouton, et elle commencera. Sans cela, rien d’autre ne sera envoyé.
digests-agreed-word = C’est confirmé.
digests-agreed = La première lettre partira au prochain jour choisi. Vous pouvez tout changer ici.
digests-saved = Votre abonnement est à jour.
digests-to = Cette lettre est envoyée à { $address }.
digests-lang = Langue de la lettre
digests-frequency = Quand
digests-frequency-of = { $frequency ->
    [weekly] Chaque semaine
    [daily] Chaque jour
   *[off] En pause
  }
digests-weekday = Jour de la lettre hebdomadaire
digests-weekday-of = { $weekday ->
    [monday] lundi
    [tuesday] mardi
    [wednesday] mercredi
    [thursday] jeudi
    [friday] vendredi
    [saturday] samedi
   *[sunday] dimanche
  }
digests-hour = Heure
digests-hour-of = { $hour } h
digests-themes = Seulement certains thèmes
digests-themes-hint = Aucun choix : tous les thèmes.
digests-threads = Fils que cette adresse suit
digests-ask = Recevoir la lettre
digests-preview-button = Voir ce que cela donnerait
digests-agree = Votre adresse ne sert qu’à cette lettre. Chaque lettre contient un lien qui l’arrête aussitôt, sans compte ni mot de passe.
digests-preview = Ce que vous recevriez
digests-preview-means = D’après les sept derniers jours.
digests-preview-none = Ces sept derniers jours, il n’y aurait rien eu à vous envoyer.
digests-confirm-title = Recevoir la lettre ?
digests-confirm-means = { $frequency ->
    [weekly] La lettre sera envoyée chaque semaine à { $address }, en { $lang ->
        [en] anglais
        [ja] japonais
       *[fr] français
    }.
   *[daily] La lettre sera envoyée chaque jour à { $address }, en { $lang ->
        [en] anglais
        [ja] japonais
       *[fr] français
    }.
  }
digests-confirm-button = Oui, je veux la recevoir
digests-confirm-small = Si vous n’avez rien demandé, fermez cette page : rien ne sera envoyé, et votre adresse sera effacée.
digests-stop-title = Ne plus recevoir la lettre ?
digests-stop-means = Appuyez sur le bouton : plus aucune lettre ne partira, même celles qui sont déjà prêtes.
digests-stopped-title = C’est fait
digests-stopped = Cette lettre ne vous sera plus envoyée.
digests-again = S’abonner de nouveau
digests-past = Lettres précédentes
digests-none = Cette semaine-là, il n’y avait rien à raconter.
digests-lines = Les nouvelles
digests-get = Recevoir la lettre par courriel
digests-follow = Suivre ce fil par courriel
