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
