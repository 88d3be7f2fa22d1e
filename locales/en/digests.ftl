digests-issue = { $kind ->
    [week] Weekly digest, week { $week } of { $year } ({ $date })
   *[day] Daily digest ({ $date })
  }
digests-lead = { $kind ->
    [answer] There is a post for you in “{ $title }”
    [objection] An objection waits for an answer: “{ $title }”
    [position] Your position is asked for: “{ $title }”
    [staged] A new stage: “{ $title }”
    [moved] The basis of a declaration has changed: “{ $title }”
    [declared] A declaration has been made: “{ $title }”
    [review] To review in { $lang ->
            [fr] French
            [ja] Japanese
           *[en] English
        }: “{ $title }”
    [update] { $lang ->
            [fr] French
            [ja] Japanese
           *[en] English
        } translation to update: “{ $title }”
    [translate] To translate into { $lang ->
            [fr] French
            [ja] Japanese
           *[en] English
        }: “{ $title }”
    [readable] Now readable in English: “{ $title }”
   *[posts] { $count ->
        [one] One new post in “{ $title }”
       *[other] { $count } new posts in “{ $title }”
    }
  }
digests-subject = { $others ->
    [0] { $lead }
    [one] { $lead } (and one more item)
   *[other] { $lead } (and { $others } more items)
  }
digests-readable = { $several ->
    [yes] { $count ->
        [one] One item this time; { $readable ->
            [0] it cannot be read in your languages yet.
           *[other] it can be read in your languages.
        }
       *[other] { $count } items; { $readable ->
            [0] none of them can be read in your languages yet.
           *[other] { $readable } of them can be read in your languages.
        }
    }
   *[no] { $count ->
        [one] One item this time; { $readable ->
            [0] it cannot be read in English yet.
           *[other] it can be read in English.
        }
       *[other] { $count } items; { $readable ->
            [0] none of them can be read in English yet.
           *[other] { $readable } of them can be read in English.
        }
    }
  }
digests-button = { $kind ->
    [answer] Read and reply
    [objection] Answer the objection
    [position] Take a position
    [staged] See the thread
    [moved] See what changed
    [declared] Read the declaration
    [review] Review the translation
    [update] Update the translation
    [translate] Translate
   *[posts] Read on the forum
  }
digests-section = { $section ->
    [asked] Waiting for you
    [consensus] Consensus threads
    [followed] Threads that you follow
    [active] New and active in your themes
   *[readable] Now readable in English
  }
digests-section-everywhere = New and active
digests-state = { $quality ->
    [original] { $readable ->
        [yes] Original in { $from ->
            [fr] French
            [ja] Japanese
           *[en] English
        }
       *[no] Original in { $from ->
            [fr] French
            [ja] Japanese
           *[en] English
        }, not translated into English yet
    }
    [reviewed] { $from ->
        [fr] Translated from French, reviewed
        [ja] Translated from Japanese, reviewed
       *[en] Translated from English, reviewed
    }
    [machine] { $from ->
        [fr] Machine translation from French
        [ja] Machine translation from Japanese
       *[en] Machine translation from English
    }
   *[translated] { $from ->
        [fr] Translated from French, unreviewed
        [ja] Translated from Japanese, unreviewed
       *[en] Translated from English, unreviewed
    }
  }
digests-outdated = outdated
digests-asked = { $ask ->
    [answer] A post for you
    [objection] An objection without an answer
    [position] Your position is asked for
    [review] { $lang ->
        [fr] French translation to be reviewed
        [ja] Japanese translation to be reviewed
       *[en] English translation to be reviewed
    }
    [update] { $lang ->
        [fr] French translation to be updated
        [ja] Japanese translation to be updated
       *[en] English translation to be updated
    }
   *[translate] { $lang ->
        [fr] No French translation yet
        [ja] No Japanese translation yet
       *[en] No English translation yet
    }
  }
