digests-issue = { $kind ->
    [week] Lettre hebdomadaire, semaine { $week } de { $year } ({ $date })
   *[day] Lettre quotidienne ({ $date })
  }
digests-lead = { $kind ->
    [answer] On s’adresse à vous dans « { $title } »
    [objection] Une objection attend une réponse : « { $title } »
    [position] Votre position est attendue : « { $title } »
    [staged] Nouvelle phase : « { $title } »
    [moved] Une déclaration repose sur des textes modifiés depuis : « { $title } »
    [declared] Déclaration publiée : « { $title } »
    [review] À relire { $lang ->
            [en] en anglais
            [ja] en japonais
           *[fr] en français
        } : « { $title } »
    [update] Traduction { $lang ->
            [en] en anglais
            [ja] en japonais
           *[fr] en français
        } à mettre à jour : « { $title } »
    [translate] À traduire { $lang ->
            [en] en anglais
            [ja] en japonais
           *[fr] en français
        } : « { $title } »
    [readable] Désormais lisible en français : « { $title } »
   *[posts] { $count ->
        [one] Un nouveau message dans « { $title } »
       *[other] { $count } nouveaux messages dans « { $title } »
    }
  }
digests-subject = { $others ->
    [0] { $lead }
    [one] { $lead } (et une autre nouvelle)
   *[other] { $lead } (et { $others } autres nouvelles)
  }
digests-readable = { $several ->
    [yes] { $count ->
        [one] Une nouvelle cette fois-ci ; { $readable ->
            [0] elle n’est pas encore lisible dans vos langues.
           *[other] elle est lisible dans vos langues.
        }
       *[other] { $count } nouvelles ; { $readable ->
            [0] aucune n’est encore lisible dans vos langues.
            [one] vous pouvez en lire une dans vos langues.
           *[other] vous pouvez en lire { $readable } dans vos langues.
        }
    }
   *[no] { $count ->
        [one] Une nouvelle cette fois-ci ; { $readable ->
            [0] elle n’est pas encore lisible en français.
           *[other] elle est lisible en français.
        }
       *[other] { $count } nouvelles ; { $readable ->
            [0] aucune n’est encore lisible en français.
            [one] vous pouvez en lire une en français.
           *[other] vous pouvez en lire { $readable } en français.
        }
    }
  }
digests-button = { $kind ->
    [answer] Lire et répondre
    [objection] Répondre à l’objection
    [position] Prendre position
    [staged] Voir le fil
    [moved] Voir ce qui a changé
    [declared] Lire la déclaration
    [review] Relire la traduction
    [update] Mettre à jour la traduction
    [translate] Traduire
   *[posts] Lire sur le forum
  }
digests-section = { $section ->
    [asked] Ce qui vous attend
    [consensus] Fils de consensus
    [followed] Fils que vous suivez
    [active] Fils nouveaux ou actifs dans vos thèmes
   *[readable] Désormais lisible en français
  }
digests-section-everywhere = Fils nouveaux ou actifs
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
        [en] Traduit de l’anglais, traduction relue
        [ja] Traduit du japonais, traduction relue
       *[fr] Traduit du français, traduction relue
    }
    [machine] { $from ->
        [en] Traduction automatique de l’anglais
        [ja] Traduction automatique du japonais
       *[fr] Traduction automatique du français
    }
   *[translated] { $from ->
        [en] Traduit de l’anglais, traduction à relire
        [ja] Traduit du japonais, traduction à relire
       *[fr] Traduit du français, traduction à relire
    }
  }
digests-outdated = à mettre à jour
digests-asked = { $ask ->
    [answer] Ce message s’adresse à vous
    [objection] Une objection sans réponse
    [position] Votre position est attendue
    [review] { $lang ->
        [en] Version anglaise à relire
        [ja] Version japonaise à relire
       *[fr] Version française à relire
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
digests-statements = { $count ->
    [one] Un énoncé attend votre position
   *[other] { $count } énoncés attendent votre position
  }
digests-happened = { $what ->
    [staged] Le fil est passé à une autre phase.
    [moved] Des textes sur lesquels s’appuie une déclaration ont changé de sens.
   *[declared] Une déclaration a été publiée.
  }
digests-newly = { $count ->
    [one] Un message traduit
   *[other] { $count } messages traduits
  }
digests-minutes = Environ { $minutes } min de travail
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
digests-stop = Me désabonner
digests-legend = Le trait au-dessus de chaque titre dit par combien de mains le texte est passé : épais, l’original ; double, une traduction relue ; simple, une traduction à relire ; en tirets, une traduction automatique ; en pointillé, pas encore de traduction.
digests-title = La lettre
digests-lede = Ce qui se dit sur le forum et ce qui vous y attend, dans votre langue, chaque semaine ou chaque jour. Quand il n’y a pas de nouvelles, rien n’est envoyé.
digests-sent-word = Consultez votre messagerie.
digests-sent = Si cette adresse peut recevoir la lettre, un courriel vient d’y être envoyé : appuyez sur le bouton qu’il contient, et l’abonnement commencera. Si vous ne le faites pas, rien d’autre ne sera envoyé.
digests-agreed-word = C’est confirmé.
digests-agreed = La première lettre partira au prochain jour d’envoi où il y aura des nouvelles. Vous pouvez tout changer ici.
digests-saved = Votre abonnement est modifié.
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
digests-themes-hint = Si vous n’en choisissez aucun, la lettre porte sur tous les thèmes.
digests-threads = Fils suivis à cette adresse
digests-threads-hint = La lettre raconte aussi ce qui se passe dans les thèmes choisis ci-dessus, ou dans tous si vous n’en choisissez aucun.
digests-ask = Recevoir la lettre
digests-preview-button = Voir un aperçu
digests-agree = Votre adresse ne sert qu’à cette lettre. Chaque lettre contient un lien pour vous désabonner aussitôt, sans compte ni mot de passe.
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
digests-stop-title = Ne plus recevoir ces courriels ?
digests-stop-means = Appuyez sur le bouton : plus aucun courriel de ce genre ne partira, pas même ceux qui sont déjà prêts.
digests-stopped-title = C’est fait
digests-stopped = Ces courriels ne vous seront plus envoyés.
digests-again = S’abonner à la lettre
digests-past = Numéros précédents
digests-none = Cette semaine-là, il n’y avait rien à raconter.
digests-lines = Les nouvelles
digests-get = Recevoir la lettre par courriel
digests-follow = Suivre ce fil par courriel
digests-returned-word = Arrêt
digests-returned = Les derniers courriels envoyés à cette adresse sont revenus : plus rien n’y est envoyé. Le serveur de courrier a répondu :
digests-retry = Réessayer cette adresse
