declarations-title = Declaration no. { $n }
declarations-all = Agreed so far
declarations-all-means = What consensus threads have declared, newest first, without what a later declaration replaced.
declarations-all-link = See the declarations
declarations-none = Nothing has been declared yet.
declarations-of-thread = Declarations of this thread
declarations-line = { $outcome ->
    [consensus] No. { $n }, { $day }: consensus
    [partial] No. { $n }, { $day }: partial consensus
   *[no-consensus] No. { $n }, { $day }: no consensus
}
declarations-sentence = { $outcome ->
    [consensus] Consensus in all three language communities
    [partial] Partial consensus; not represented: { $missing }
   *[no-consensus] No consensus
}
declarations-signed = Declared and signed by { $name }, { $time }.
declarations-supersedes = Replaces declaration no. { $n }
declarations-superseded-word = Superseded by
declarations-moved = Its basis moved.
declarations-moved-means = Texts that this declaration rests on have changed in meaning since. The declaration itself stays as it was.
declarations-moved-one = { $what ->
    [statement] Statement { $n }: { $a }what changed{ $end }
    [gone] Post no. { $n } is { $a }no longer shown{ $end }
   *[post] Post no. { $n }: { $a }what changed{ $end }
}
declarations-agreed = What is agreed
declarations-open = Cited as open
declarations-dissent = Objections on record
declarations-dissent-means = In their authors’ words, with the answers, and on an equal footing with the rest.
declarations-gone = { $day ->
    [none] Removed.
   *[other] Removed on { $day }.
}
declarations-on = From here on
declarations-carried = Taken further in
declarations-carry = Take it further in a new thread
declarations-review-on = To be reviewed on { $day }.
declarations-review-due = To be reviewed
declarations-make = Declare
declarations-make-means = A declaration is numbered, dated and signed. It freezes the synthesis, the counts and where each statement stands, and is never edited; a later one can replace it.
declarations-outcome-field = Outcome
declarations-outcome = { $outcome ->
    [consensus] Consensus
    [partial] Partial consensus
   *[no-consensus] No consensus
}
declarations-outcome-hint = { $outcome ->
    [consensus] Every statement cited as agreed is agreed in all three communities.
    [partial] Agreed in those that are represented; the missing one is named.
   *[no-consensus] With a reason. The synthesis says what was said.
}
declarations-reason = Reason
declarations-reason-hint = Needed for “no consensus”. All can read it.
declarations-review = Review on
declarations-review-hint = Optional. The moderators are reminded on that day.
declarations-will-supersede = It will replace declaration no. { $n }.
declarations-make-send = Declare and sign
