threads-title = Threads
threads-none = No thread here yet.
threads-discussion = Discussion
threads-consensus = Consensus thread
threads-announcement = Announcement
threads-pinned = Pinned
threads-pinned-heading = Pinned
threads-open = Open
threads-locked = Locked
threads-archived = Archived
threads-hidden = Hidden
threads-replies = { $count ->
    [0] no reply yet
    [one] 1 reply
   *[other] { $count } replies
}
threads-row-machine = title: machine translation
threads-row-original = { $lang ->
    [fr] French original
    [en] English original
   *[ja] Japanese original
}
threads-row-last = { $lang ->
    [fr] latest: { $name }, in French, { $time }
    [en] latest: { $name }, in English, { $time }
   *[ja] latest: { $name }, in Japanese, { $time }
}
threads-filter-theme = Theme
threads-filter-all-themes = All themes
threads-filter-kind = Kind
threads-filter-any = Any
threads-filter-lang = Original language
threads-filter-any-lang = Any language
threads-filter-state = State
threads-filter-sort = Order
threads-filter-apply = Show
threads-sort-active = Latest activity
threads-sort-new = Newest threads
threads-first-page = Back to the first page
threads-next-page = Next page
threads-slots = The three slots of this thread
threads-title-outdated = The title is outdated: that of the original has changed.
threads-hidden-word = Hidden.
threads-hidden-means = Only moderators can see this thread.
threads-locked-word = Locked.
threads-locked-means = This thread takes no new replies.
threads-order = Order
threads-order-tree = tree
threads-order-flat = by time
threads-show = Text
threads-show-reader = my language
threads-show-original = originals
threads-show-all = all three
threads-moderate = Moderate this thread
threads-index = On this page
threads-new-title = Open a thread
threads-title-field = Title
threads-themes-field = Themes
threads-themes-hint = Choose 1 to 5.
threads-side = Languages side by side
threads-side-back = Back to the thread
threads-side-langs = Languages
threads-side-gone = This post is no longer shown.
threads-sheet = Meeting sheet (A4)
threads-sheet-print = Print this page: it is made for A4.
threads-sheet-notes = Notes
threads-relocated = { $way ->
    [merged] { $count ->
            [one] { $time }: one post came from a thread merged into this one:
           *[other] { $time }: { $count } posts came from a thread merged into this one:
        }
    [merged-away] { $count ->
            [one] { $time }: this thread and its post were merged into:
           *[other] { $time }: this thread and its { $count } posts were merged into:
        }
    [came] { $count ->
            [one] { $time }: one post came from another thread:
           *[other] { $time }: { $count } posts came from another thread:
        }
   *[gone] { $count ->
            [one] { $time }: one post was moved to:
           *[other] { $time }: { $count } posts were moved to:
        }
}
threads-held = Waiting
threads-filter-readable = In my language
threads-readable-yes = Readable
threads-readable-no = Not translated yet
threads-filter-answered = Replies
threads-answered-yes = With replies
threads-answered-no = Without replies
threads-filter-new = For me
threads-new-yes = Something new
threads-branch = Replies
threads-text = Plain text
threads-text-original = { $lang ->
    [fr] original, in French
    [en] original, in English
   *[ja] original, in Japanese
}
threads-text-translated = { $lang ->
    [fr] French translation
    [en] English translation
   *[ja] Japanese translation
}
threads-text-machine = { $lang ->
    [fr] French machine translation
    [en] English machine translation
   *[ja] Japanese machine translation
}
threads-text-gone = this post cannot be read
threads-names = Names (consensus threads)
threads-names-hint = Chosen now for good.
threads-names-public = Who took which position is public
threads-names-totals = Totals only
threads-carries = This thread will take declaration no. { $n } further: its statements come along, to be accepted anew.
