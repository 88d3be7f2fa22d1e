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
    [hide] Hide
    [delete] Delete
   *[restore] Restore
}
moderation-post-effect = { $act ->
    [hide] A placeholder with the reason stays, and so do the replies.
    [delete] The post goes; a placeholder stays only where somebody replied to it. A moderator can restore it.
   *[restore] Exactly what was removed is readable again.
}
moderation-reason-hint = Shown in place of what is removed and kept in the audit log.
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
   *[edit] edited
}
moderation-own-title = Delete your post no. { $n }
