errors-heading = { $status ->
    [400] That request cannot be read
    [401] Please sign in
    [403] Not possible
    [404] Nothing here
    [405] Not possible
    [408] Too slow
    [409] Somebody saved before you
    [410] This link is no longer good
    [421] Wrong address
    [413] Too large
    [415] That cannot be read
    [422] Please check what you sent
    [429] A little too fast
    [431] That request is too large
    [503] The forum cannot answer right now
    [507] The forum’s disk is full
   *[other] Our mistake
}
errors-nothing-lost = { $count ->
    [one] Nothing is lost. One thing to change:
   *[other] Nothing is lost. { $count } things to change:
}
errors-typed = What you typed
errors-typed-means = It is all here. You can send it again, or copy it.
errors-try-again = Send again
errors-home = To the home page
errors-languages = Pages exist in French (/fr), English (/en) and Japanese (/ja).
errors-not-found = There is nothing at this address, or it is no longer shown.
errors-malformed = The request is malformed.
errors-encoding = The form is not valid UTF-8 text.
errors-sign-in = This needs an account. What you typed is kept below; sign in in another tab, then send it again.
errors-forged = This form is too old or does not come from this site. Send it again from here.
errors-method = This address takes no such request.
errors-conflict = Somebody saved a newer revision while you were working. Both texts are kept.
errors-too-large = The limit for one request is { $count } KiB.
errors-media = Send this as an ordinary, uncompressed form.
errors-timeout = The request did not arrive in time.
errors-invalid = Some fields need a change.
errors-too-many = { $count ->
    [one] Please wait 1 second.
   *[other] Please wait { $count } seconds.
}
errors-headers = The headers of the request are larger than 16 KiB.
errors-internal = Something went wrong on our side. It has been noted; nothing was half written.
errors-unavailable = The database does not answer or cannot be written. Nothing was half written; try again in a moment.
errors-full = There is no room left to save anything. Nothing was half written; please tell the administrators.
errors-denied-moderators-only = Only moderators can do this.
errors-denied-not-your-post = Only its author and moderators can change this post.
errors-denied-thread-locked = This thread is locked. It takes no new posts.
errors-denied-thread-archived = This thread is archived. It takes no new posts.
errors-denied-post-gone = This post is hidden or deleted and cannot be changed.
errors-denied-announcements = Only moderators can open announcements.
errors-denied-reason-needed = Please give a reason.
errors-denied-original = This is the language of the original: it is edited, not translated.
errors-denied-reviewers-only = Reviewing needs reviewer rights for this language.
errors-denied-own-review = This is your own translation. To review it yourself, give a reason.
errors-denied-machine-review = A machine translation cannot be reviewed as it is. Save it first, unchanged if it is good.
errors-denied-nothing-to-review = There is nothing here that waits for a review.
errors-denied-nothing-to-clear = This slot is already empty.
errors-field-empty = This must not be empty.
errors-field-too-long = This is { $found } characters long; { $limit } is the limit.
errors-body-empty = The text is empty.
errors-body-bytes = The text is too long: { $found } bytes; { $limit } is the limit.
errors-body-links = The text has { $found } links; { $limit } is the limit.
errors-themes-none = Choose at least one theme.
errors-themes-many = You chose { $found } themes; { $limit } is the limit.
errors-theme-unknown = One of these themes does not exist or can no longer be chosen.
errors-kind-unknown = There is no such kind of thread.
errors-lang-unknown = Choose French (fr), English (en) or Japanese (ja).
errors-parent-unknown = The post you reply to is not in this thread, or is no longer shown.
errors-change-unknown = Say whether the meaning changes or only the wording.
errors-wording-shape = This edit adds or removes paragraphs, or turns them into something else. Such an edit changes the meaning: choose “The meaning”.
errors-revision-unknown = There is no such revision.
errors-based-on-unknown = There is no such revision of the original.
errors-review-changed = A review judges what is stored. To change the text, save it first.
errors-act-unknown = Choose what to do.
errors-opening-goes-with-thread = An opening post goes with its thread: hide the thread instead.
errors-handle-length = A handle has 2 to { $limit } characters; this one has { $found }.
errors-handle-characters = A handle has only letters, digits, “-” and “_”, and begins with a letter or digit.
errors-handle-taken = This handle is taken.
errors-email = This is not an email address.
errors-email-taken = This email address is already used.
errors-password-common = Everybody tries this password first. Choose another.
errors-sign-in-wrong = Handle or password is not right.
errors-last-admin = At least one administrator must remain.
errors-reads-none = Choose at least one language.
errors-zone-unknown = There is no such time zone.
errors-handle-unknown = There is nobody with this handle.
errors-kept = It is all here, for you to copy.
errors-back = Go back
errors-changed = What changed meanwhile
errors-denied-human-work = Somebody has already translated this: a machine never writes over a person’s work.
errors-denied-nothing-to-restore = Nothing to restore: this slot was not cleared, or it has been filled since.
errors-denied-nothing-to-confirm = Nothing to confirm: this slot is still empty.
errors-denied-nothing-to-accept = This proposal is no longer waiting, or the translation is no longer reviewed. You can open it and save it.
errors-denied-own-work = This is your own work: somebody else has to review it.
errors-denied-not-yours = Somebody else claimed this.
errors-denied-claimed = Somebody else is already working on this. Take another text, or wait until their claim lapses.
errors-denied-nothing-to-contest = There is no translation to contest here.
errors-denied-not-read-by-you = You can contest a translation of your own words, or one in a language that you read. Your settings say which languages you read.
errors-denied-already-readable = This text can already be read in that language.
errors-denied-admins-only = Only administrators can do that.
errors-passage-unknown = These words are not in the translation. Copy them exactly as they stand there.
errors-block-unknown = The original has no paragraph at that place.
errors-valid-changed = You changed the text. Save to keep your changes; “All of it is still valid” confirms the translation as it stands.
errors-ask-identical = This translation is identical to the original. Do you mean it?
errors-ask-identical-title = The title is identical to the original’s. Do you mean it?
errors-ask-gaps = { $found ->
    [one] One paragraph of the translation is empty: nobody could read it. Do you mean it?
   *[other] { $found } paragraphs of the translation are empty: nobody could read them. Do you mean it?
}
errors-ask-claimed = Somebody else has claimed this translation. Do you really want to save yours?
errors-term-changed = Somebody changed this term meanwhile. What you typed is here; compare, then save.
errors-term-known = This term is already in the glossary.
errors-typed-below = What you typed is still there.
errors-link-gone = This link has already been used, or it has expired. Ask for a new one.
errors-relocate-unknown = There is no such thread. Give its number or its address.
errors-relocate-hidden = A thread that is hidden, or merged into another, cannot be used here.
errors-relocate-same = That is the same thread.
errors-relocate-opening = Post no. 1 opens the thread: to move it, merge the whole thread into another.
errors-relocate-numbers = One of these numbers belongs to no post of this thread.
errors-numbers = Give post numbers, such as “3, 7-9”.
errors-agree = To join, you need to accept the licence and to have read the privacy note.
errors-current-wrong = That is not your present password.
errors-flag-kind = Say what is wrong.
errors-term-unknown = Choose how long.
errors-letters-enough = Three emails have already been asked for today for this address. Try again tomorrow.
errors-canned-unknown = There is no such prepared answer.
errors-denied-by-invitation = This forum is by invitation only. Ask the moderators to invite you.
errors-denied-suspended = Your account is suspended: you can read the forum and download your data, but not write.
errors-denied-not-yourself = You cannot do this to your own account.
errors-denied-flag-own = This is your own post: you can edit or delete it.
errors-denied-settled = Another moderator decided before you.
errors-denied-answered = You have already answered this decision; you can answer only once.
errors-denied-not-about-you = This decision cannot be answered.
errors-denied-moved-on = Other changes have been made since. Undo the later ones first.
errors-erase-last-admin = You are the last administrator: nobody could look after the forum any more. Give the role to somebody else first.
errors-contributions = Say what becomes of your contributions.
errors-erase-sure = Tick the box to confirm.
errors-host = That is not the address of this forum. It is reached at { $base }.
errors-role-unknown = There is no such role.
errors-join-password = That is not the password that was chosen when joining. If it was not you, do nothing; otherwise join again.
errors-denied-edited = This post was edited after you opened it. Read it again above: your decision will be about these words.
errors-links-later = Others have already answered: new links cannot be put into the first post of a thread until three of your posts have been published. Put them into a reply.
errors-password-short = A password has at least { $limit } characters; this one has { $found }.
errors-password-long = A password has at most { $limit } bytes; this one has { $found }.
errors-search-condition = A condition of the search names nothing: check its names, languages and dates.
errors-drafts-many = You already have { $found } drafts; the limit is { $limit }. Discard one to keep this; your text is still here.
errors-body-mentions = The text mentions { $found } people; the limit is { $limit }.
errors-slug = A theme’s address is made of the letters a to z, digits and hyphens, 60 characters at most.
errors-slug-taken = A theme has this address already.
errors-theme-same = A theme cannot be merged into itself.
errors-denied-own-words = Nobody reacts to their own words.
errors-attachment-none = Choose a file first.
errors-attachment-kind = This file is neither a PNG, JPEG, WebP or GIF picture nor a PDF.
errors-attachment-pixels = This picture has more than 40 million pixels: make it smaller before you attach it.
errors-attachment-broken = This picture is incomplete or damaged: it could not be read.
errors-attachment-size = This file is larger than { $limit } MB.
errors-attachment-quota = Your files take up { $found } of { $limit } MB: there is no room for this one. Delete some on the page “Your files”.
errors-body-undescribed = { $found ->
    [one] A file has no description: write between the square brackets what it shows, or the title of the PDF, for example ![The mill seen from the road](…).
   *[other] { $found } files have no description: write between the square brackets what each one shows, or the title of the PDF, for example ![The mill seen from the road](…).
  }
