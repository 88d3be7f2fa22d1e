consensus-menu = Consensus
consensus-open = Open a consensus thread
consensus-board = Consensus threads
consensus-board-lede = Where each discussion stands, how much time is left, what is missing, and what asks for you. An agreement counts here only if it holds in every language community.
consensus-board-none = There is no consensus thread yet.
consensus-board-closed = Closed
consensus-board-statements = Statements:
consensus-board-verdict = { $verdict ->
    [consensus] consensus: { $count }
    [partial] partial consensus: { $count }
    [divided] divided: { $count }
    [needs-voices] more voices needed: { $count }
    [translation-blocked] translation to be clarified: { $count }
   *[open] open: { $count }
}
consensus-board-missing-heading = Missing:
consensus-board-missing = { $what ->
    [settle] { $count ->
        [one] a decision on one proposed statement
       *[other] a decision on { $count } proposed statements
    }
    [answers] { $count ->
        [one] an answer to one objection
       *[other] answers to { $count } objections
    }
    [slots] { $count ->
        [one] the translation of one statement
       *[other] { $count } translations of statements
    }
   *[synthesis] the synthesis
}
consensus-board-ask = { $what ->
    [position] { $count ->
        [one] One statement without your position
       *[other] { $count } statements without your position
    }
    [settle] { $count ->
        [one] Your objection has an answer: withdraw or maintain it
       *[other] { $count } of your objections have an answer: withdraw or maintain them
    }
    [answer] { $count ->
        [one] One objection to answer
       *[other] { $count } objections to answer
    }
   *[check] { $count ->
        [one] The translation of one statement to check
       *[other] The translations of { $count } statements to check
    }
}
consensus-page-title = Statements and positions: { $title }
consensus-stage = { $stage ->
    [illustrate] illustrate
    [debate] debate
    [propose] propose
   *[closed] closed
}
consensus-stage-dates = { $what ->
    [past] { $from } to { $to }
   *[now] since { $from }{ $to }
}
consensus-stage-left = { $what ->
    [over] planned until { $day }: that day has passed
   *[left] until { $day }, { $days ->
        [0] the last day
        [one] one day left
       *[other] { $days } days left
    }
}
consensus-stage-title = Stages
consensus-stage-to = The thread moves to
consensus-stage-forward = One stage forward: with a summary of the stage that it leaves.
consensus-stage-back = One stage back: with a reason that all can read.
consensus-stage-reason = Why it goes back
consensus-stage-ends = Planned until
consensus-stage-ends-hint = The last day, in your time zone. Nothing happens automatically on that day.
consensus-stage-pass = Move the thread
consensus-stage-plan = Only change the date
consensus-summary = Stage summary
consensus-summary-of = { $stage ->
    [illustrate] Summary of the stage “illustrate”
    [debate] Summary of the stage “debate”
    [propose] Summary of the stage “propose”
   *[closed] Summary of the stage “closed”
}
consensus-summary-hint = What this stage brought, in one language. The two others wait for translators and hold nothing up.
consensus-locked-means = This thread takes neither replies nor positions.
consensus-declared-word = Declared:
consensus-carries = Continues from:
consensus-tab-discussion = { $count ->
    [0] The discussion
    [one] The discussion, 1 reply
   *[other] The discussion, { $count } replies
}
consensus-tab-statements = Statements and positions
consensus-experiences = Experience that matters here
consensus-experiences-mean = Posts from anywhere in the forum that show what has been tried.
consensus-experience = Post no. { $n } by { $name }
consensus-experience-post = Address of a post
consensus-experience-hint = The link at the foot of each post has its address.
consensus-experience-point = Add this post
consensus-experience-remove = Remove
consensus-none = { $stage ->
    [illustrate] No statements yet: they come with the stage “debate”.
   *[other] No statements yet.
}
consensus-propose = Propose a statement
consensus-propose-hint = One idea, one or two sentences. You can also start from a post of the discussion: “Make a statement of it”, below the post.
consensus-propose-title = Propose a statement
consensus-propose-means = A statement is what people take positions on. Say one thing, in words that can be translated; the moderators accept it, merge it with another or decline it, with a reason that all can read.
consensus-propose-send = Propose it
consensus-statement = Statement
consensus-statement-hint = At most 280 characters.
consensus-statement-no = Statement { $n }
consensus-from-post = Made from a post (address)
consensus-from-post-hint = Leave it empty for a statement of your own.
consensus-from-this = Make a statement of it
consensus-from-words = Words of that post
consensus-from-words-hint = As they stand there; they are kept with post, revision and language.
consensus-original = Original:
consensus-proposed-by = Proposed by { $name }.
consensus-source = { $lang ->
    [fr] From { $a }post no. { $n }{ $end } by { $name }, in French, revision { $revision }.
    [en] From { $a }post no. { $n }{ $end } by { $name }, in English, revision { $revision }.
   *[ja] From { $a }post no. { $n }{ $end } by { $name }, in Japanese, revision { $revision }.
}
consensus-source-gone = The post that it was made from is no longer shown.
consensus-carried-statement = Carried over from another thread
consensus-same = Says the same as:
consensus-state = { $state ->
    [accepted] accepted
    [proposed] proposed, not settled yet
    [merged] merged
   *[declined] declined
}
consensus-settled = { $state ->
    [accepted] Accepted by { $name }, { $time }: { $reason }
    [merged] Merged by { $name }, { $time }: { $reason }
   *[declined] Declined by { $name }, { $time }: { $reason }
}
consensus-settle = Settle
consensus-settle-title = Settle a statement
consensus-settle-act = { $act ->
    [accept] Accept
    [merge] Merge into another
    [decline] Decline
    [same] Link to one that says the same in another language
   *[not-same] Undo such a link
}
consensus-settle-effect = { $act ->
    [accept] People take positions on it.
    [merge] It stays readable, with its source, and points to the other one.
    [decline] It stays readable, with the reason.
    [same] Both stay; each points to the other. No reason needed.
   *[not-same] Both stay as they are.
}
consensus-settle-into = The other statement
consensus-settle-reason = Reason
consensus-settle-reason-hint = All can read it.
consensus-edit-title = Edit a statement
consensus-edit-meaning = The positions taken so far are shown as “taken before the meaning changed” and count again once renewed.
consensus-edit-wording = Positions stay.
consensus-edit-save = Save
consensus-langs = { $langs ->
    [fr] French
    [en] English
    [ja] Japanese
    [fr-en] French and English
    [fr-ja] French and Japanese
    [en-ja] English and Japanese
    [fr-en-ja] French, English and Japanese
   *[none] {""}
}
consensus-verdict = { $verdict ->
    [consensus] Consensus in all three language communities
    [partial] Partial consensus: agreed wherever people have spoken; missing: { $missing }
    [divided] Divided: agreed in { $favour }, objected to in { $against }
    [needs-voices] More voices needed: { $missing }
    [translation-blocked] Translation to be clarified: { $missing }
   *[open] Open: no agreement yet
}
consensus-verdict-short = { $verdict ->
    [consensus] consensus
    [partial] partial consensus
    [divided] divided
    [needs-voices] more voices needed
    [translation-blocked] translation to be clarified
   *[open] open
}
consensus-being-checked = The translation is being checked: before anybody speaks of disagreement, we make sure that all read the same sentence.
consensus-outlook = { $what ->
    [voices] { $count ->
        [one] One more position is needed in { $langs }.
       *[other] { $count } more positions are needed in { $langs }.
    }
    [members] { $count ->
        [one] One more person who takes part in { $langs }, and that community is heard.
       *[other] { $count } more people who take part in { $langs }, and that community is heard.
    }
    [voices-hidden] More positions are needed in { $langs }.
    [unclear] { $count ->
        [one] One person finds the translation unclear in { $langs }. Once the statement is reworded, that person is asked again.
       *[other] { $count } people find the translation unclear in { $langs }. Once the statement is reworded, they are asked again.
    }
    [unclear-hidden] Some people find the translation unclear in { $langs }. Once the statement is reworded, they are asked again.
    [support] Too few agree in { $langs }.
    [opposition] Too many object in { $langs }.
    [common] Each community agrees, but not strongly enough together.
    [answers] { $count ->
        [one] One objection waits for an answer.
       *[other] { $count } objections wait for an answer.
    }
    [one-more] Provisional: in { $langs }, one more objection would undo this agreement.
    [few] Provisional: in { $langs }, this agreement rests on few voices.
   *[firm] Firm: one more objection, wherever it came from, would change nothing.
}
consensus-figures = Common index { $xlc }; weakest support { $least }, in { $langs }.
consensus-met = { $met ->
    [yes] agrees; too few people to show figures
   *[no] does not agree yet; too few people to show figures
}
consensus-count = { $value ->
    [agree] { $count ->
        [one] 1 agrees
       *[other] { $count } agree
    }
    [reservation] { $count } with reservation
    [abstain] { $count ->
        [one] 1 abstains
       *[other] { $count } abstain
    }
    [objection] { $count ->
        [one] 1 objection
       *[other] { $count } objections
    }
   *[unclear] { $count } unclear in translation
}
consensus-count-one = { $value ->
    [agree] agree
    [reservation] agree with reservation
    [abstain] abstain
    [objection] object
   *[unclear] unclear in translation
}
consensus-bar = { $langs }: { $counts }
consensus-nobody = nobody yet
consensus-members = { $count ->
    [one] 1 member
   *[other] { $count } members
}
consensus-table = The figures
consensus-community = Language community
consensus-column = { $value ->
    [agree] agree
    [reservation] reserv.
    [abstain] abstain
    [objection] object
   *[unclear] unclear
}
consensus-floor = needed
consensus-support = support
consensus-opposition = opposition
consensus-wilson = lower bound
consensus-table-means = Support is (agree + reservation + 1) ÷ (all who judged + 2), opposition (objections + 1) ÷ (all who judged + 2); “unclear” is left out. The lower bound is Wilson’s at 90 %. The common index is the geometric mean of the support in the communities that are represented.
consensus-check = Close the check of the translation
consensus-check-hint = Positions differ so much between languages that the translation is checked first. Say what you found.
consensus-check-close = Mark as checked
consensus-checked = Translation checked by { $name }, { $time }: { $reason }
consensus-rooms = At meetings:
consensus-rooms-mean = Counted by show of hands; shown apart and never added to the positions.
consensus-room-few = too few people to show figures
consensus-room-add = Record a show of hands
consensus-room-title = Record a show of hands
consensus-room-place = Place
consensus-room-date = Date
consensus-room-lang = Language of the meeting
consensus-room-record = Record
consensus-room-strike = Take this count back
consensus-room-strike-reason = Why this count is taken back
consensus-own = { $value ->
    [agree] Your position: agree.
    [reservation] Your position: agree with reservation.
    [abstain] Your position: abstain.
    [objection] Your position: object.
   *[unclear] Your position: unclear in translation.
}
consensus-own-note = { $note ->
    [lapsed] The statement has been reworded: please say what you think now.
    [withdrawn] You withdrew your objection: please take another position.
    [earlier] Taken before the meaning changed: renew it, and it counts again.
   *[uncounted] It is kept, and counts once your first post has been published or a moderator has marked you as trusted.
}
consensus-note = { $note ->
    [lapsed] no longer counted: the statement was reworded
    [withdrawn] withdrawn
    [earlier] taken before the meaning changed
   *[uncounted] not counted yet
}
consensus-before = before:
consensus-wanting = In your language, this statement waits for a person to translate it, or to update its translation.
consensus-wanting-why = Nobody takes a position on a machine translation or an outdated translation, or where there is no translation.
consensus-translate = Translate it
consensus-take-position = Take a position on statement { $n }
consensus-change-position = Change your position on statement { $n }
consensus-your-position = Your position on statement { $n }
consensus-choice = { $value ->
    [agree] Agree
    [reservation] Agree with reservation
    [abstain] Abstain
    [objection] Object
   *[unclear] Unclear in translation
}
consensus-choice-hint = { $value ->
    [reservation] Counts as agreement; say what your reservation is.
    [objection] Give a reason; you are owed an answer.
    [unclear] Goes to the translators; you will be asked again.
   *[other] {""}
}
consensus-reason = Your reason
consensus-reason-hint = Needed for a reservation or an objection. It becomes a post in the thread, which will be translated and answered.
consensus-reason-hint-totals = Needed for a reservation or an objection. It becomes a post in the thread, under your name, although positions show totals only.
consensus-reason-lang = The reason is in
consensus-reason-link = reason
consensus-community-yours = Your language community in this thread
consensus-community-hint = The language in which you take part. You declare it once, with your first position here.
consensus-take = Take this position
consensus-member-of = Language community: { $langs }.
consensus-names-public = Names are public in this thread.
consensus-names-totals = This thread shows totals only.
consensus-positions = Who took which position
consensus-objections = Objections
consensus-objection = Objection
consensus-objection-state = { $state ->
    [raised] raised
    [answered] answered
    [withdrawn] withdrawn
   *[maintained] maintained
}
consensus-objection-uncounted = not counted yet
consensus-reason-gone = The reason is no longer shown.
consensus-answer = Answer
consensus-answer-hint = It becomes a reply to the objection. Answering is not overruling: the objection’s author says what they make of it.
consensus-answer-send = Send the answer
consensus-answer-mark = Or mark a reply as the answer
consensus-answer-mark-send = Mark it
consensus-objection-answer = Answer the objection
consensus-objection-yours = Withdraw or maintain
consensus-objection-settle = You raised this objection. Withdrawn, it leaves the count, and you can take another position; maintained, it vetoes nothing and is printed with the declaration.
consensus-objection-maintain = Maintain it
consensus-objection-withdraw = Withdraw it
consensus-map = Opinion map
consensus-map-means = Who tends to agree with whom: people whose positions are alike stand close together, and each letter is a group. It illustrates, and never decides.
consensus-map-group = Group
consensus-map-people = People
consensus-map-told-heading = What sets it apart
consensus-map-told = { $what ->
    [agrees] { $count } of { $all } agree
   *[objects] { $count } of { $all } object
}
consensus-before-declaring = Before declaring
consensus-no-number-declares = Numbers decide nothing: a moderator makes the declaration, and signs it.
consensus-allowed = { $outcome ->
    [nothing] For now nothing can be declared: see above what is missing.
    [consensus] As it stands, consensus can be declared.
    [partial] As it stands, partial consensus can be declared.
   *[no-consensus] As it stands, only “no consensus” can be declared, with a reason.
}
consensus-room-struck = Taken back: { $reason }
consensus-stage-returned = Returned to this stage: { $reason }
consensus-need = { $need ->
    [stage] Stage “propose”
    [synthesis] A synthesis
    [slot] Synthesis in { $langs }, original or reviewed, and up to date
    [agreed] At least one statement cited as agreed
    [statement] Agreement on statement { $n }, which the synthesis cites as agreed
    [cites] In { $langs }, the same statements cited as in the original, and in the same way
    [unknown] A link to an accepted statement of this thread: /s/{ NUMBER($n, useGrouping: 0) } is not one
   *[answers] { $n ->
        [0] An answer to every objection
        [one] An answer to one objection
       *[other] Answers to { $n } objections
    }
}
consensus-need-met = Done:
consensus-need-missing = Missing:
consensus-need-go = Go there
consensus-unreadable = Objections that not all can read yet
consensus-unreadable-in = { $count ->
    [one] One objection cannot be read in { $langs } yet.
   *[other] { $count } objections cannot be read in { $langs } yet.
}
consensus-how = How it is counted
consensus-how-means = Agreement has to hold in each language community, however small. A community is heard from three people on.
consensus-how-counts = Positions count for people whose first post has been published or whom a moderator has marked as trusted. Each belongs to the community that they declare.
consensus-how-totals = Totals only: a community of fewer than five shows whether it agrees, and no figures.
consensus-out = Take it with you
consensus-out-sheet = For printing
consensus-out-markdown = Markdown
consensus-out-json = JSON, to count anew
consensus-agreed = Agreed so far
consensus-synthesis = Synthesis
consensus-synthesis-title = Synthesis: { $title }
consensus-synthesis-none = There is no synthesis yet.
consensus-synthesis-write = Write the synthesis
consensus-synthesis-save = Save the synthesis
consensus-synthesis-hint = Cite statements and posts by ordinary links. A link to a statement cites it as agreed; with “#open” at its end, as open, and the statement is shown with its state of agreement.
consensus-linkable = Links to the statements
consensus-cites = Statements that it cites
consensus-cited = { $how ->
    [agreed] as agreed
   *[open] as open
}
