posts-post = Post
posts-no = no. { $n }
posts-author = { $name }
posts-delete = Delete
posts-edited = edited
posts-replies-to = replies to no. { $n }
posts-reply = Reply
posts-edit = Edit
posts-history = History
posts-moderate = Moderate
posts-link = Link
posts-gone-hidden = Hidden by a moderator on { $day }.
posts-gone-deleted = Deleted by a moderator on { $day }.
posts-gone-withdrawn = Deleted by its author on { $day }.
posts-gone-reason = Reason: { $reason }
posts-reply-yours = Your reply
posts-reply-title = Reply
posts-reply-to = You reply to
posts-reply-to-no = You are replying to post no. { $n }, above.
posts-reply-to-thread = To the thread itself. To answer one post, use “Reply” beneath it.
posts-reply-sign-in = Sign in to reply, in whichever of the three languages you write best.
posts-you-write-in = You write in
posts-original-in = { $lang ->
    [fr] The original is in French.
    [en] The original is in English.
   *[ja] The original is in Japanese.
}
posts-body = Text
posts-body-hint = Short sentences and few idioms travel best. Your words stay the original. Markdown works: **bold**, lists, tables, footnotes.
posts-publish = Publish
posts-preview = Preview
posts-preview-button = Preview
posts-preview-means = Nothing is published yet.
posts-licence = By publishing you agree to share your text under { $licence }.
posts-edit-title = Edit
posts-edit-back = Back to the post
posts-change = What does this edit change?
posts-change-hint = If the meaning changes, translations of the paragraphs concerned are shown as outdated. If only the wording changes, they stay up to date.
posts-change-hint-none = There is no translation yet; the choice matters only once there is one.
posts-change-meaning = The meaning
posts-change-wording = Only the wording (spelling, style)
posts-note = Note for the history
posts-note-hint = A few words, if you like: what changed, and why.
posts-reason = Reason
posts-reason-hint = These are somebody else’s words: the reason goes into the audit log.
posts-history-title = History of post no. { $n }
posts-history-none = This slot is empty and has no history yet.
posts-history-compare = From revision { $from } to revision { $to }
posts-history-one = Revision { $n }
posts-history-list = All revisions
posts-history-from = From
posts-history-to = to
posts-history-show = Compare
posts-history-revision = Revision { $n }
posts-history-first = first revision of the original
posts-history-meaning = changes the meaning
posts-history-wording = changes only the wording
posts-history-based-on = translated from revision { $n } of the original
posts-history-correct = Correct this
posts-history-correct-wording = This edit changed only the wording: translations made before it are up to date.
posts-history-correct-meaning = This edit changed the meaning: translations made before it are outdated.
posts-history-correct-button = Correct
posts-translate = Translate
posts-improve = Improve the translation
posts-terms = Terms
posts-terms-heading = The network’s terms in this post
posts-terms-none = No term of the glossary stands in this post.
posts-request = I need this in English
posts-history-current = shown to readers
posts-history-proposal = { $outcome ->
    [open] proposal, waiting
    [accepted] proposal, accepted
   *[declined] proposal, not taken
}
posts-history-valid = confirms that the translation is still valid
posts-history-open = take this text up again
posts-held-word = Waiting.
posts-held-means = This post is waiting for a moderator; until then only you and the moderators see it. First posts wait, and so do early posts with links.
posts-flag = Report
posts-quote = Quote
posts-quote-from = { $a }{ $name }, no. { $n }{ $end } { $lang ->
    [fr] says, in French:
    [en] says, in English:
   *[ja] says, in Japanese:
}
posts-quote-gone = The quoted post can no longer be read.
posts-quote-changed = The quoted post has changed since.
posts-quote-in = { $lang ->
    [fr] Read this passage in French
    [en] Read this passage in English
   *[ja] Read this passage in Japanese
}
posts-react = React
posts-reaction = { $kind ->
    [thanks] Thanks
    [insight] Enlightening
    [support] With you
   *[joy] Delightful
}
posts-people = People you may want to mention
posts-hints = This would make your text easier to translate.
posts-hints-means = None of it is required: you may publish the text as it is.
posts-hint = { $kind ->
    [sentence] { $lang ->
        [ja] This sentence has { $length } characters: “{ $what }” Shorter sentences translate better.
       *[other] This sentence has { $length } words: “{ $what }” Shorter sentences translate better.
    }
    [date] “{ $what }” is not the same day for everybody: the day comes first in some countries, the month in others. Write the month as a word.
    [moment] By the time the translation is read, “{ $what }” may no longer be right: give the date instead.
   *[letters] If “{ $what }” is an abbreviation, say once in brackets what it stands for, as in “CLT (community land trust)”.
  }