errors-frequency = Choose how often, from the list.
errors-weekday = Choose a day from the list.
errors-hour = Choose an hour from 0 to 23.
errors-conflict-consensus = Somebody else has just done this. What you typed is still here; look at what stands now, then decide again.
errors-stage-step = A thread moves one stage forward or one back.
errors-stage-unknown = Choose a stage.
errors-summary-needed = Leaving a stage takes a summary of it, in one language.
errors-thresholds = These thresholds contradict each other. Give whole percentages from 1 to 100, with opposition below support and below divided.
errors-thresholds-fixed = The thresholds are fixed when the debate opens.
errors-names-unknown = Choose whether names are public or only totals are shown.
errors-time-unknown = Give a date, such as 2026-12-31.
errors-post-unknown = There is no post at that address that everybody can read.
errors-words-not-there = These words do not stand in that post. Copy them as they are, or leave the field empty.
errors-declaration-unknown = There is no such declaration.
errors-merge-unknown = Choose another statement of this thread.
errors-merge-circle = That statement was merged into this one: merging would go in a circle.
errors-merge-settled = That statement was merged or declined itself: choose one that stands.
errors-reason-for-position = A reservation or an objection needs its reason.
errors-value-unknown = Choose a position.
errors-community-needed = Say to which language community you belong in this thread; you do so once.
errors-community-frozen = You declared another language community in this thread. A moderator can correct it, once.
errors-community-none = This person has not taken a position in this thread.
errors-answer-unknown = Choose a reply to this objection that is still shown and was not written by the person who raised it.
errors-room-empty = Count at least one person, and at most { $limit }.
errors-room-day = The meeting’s day lies ahead.
errors-count-unknown = Give a whole number, or leave the field empty.
errors-synthesis-lang = The synthesis was begun in another language, which stays the language of its original.
errors-outcome-unknown = Choose an outcome.
errors-declare-cites = A translation of the synthesis does not cite the same statements as the original, or not in the same way.
errors-declare-unknown = The synthesis cites as agreed a statement that is not accepted in this thread.
errors-words-no-post = Also give the address of the post that these words come from.
errors-stage-ends-day = Choose a day in the future, within the next ten years.
errors-review-day = The day of review lies in the past.
errors-declare-stage = Declarations are made in the stage “propose”.
errors-declare-synthesis = There is no synthesis yet.
errors-declare-slot-fr = The French synthesis has to be original or reviewed, and up to date.
errors-declare-slot-en = The English synthesis has to be original or reviewed, and up to date.
errors-declare-slot-ja = The Japanese synthesis has to be original or reviewed, and up to date.
errors-declare-agreed = The synthesis cites no statement as agreed.
errors-declare-statement = { $found ->
    [0] A statement that is cited as agreed is not one of this thread.
   *[other] Statement { $found } is cited as agreed and is not.
}
errors-declare-answers = { $found ->
    [one] One objection has no answer yet.
   *[other] { $found } objections have no answer yet.
}
errors-declare-outcome = What is cited as agreed does not allow this outcome.
errors-denied-consensus-moderators = Consensus threads are opened by moderators.
errors-denied-consensus-stays = A consensus thread cannot be merged into another one: its statements and positions have no other place.
errors-denied-stage-closed = The thread’s stage does not take this now.
errors-denied-not-accepted = This statement takes no positions: it has not been accepted.
errors-denied-statement-settled = People have taken positions on this statement: it can no longer be declined. You can merge it into another one.
errors-denied-not-your-statement = This statement is somebody else’s.
errors-denied-has-positions = People have taken positions on this statement: from now on moderators edit it.
errors-statement-reworded = The statement changed while you were reading it: read it again, then confirm your position.
errors-denied-machine-statement = Nobody takes a position on a machine translation or an outdated translation, or where there is no translation: a person has to translate the statement or update its translation first.
errors-denied-objection-settled = This objection is settled.
errors-denied-not-answered-yet = This objection has no answer yet: you can maintain it once it has one.
errors-denied-own-objection = Somebody else answers your objection.
errors-denied-nothing-to-check = The translation of this statement is not being checked.
errors-denied-community-corrected = This person’s language community has been corrected before, which can be done only once.
