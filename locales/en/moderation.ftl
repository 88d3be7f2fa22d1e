moderation-thread-title = Moderate this thread
moderation-post-title = Moderate post no. { $n }
moderation-what = What to do
moderation-thread-act = { $act ->
    [lock] Lock
    [unlock] Unlock
    [pin] Pin
    [unpin] Unpin
    [hide] Hide
   *[restore] Restore
}
moderation-thread-effect = { $act ->
    [lock] No new replies; everything stays readable.
    [unlock] Replies are welcome again.
    [pin] It stands at the top of home and of the list.
    [unpin] It goes back to its place by time.
    [hide] Nobody but moderators sees the thread or anything in it.
   *[restore] Exactly what was hidden is readable again.
}
moderation-post-act = { $act ->
    [accept] Publish
    [hide] Hide
    [delete] Delete
   *[restore] Restore
}
moderation-post-effect = { $act ->
    [accept] Everybody sees the post from now on.
    [hide] A placeholder with the reason stays, and so do the replies.
    [delete] The post goes; a placeholder stays only where somebody replied to it. A moderator can restore it.
   *[restore] Exactly what was removed is readable again.
}
moderation-reason-hint = The person concerned reads it. It stays in the log, which may be public: name nobody.
moderation-do = Do it
moderation-cancel = Cancel
moderation-log = Audit log
moderation-log-act = { $act ->
    [lock] locked
    [unlock] unlocked
    [pin] pinned
    [unpin] unpinned
    [hide] hidden
    [delete] deleted
    [restore] restored
    [accept] published
    [dismiss] report dismissed
    [uphold] decision upheld
    [settle] contest settled
    [move] posts moved
    [split] posts split off into a new thread
    [merge] merged into another thread
    [undo] move undone
    [suspend] { $until ->
            [never] suspended with no end
           *[other] suspended until { $until }
        }
    [unsuspend] suspension lifted
    [confirm] trusted
    [unconfirm] no longer trusted
    [decline] request to join declined
    [invite] invitation sent
    [revoke] invitation taken back
    [role] role changed
    [theme-add] theme added
    [theme-merge] merged into another theme
    [theme-place] moved within the list
    [theme-rename] renamed or described anew
    [theme-restore] in use again
    [theme-retire] retired
    [theme-unmerge] merge undone
    [stage-illustrate] moved to the stage “illustrate”
    [stage-debate] moved to the stage “debate”
    [stage-propose] moved to the stage “propose”
    [stage-closed] moved to the stage “closed”
    [stage-plan] date of the stage changed
    [statement-accept] statement accepted
    [statement-merge] statement merged
    [statement-decline] statement declined
    [statement-same] statements linked as saying the same
    [statement-not-same] link between statements undone
    [statement-checked] translation of a statement checked
    [synthesis] synthesis begun
    [community] language community corrected
    [room] show of hands recorded
    [room-strike] show of hands taken back
    [declare-consensus] consensus declared
    [declare-partial] partial consensus declared
    [declare-no-consensus] no consensus declared
   *[edit] edited
}
moderation-own-title = Delete your post no. { $n }
moderation-title = Moderation
moderation-kinds = Waiting
moderation-kind = { $kind ->
    [flag] Reports ({ $count })
    [held] Waiting posts ({ $count })
    [answer] Answers ({ $count })
    [join] Requests to join ({ $count })
   *[all] All ({ $count })
}
moderation-case-kind = { $kind ->
    [flag] Reported
    [held] Waiting to be published
    [answer] Answer to a decision
   *[join] Request to join
}
moderation-case-title = { $kind ->
    [flag] A reported post
    [held] A waiting post
    [answer] An answer to a decision
   *[join] A request to join
}
moderation-case-about = { $n ->
    [0] { $time }
    [1] opening of the thread, { $name }, { $time }
   *[other] post no. { $n }, { $name }, { $time }
}
moderation-flags = { $count ->
    [one] { $count } report
   *[other] { $count } reports
}
moderation-flag-kind = { $kind ->
    [spam] Advertising or spam
    [hurtful] Hurtful or threatening
    [off-topic] Off topic
    [private] Somebody’s personal data
    [illegal] Against the law
   *[other] Something else
}
moderation-flag-title = Report post no. { $n }
moderation-flag-means = Only the moderators read reports. Whoever wrote the post will not be told who reported it.
moderation-flag-what = What is wrong
moderation-flag-words = More about it
moderation-flag-words-hint = Optional, except for “Something else”.
moderation-flag-send = Report
moderation-flag-sent-word = Thank you.
moderation-flag-sent = The moderators will look at it. A notification will tell you when they have.
moderation-nothing = Nothing is waiting. Time to read.
moderation-more = More
moderation-done-word = Settled.
moderation-done = Those concerned have been told.
moderation-decide = Decision
moderation-decision = { $decision ->
    [dismiss] Nothing is wrong
    [hide] Hide
    [delete] Delete
    [accept] Publish
    [uphold] Let the decision stand
    [undo] Take the decision back
    [admit] Let in
   *[decline] Do not let in
}
moderation-decision-effect = { $decision ->
    [dismiss] The post stays as it is.
    [hide] A placeholder stays, with the reason; the replies stay too.
    [delete] The post is gone. Moderators can restore it.
    [accept] Everybody sees it from now on.
    [uphold] The person is told, with your reason.
    [undo] The decision is undone: all is as it was before it, and nothing else changes.
    [admit] The person gets an email and can sign in.
   *[decline] The person gets an email with the reason; what they sent is erased.
}
moderation-settled = { $decision ->
    [dismiss] { $name } found nothing wrong, { $time }.
    [hide] { $name } hid it, { $time }.
    [delete] { $name } deleted it, { $time }.
    [accept] { $name } published it, { $time }.
    [uphold] { $name } let the decision stand, { $time }.
    [undo] { $name } took the decision back, { $time }.
    [admit] { $name } let them in, { $time }.
   *[decline] { $name } did not let them in, { $time }.
}
moderation-person-posts = { $count ->
    [0] no post published
    [one] { $count } post published
   *[other] { $count } posts published
}
moderation-person-since = member since { $day }
moderation-person-past = { $count ->
    [0] nothing taken down so far
    [one] one post taken down so far
   *[other] { $count } posts taken down so far
}
moderation-person-suspended = { $until ->
    [never] suspended with no end
   *[other] suspended until { $until }
}
moderation-person = Suspend, trust, note
moderation-person-untouchable = Only administrators can act on this account.
moderation-profile = See the profile
moderation-account-act = { $act ->
    [suspend] Suspend
    [unsuspend] Lift the suspension
    [confirm] Trust
   *[unconfirm] Stop trusting
}
moderation-account-effect = { $act ->
    [suspend] The person can write nothing anywhere; they can read the forum and download their data.
    [unsuspend] The person can write again.
    [confirm] Their posts no longer wait.
   *[unconfirm] The rules for first posts apply again.
}
moderation-term = Length of the suspension
moderation-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
moderation-no-end = No end
moderation-notes = Notes among moderators
moderation-note = Add a note
moderation-note-hint = Read by moderators only.
moderation-note-add = Add the note
moderation-canned = Prepared answer
moderation-canned-hint = Everybody reads it in their own language; your words come after it.
moderation-canned-none = none
moderation-answers = Prepared answers
moderation-answers-mean = Reasons ready to use, in three languages. Whoever is concerned reads them in their own.
moderation-answers-none = There are none yet.
moderation-answer-retired = No longer offered.
moderation-answer-retire = Stop offering
moderation-answer-offer = Offer again
moderation-answer-new = New answer
moderation-answer-name = Name in the list
moderation-answer-body = What it says
moderation-answer-add = Add
moderation-relocate = Move, split, merge
moderation-relocate-means = Posts keep their addresses, and what answers them goes along. Links stay on both sides, and all of it can be undone.
moderation-relocation = { $kind ->
    [move] Move posts to another thread
    [split] Split posts off into a new thread
   *[merge] Merge all of this thread into another
}
moderation-relocation-effect = { $kind ->
    [move] Give the posts and the thread that they go to.
    [split] Give the posts; you write the title and the opening.
   *[merge] Give the thread that it goes to. The address of this one will lead there.
}
moderation-numbers = Numbers of the posts
moderation-numbers-hint = Such as “3, 7-9”. Replies to them go along.
moderation-to = To the thread
moderation-to-hint = Its number or its address.
moderation-split-new = The new thread
moderation-split-body = These posts come from the thread [{ $title }]({ $href }).
moderation-relocated = Moves
moderation-undo = Undo
moderation-public-log = Moderation log
moderation-log-means = What the moderators did, and why. Those concerned are not named.
moderation-log-closed = This log is shown to moderators only.
moderation-log-none = The moderators have had nothing to do yet.
moderation-log-subject = { $subject ->
    [post] (post)
    [thread] (thread)
    [account] (account)
    [theme] (theme)
   *[text] (translation)
}
moderation-answer-words = What the person says
moderation-decision-title = A decision by the moderators
moderation-answer-yours = Your answer
moderation-answer = Answer
moderation-answer-means = You can answer once. The moderators will read it and may take their decision back.
moderation-answer-field = What you want to say
moderation-answer-send = Send to the moderators
moderation-answer-came = { $decision ->
    [open] The moderators have not read it yet.
    [undo] The moderators have taken their decision back.
   *[uphold] The moderators have let their decision stand.
}
moderation-person-saved = The change applies from now on.
moderation-decision-see = { $what ->
    [thread] See the thread
   *[post] See the post
}