digests-by = { $author }: { $words }
digests-posts = { $count ->
    [one] One new post
   *[other] { $count } new posts
  }
digests-statements = { $count ->
    [one] One statement without your position
   *[other] { $count } statements without your position
  }
digests-happened = { $what ->
    [staged] The thread has entered another stage.
    [moved] Texts that a declaration rests on have changed in meaning.
   *[declared] A declaration has been made.
  }
digests-newly = { $count ->
    [one] One post translated
   *[other] { $count } posts translated
  }
digests-minutes = About { $minutes } min of work
digests-translator = Translation: { $translator }
digests-reviewer = Translation: { $translator }; review: { $reviewer }
digests-more = { $count ->
    [one] One more item did not fit here.
   *[other] { $count } more items did not fit here.
  }
digests-all = See all threads
digests-why = { $frequency ->
    [daily] You get this digest every day at the address that was confirmed on { $date }. On days without news, nothing is sent.
   *[weekly] You get this digest every week at the address that was confirmed on { $date }. In weeks without news, nothing is sent.
  }
digests-change = Change language, themes or day
digests-stop = Unsubscribe
digests-legend = The line above each title tells how many people have worked on the text: thick for the original, double for a reviewed translation, single for an unreviewed one, dashed for a machine translation, dotted where there is no translation yet.
digests-title = The digest
digests-lede = What is being said on the forum and what is waiting for you there, in your language, every week or every day. When there is no news, nothing is sent.
digests-sent-word = Check your mail.
digests-sent = If this address can get the digest, an email is on its way: press the button in it, and your subscription begins. If you do not, nothing more will be sent.
digests-agreed-word = Confirmed.
digests-agreed = The first digest will be sent on the next day that it is due and there is news. You can change everything here.
digests-saved = Your subscription has been changed.
digests-to = This digest is sent to { $address }.
digests-lang = Language of the digest
digests-frequency = When
digests-frequency-of = { $frequency ->
    [weekly] Every week
    [daily] Every day
   *[off] Paused
  }
digests-weekday = Day of the weekly digest
digests-weekday-of = { $weekday ->
    [monday] Monday
    [tuesday] Tuesday
    [wednesday] Wednesday
    [thursday] Thursday
    [friday] Friday
    [saturday] Saturday
   *[sunday] Sunday
  }
digests-hour = Time
digests-hour-of = { $hour }:00
digests-themes = Some themes only
digests-themes-hint = If you choose none, the digest covers all themes.
digests-threads = Threads that this address follows
digests-threads-hint = The digest also covers the themes that you choose above, or all of them if you choose none.
digests-ask = Send me the digest
digests-preview-button = Preview
digests-agree = Your address is used for this digest only. Each digest has a link to unsubscribe at once, without an account or a password.
digests-preview = What you would get
digests-preview-means = Going by the past seven days.
digests-preview-none = In the past seven days there would have been nothing to send you.
digests-confirm-title = Do you want the digest?
digests-confirm-means = { $frequency ->
    [weekly] The digest will be sent every week to { $address }, in { $lang ->
        [fr] French
        [ja] Japanese
       *[en] English
    }.
   *[daily] The digest will be sent every day to { $address }, in { $lang ->
        [fr] French
        [ja] Japanese
       *[en] English
    }.
  }
digests-confirm-button = Yes, send it to me
digests-confirm-small = If you did not ask for it, close this page: nothing will be sent, and your address will be erased.
digests-stop-title = Stop these emails?
digests-stop-means = Press the button, and no more emails of this kind will be sent to you, not even one that is ready to go.
digests-stopped-title = Done
digests-stopped = You will not get these emails any more.
digests-again = Subscribe to the digest
digests-past = Earlier issues
digests-none = There was no news that week.
digests-lines = The news
digests-get = Get the digest by mail
digests-follow = Follow this thread by mail
digests-returned-word = Stopped
digests-returned = The last emails sent to this address came back, so nothing more is sent there. The mail server said:
digests-retry = Try this address again
