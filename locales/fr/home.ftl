home-title = Accueil
home-voice = Dites-le dans votre langue, on vous lira dans les trois.
home-what = Un forum pour celles et ceux qui font vivre l’économie solidaire sur leur territoire. Écrivez en français, en anglais ou en japonais : d’autres traduisent, et vous savez toujours de qui sont les mots que vous lisez.
home-read = Lire les fils
home-open = Ouvrir un fil
home-latest = Ce qui a bougé
home-all-threads = Tous les fils
home-all-themes = Tous les thèmes
home-line = Comment lire les traits
home-line-means = Au-dessus de chaque texte, un trait indique combien de personnes y ont travaillé.
home-waits = Ce qui vous attend
home-waits-nothing = Rien ne vous attend en ce moment.
home-waiting = { $kind ->
    [finish] { $count ->
        [one] Un brouillon à terminer
       *[other] { $count } brouillons à terminer
    }
    [answer] { $count ->
        [one] Un message qui s’adresse à vous
       *[other] { $count } messages qui s’adressent à vous
    }
    [translate] { $more ->
        [yes] Plus de { $count } textes à traduire
       *[no] { $count ->
            [one] Un texte à traduire
           *[other] { $count } textes à traduire
        }
    } { $lang ->
        [fr] en français
        [en] en anglais
       *[ja] en japonais
    }
    [review] { $more ->
        [yes] Plus de { $count } traductions à relire
       *[no] { $count ->
            [one] Une traduction à relire
           *[other] { $count } traductions à relire
        }
    }
   *[decide] { $count ->
        [one] Un cas de modération à trancher
       *[other] { $count } cas de modération à trancher
    }
}
home-moved = Du nouveau depuis votre dernière visite
home-all-new = Tout ce qui est nouveau
home-read-all = Tout marquer comme lu
home-all-read-word = Tout est lu.
home-all-read = Rien de nouveau ne vous attend dans les fils.
