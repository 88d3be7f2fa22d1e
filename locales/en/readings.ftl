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
readings-letters = Email settings
readings-letters-title = What the forum sends me
readings-letters-lede = Choose what comes by email right away and what can wait for the digest. “What concerns me” means replies, mentions, quotes, and reviews of your translations.
readings-letters-to = Emails are sent to { $address }.
readings-letters-held = Each email is sent after ten minutes, unless you have read the post on the forum by then.
readings-letters-site = The whole forum
readings-letters-of = { $watched ->
    [theme] Themes
   *[thread] Threads
}
readings-letters-none = You do not follow any theme or thread in particular. To follow one, use the “Follow” button on its page; it will then appear here, with a setting of its own.
readings-letters-own = The settings below take priority over the one for the whole forum; a thread’s setting takes priority over those of its themes.
readings-level = { $level ->
    [all] Every post, right away
    [important] What concerns me, right away
    [summary] Only in the digest
    [nothing] No email, not even the digest
   *[mute] Muted
}
readings-letters-digest = Digest settings
