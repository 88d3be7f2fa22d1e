readings-new = { $count } new
readings-new-first = { $count ->
    [one] One new: go to it
   *[other] { $count } new: go to the first
}
readings-new-word = New
readings-to-here = Read to here
readings-all = I have read all of this thread
readings-next = Next unread thread
readings-follow = Follow
readings-mute = Mute
readings-followed = You follow this.
readings-stop = Stop following
readings-muted = Muted
readings-unmute = Unmute
readings-letters = Email
readings-letters-title = What the forum sends me
readings-letters-lede = Choose what comes by email at once, and what can wait for the digest. Replies, mentions, quotes and what is said of your translations concern you.
readings-letters-held = An email leaves ten minutes later; if you have read the post on the forum by then, it does not leave at all.
readings-letters-site = The whole forum
readings-letters-of = { $watched ->
    [theme] Themes
   *[thread] Threads
}
readings-letters-none = You do not follow any theme or thread in particular. Their pages have a “Follow” button; what you follow will appear here, with settings of its own.
readings-letters-own = These come before the setting for the whole forum, and a thread’s before those of its themes.
readings-level = { $level ->
    [all] Every post, at once
    [important] What concerns me, at once
    [summary] Only in the digest
    [mute] Muted
    [nothing] No email, not even the digest
   *[none] Stop following
}
readings-letters-digest = Set up the digest
