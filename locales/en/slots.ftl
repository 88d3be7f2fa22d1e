slots-title = { $lang ->
    [fr] Translate into French
    [en] Translate into English
   *[ja] Translate into Japanese
}
slots-back = Read it on its page
slots-reply-no = Reply no. { $n }
slots-source-head = original, revision { $n }
slots-source-no = Original { $no }
slots-target-no = Translation { $no }
slots-kind = { $kind ->
    [title] title
    [heading] heading
    [list] list
    [table] table
    [code] code
    [quote] quote
    [footnote] footnote
    [rule] divider
   *[paragraph] paragraph
}
slots-whole-text = whole text
slots-block-empty = empty
slots-block-fresh = up to date
slots-block-unsaved = not saved yet
slots-block-outdated = { $old }outdated{ $end }
slots-still-valid = Still valid
slots-still-valid-block = No. { $no }, still valid: { $words }
slots-todo-empty = { $blocks ->
    [one] One passage to translate, about { $minutes } min.
   *[other] { $blocks } passages to translate, about { $minutes } min.
}
slots-todo-machine = Nobody has read this machine translation over yet. Correct it and save; about { $minutes } min.
slots-todo-moved = { $old }The original has changed since this translation{ $end }: passages were removed or moved. Compare the two texts.
slots-todo-outdated = { $count ->
    [one] { $old }The original has changed since this translation.{ $end } One of { $blocks } passages is outdated, about { $minutes } min.
   *[other] { $old }The original has changed since this translation.{ $end } { $count } of { $blocks } passages are outdated, about { $minutes } min.
}
slots-todo-review = This translation waits for a review. About { $minutes } min.
slots-todo-nothing = This translation is reviewed and up to date.
slots-claim-none = Nobody is working on it.
slots-claim-mine = Claimed by you until { $until }.
slots-claim-other = Claimed by { $name } until { $until }.
slots-claim-act = { $act ->
    [release] Release
   *[claim] Claim
}
slots-around = This replies to
slots-done-word = Done.
slots-done = { $done ->
    [save] Your translation is published.
    [proposed] Your proposal waits for a reviewer; readers keep the reviewed version.
    [draft] Draft saved; only you can see it.
    [discard] The draft is gone.
    [valid] The translation is confirmed.
    [review] The translation is reviewed.
    [return] Sent back, with your comment.
    [decline] The proposal is not taken.
    [accept] The proposal is accepted.
    [claim] It is yours for 72 hours; every save renews that.
    [release] You no longer have it.
    [clear] The slot is empty; its revisions are kept.
    [restore] What was cleared is back.
    [settle] The contest is settled.
   *[contest] The passage is marked as contested.
}
slots-draft-word = Draft restored.
slots-draft-kept = You saved it on { $time }; it is not published.
slots-discard = Discard the draft
slots-source-moved-word = The original has changed
slots-source-moved = while you were working. You see the revision that you started from; once you save, what changed will be shown.
slots-source-changes = See what changed
slots-save = Save
slots-save-anyway = Save anyway
slots-save-draft = Save draft
slots-valid = All of it is still valid
slots-propose = Propose
slots-propose-means = This translation is reviewed: your changes go to a reviewer as a proposal.
slots-save-means = Saving publishes the translation under your name.
slots-autosaved = Draft saved.
slots-autosave-failed = The draft could not be saved; your text is still on this page.
slots-next = Next text
slots-way-whole = Write in one piece
slots-way-blocks = Write paragraph by paragraph
slots-unpaired = The two texts do not have the same paragraphs, so they stand side by side as a whole.
slots-keys = Keys: Ctrl + Enter saves; Alt + ↓ and Alt + ↑ go to the next and previous passage to work on.
slots-avoid = Avoid:
slots-note = Note
slots-warn-avoid = Avoid “{ $found }”; the network says “{ $preferred }”.
slots-warn-link = Link missing from the translation: { $what }
slots-warn-image = Image missing from the translation: { $what }
slots-warn-code = Code missing from the translation: { $what }
slots-warn-mention = Mention missing from the translation: { $what }
slots-warn-number = Number missing from the translation: { $what }
slots-remark-word = { $kind ->
    [propose] Proposal
    [contest] Contested
   *[return] Sent back
}
slots-remark-propose = { $name } proposes these changes, { $time }.
slots-remark-contest = { $name } contests this passage, { $time }.
slots-remark-return = { $name } sent this translation back, { $time }.
slots-proposal-only-confirms = The words stay: the proposal confirms that they are still valid.
slots-proposal-older = This proposal started from an older revision than the one readers get.
slots-accept = Accept
slots-decline = Decline, with a reason
slots-withdraw = Withdraw my proposal
slots-open-proposal = Open this text in the workbench
slots-reason-below = Write the reason
slots-settle = Settle, with an answer
slots-judge = Review and decide
slots-review-means = A review judges the translation as it is saved.
slots-review-own = This is your own translation: say why you review it yourself.
slots-reason = Reason, comment or answer
slots-reason-hint = Needed to send back, decline, clear, restore or settle; the person concerned reads it.
slots-review = Mark as reviewed
slots-return = Send back, with a comment
slots-clear = Clear this slot
slots-restore = Restore what was cleared
slots-conflict = { $name } saved another revision while you were writing. Both texts are here: yours is in the form. Take over what you need, then save.
slots-conflict-both = Both texts
slots-conflict-theirs = What is saved (revision { $n })
slots-conflict-changes = From that text to yours
slots-more = Further help
slots-history = History of this slot
slots-contest = Contest a passage
slots-ask-author = Ask { $name } in the thread
slots-original-title = Original
slots-original-word = The original
slots-original-means = is edited, not translated. Choose another language above to translate it.
slots-translation = The translation
slots-contest-title = Contest a passage
slots-contest-means = Do you think that the translation says something else than the original? Point at the passage: it stays marked until a moderator settles it.
slots-contest-passage = The words
slots-contest-passage-hint = Copy them from the translation above.
slots-contest-reason = Why?
slots-contest-reason-hint = Say what the original means; write in whichever language you like.
slots-contest-send = Contest
slots-target-head = { $state }, revision { $n }
slots-draft-first = Publish or discard it to open another revision.
slots-moved-meanwhile = The translation changed meanwhile: this is the newest revision. Read it, then decide.
