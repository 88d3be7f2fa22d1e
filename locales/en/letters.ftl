letters-greeting = Hello,
letters-greeting-name = Hello { $name },
letters-foot = This email was sent by { $site }.
letters-subject = { $kind ->
    [join-asked] Confirm your address to join { $site }
    [known] You already have an account on { $site }
    [welcome] Welcome to { $site }
    [not-admitted] Your request to join { $site }
    [invited] { $other } invites you to { $site }
    [reset] Choose a new password for { $site }
    [password-changed] Your password on { $site } has changed
    [confirm-address] Confirm your new address for { $site }
    [subscription-asked] Confirm that you want the digest of { $site }
    [subscribed] You already get the digest of { $site }
   *[address-changed] Your address on { $site } has changed
}
letters-says = { $kind ->
    [join-asked] Somebody asked for an account on { $site } with this address. If it was you, confirm it: you can then read and write in your own language.
    [known] Somebody asked for an account with this address, but it already belongs to the account { $name }. If you have forgotten your password, you can choose a new one.
    [welcome] Your request has been accepted. You can sign in now with the handle { $name }.
    [not-admitted] The moderators did not accept your request, for this reason:
    [invited] { $other } invites you to take part in the discussions on { $site }, where everybody reads and writes in their own language: French, English or Japanese.
    [reset] Somebody asked for a new password for the account { $name }. If it was you, choose it now.
    [password-changed] The password of the account { $name } has just been changed; all its other sessions have been ended, and its keys for programs deleted.
    [confirm-address] This address is to become that of the account { $name }. Confirm that you receive your mail here.
    [subscription-asked] Somebody asked for this address to get the digest of { $site }: what is being said on the forum, in your language. If it was you, please confirm your request.
    [subscribed] Somebody asked for this address to get the digest of { $site }. You already get it: nothing has changed.
   *[address-changed] The address of the account { $name } is now { $other }. This one will receive nothing more.
}
letters-action = { $kind ->
    [join-asked] Confirm my address
    [welcome] Sign in
    [invited] Accept the invitation
    [confirm-address] Confirm my new address
    [acted] See the decision
    [acted-back] Read it in the forum
    [subscription-asked] Send me the digest
    [subscribed] See or change my subscription
   *[other] Choose a new password
}
letters-small = { $kind ->
    [join-asked] This link is good for 48 hours. If you did not ask for anything, do nothing: no account will be made.
    [known] If the request was not yours, there is nothing that you need to do.
    [welcome] See you in the forum.
    [not-admitted] What you sent with your request has been deleted.
    [invited] This invitation is good for 14 days. If you are not interested, do nothing: your address will be forgotten.
    [reset] This link is good for 30 minutes and works once. If you did not ask for it, do nothing: your password stays as it is.
    [password-changed] If it was not you, choose a new password at once.
    [confirm-address] This link is good for 48 hours. If you did not ask for it, do nothing: the account keeps its address.
    [subscription-asked] This link is good for 7 days. If you did not ask for it, do nothing: no digest will be sent, and your address will be erased.
    [subscribed] If the request was not yours, there is nothing that you need to do.
   *[address-changed] If it was not you, tell the administrators of the forum.
    [acted] You can answer this decision once; the moderators will read what you say.
}
letters-acted-subject = { $subject ->
    [account] { $act ->
            [uphold] The moderators’ decision stands
            [suspend] Your account on { $site } is suspended
           *[unsuspend] Your account on { $site } works again
        }
    [thread] { $act ->
            [uphold] The moderators’ decision stands
            [hide] Your thread has been hidden
            [lock] Your thread has been locked
            [unlock] Your thread is open again
            [merge] Your thread has been merged into another
            [move] Posts of your thread have been moved
            [split] Posts of your thread have become a thread of their own
            [undo] A move in your thread has been undone
           *[restore] Your thread can be seen again
        }
   *[post] { $act ->
            [uphold] The moderators’ decision stands
            [accept] Your post is published
            [hide] Your post has been hidden
            [delete] Your post has been deleted
            [edit] Your post has been edited by the moderators
           *[restore] Your post can be seen again
        }
}
letters-acted-says = { $subject ->
    [account] { $act ->
            [uphold] The moderators of { $site } have read your answer and let their decision stand. Reason:
            [suspend] { $until ->
                [never] The moderators of { $site } have suspended your account with no end set. You can still read the forum and download your data. Reason:
               *[other] The moderators of { $site } have suspended your account until { $until }. You can still read the forum and download your data. Reason:
            }
           *[unsuspend] The moderators of { $site } have lifted the suspension of your account. Reason:
        }
    [thread] { $act ->
            [uphold] The moderators of { $site } have read your answer and let their decision stand. Reason:
           *[other] The moderators of { $site } have made a decision about a thread that you opened. Reason:
        }
   *[post] { $act ->
            [uphold] The moderators of { $site } have read your answer and let their decision stand. Reason:
            [accept] The moderators of { $site } have published the post that you sent.
           *[other] The moderators of { $site } have made a decision about one of your posts. Reason:
        }
}
letters-acted-place = { $what ->
    [thread] { $by ->
            [day] Thread opened on { $day }
           *[title] Thread “{ $title }”
        }
   *[post] { $by ->
            [day] Post of { $day }
           *[title] Post no. { $n } in “{ $title }”
        }
}
letters-told-name = { $former ->
    [yes] A former participant
   *[no] { $name }
}
letters-told = { $because ->
    [mentioned] { $name } mentioned you
    [quoted] { $name } quoted you
    [replied] { $name } replied to you
    [posted] { $name } posted in this thread
    [opened] { $name } opened a thread
    [reviewed] { $lang ->
            [fr] { $name } reviewed the French translation
            [en] { $name } reviewed the English translation
           *[ja] { $name } reviewed the Japanese translation
        }
    [returned] { $lang ->
            [fr] { $name } sent your French translation back
            [en] { $name } sent your English translation back
           *[ja] { $name } sent your Japanese translation back
        }
    [accepted] { $lang ->
            [fr] { $name } accepted your French proposal
            [en] { $name } accepted your English proposal
           *[ja] { $name } accepted your Japanese proposal
        }
    [declined] { $lang ->
            [fr] { $name } did not accept your French proposal
            [en] { $name } did not accept your English proposal
           *[ja] { $name } did not accept your Japanese proposal
        }
    [contested] { $lang ->
            [fr] { $name } contests a passage in the French translation
            [en] { $name } contests a passage in the English translation
           *[ja] { $name } contests a passage in the Japanese translation
        }
   *[settled] { $lang ->
            [fr] { $name } decided on the contested passage in the French translation
            [en] { $name } decided on the contested passage in the English translation
           *[ja] { $name } decided on the contested passage in the Japanese translation
        }
}
letters-told-subject = { $said } – { $title }
letters-told-action = { $kind ->
    [reply] Reply
    [read] See it in the thread
   *[slot] Open the translation
}
letters-told-why = { $every ->
    [yes] You are getting this email because you chose “Every post, right away”.
   *[no] You are getting this email because it concerns you directly.
}
letters-told-change = Choose what comes by email
letters-told-stop = Stop these emails
