notices-title = Notifications
notices-unread = { $more ->
    [yes] More than { $count } unread notifications.
   *[no] { $count ->
        [0] All read.
        [one] One unread notification.
       *[other] { $count } unread notifications.
    }
  }
notices-read = Mark all as read
notices-none = Nothing yet. This page will tell you when somebody replies to you, when your texts are translated, or when the original of a text that you translated has changed.
notices-new = New
notices-older = Older
notices-one = { $kind ->
    [mentioned] { $name } mentioned you in a post, { $time }.
    [quoted] { $name } quoted you, { $time }.
    [replied] { $name } replied to you, { $time }.
    [posted] There are new posts in a thread that you follow, since { $time }.
    [statement-settled] { $name } decided on your statement, { $time }.
    [statement-changed] { $name } changed the meaning of a statement on which you had taken a position, { $time }. Please say what you think now.
    [reworded] { $name } reworded a statement on which you had taken a position, { $time }. Please read it again and say what you think now.
    [objection-answered] { $name } answered your objection, { $time }.
    [declared] { $name } made a declaration to which your positions contributed, { $time }.
    [basis-moved] { $name } changed a text that a declaration rests on, { $time }.
    [review-due] A declaration signed by { $name } has been due for review since { $time }.
    [opened] { $name } opened a thread under a theme that you follow, { $time }.
    [translated] { $lang ->
            [fr] { $name } translated this into French, { $time }.
            [en] { $name } translated this into English, { $time }.
           *[ja] { $name } translated this into Japanese, { $time }.
        }
    [reviewed] { $lang ->
            [fr] { $name } reviewed the French translation, { $time }.
            [en] { $name } reviewed the English translation, { $time }.
           *[ja] { $name } reviewed the Japanese translation, { $time }.
        }
    [returned] { $lang ->
            [fr] { $name } sent your French translation back, { $time }.
            [en] { $name } sent your English translation back, { $time }.
           *[ja] { $name } sent your Japanese translation back, { $time }.
        }
    [accepted] { $lang ->
            [fr] { $name } accepted your French proposal, { $time }.
            [en] { $name } accepted your English proposal, { $time }.
           *[ja] { $name } accepted your Japanese proposal, { $time }.
        }
    [declined] { $lang ->
            [fr] { $name } did not accept your French proposal, { $time }.
            [en] { $name } did not accept your English proposal, { $time }.
           *[ja] { $name } did not accept your Japanese proposal, { $time }.
        }
    [contested] { $lang ->
            [fr] { $name } contests a passage of the French translation, { $time }.
            [en] { $name } contests a passage of the English translation, { $time }.
           *[ja] { $name } contests a passage of the Japanese translation, { $time }.
        }
    [settled] { $lang ->
            [fr] { $name } settled what was contested in the French translation, { $time }.
            [en] { $name } settled what was contested in the English translation, { $time }.
           *[ja] { $name } settled what was contested in the Japanese translation, { $time }.
        }
   *[source-changed] { $lang ->
            [fr] { $name } changed the original; the French translation is outdated, { $time }.
            [en] { $name } changed the original; the English translation is outdated, { $time }.
           *[ja] { $name } changed the original; the Japanese translation is outdated, { $time }.
        }
}
notices-act = { $kind ->
    [moderated] The moderators made a decision that concerns you, { $time }.
   *[flag-settled] The moderators looked at what you had reported, { $time }. Thank you.
}
