digests-issue = { $kind ->
    [week] Weekly letter, week { $week } of { $year }, { $date }
   *[day] Daily letter, { $date }
  }
digests-lead = { $kind ->
    [answer] Somebody is waiting for your answer in “{ $title }”
    [review] To review: “{ $title }”
    [update] A translation to update: “{ $title }”
    [translate] To translate: “{ $title }”
    [readable] Now readable in English: “{ $title }”
   *[posts] { $count ->
        [one] One new post in “{ $title }”
       *[other] { $count } new posts in “{ $title }”
    }
  }
digests-subject = { $others ->
    [0] { $lead }
    [one] { $lead }, and one more item
   *[other] { $lead }, and { $others } more items
  }
digests-readable = { $several ->
    [yes] { $count ->
        [one] One item this time; { $readable ->
            [0] it cannot be read in your languages yet.
           *[other] it can be read in your languages.
        }
       *[other] { $count } items; { $readable } of them can be read in your languages.
    }
   *[no] { $count ->
        [one] One item this time; { $readable ->
            [0] it cannot be read in English yet.
           *[other] it can be read in English.
        }
       *[other] { $count } items; { $readable } of them can be read in English.
    }
  }
digests-button = { $kind ->
    [answer] Read and answer
    [review] Review the translation
    [update] Update the translation
    [translate] Translate
   *[posts] Read on the forum
  }
digests-section = { $section ->
    [asked] Waiting for you
    [followed] Threads that you follow
    [active] New and active in your themes
   *[readable] Newly readable in English
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
    [answer] Your answer is awaited
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
digests-newly = { $count ->
    [one] One post translated
   *[other] { $count } posts translated
  }
digests-minutes = About { $minutes } min
digests-translator = Translation: { $translator }
digests-reviewer = Translation: { $translator }; review: { $reviewer }
digests-more = { $count ->
    [one] One more item found no room here.
   *[other] { $count } more items found no room here.
  }
digests-all = See all threads
digests-why = { $frequency ->
    [daily] You get this letter every day at the address that was confirmed on { $date }. On days without news nothing is sent.
   *[weekly] You get this letter every week at the address that was confirmed on { $date }. In weeks without news nothing is sent.
  }
digests-change = Change language, themes or day
digests-stop = Stop this letter
digests-legend = The line above each title says how many hands a text has been through: thick for the original, double for a reviewed translation, single for an unreviewed one, dashed for machine translation, dotted for no translation yet.
digests-title = The letter
digests-lede = What is being said on the forum and what waits for you there, in your language, once a week. In weeks without news nothing is sent.
digests-sent-word = Look at your mail.
digests-sent = If this address can get the letter, a message has just left: press its button, and the letter begins. Otherwise nothing more will be sent.
digests-agreed-word = Confirmed.
digests-agreed = The first letter leaves on the next day of your choice. You can change everything here.
digests-saved = Your subscription is up to date.
digests-to = This letter goes to { $address }.
digests-lang = Language of the letter
digests-frequency = When
digests-frequency-of = { $frequency ->
    [weekly] Every week
    [daily] Every day
   *[off] Paused
  }
digests-weekday = Day of the weekly letter
digests-weekday-of = { $weekday ->
    [monday] Monday
    [tuesday] Tuesday
    [wednesday] Wednesday
    [thursday] Thursday
    [friday] Friday
    [saturday] Saturday
   *[sunday] Sunday
  }
digests-hour = Hour
digests-hour-of = { $hour }:00
digests-themes = Some themes only
digests-themes-hint = None chosen: all themes.
digests-threads = Threads that this address follows
digests-ask = Send me the letter
digests-preview-button = See what this would give
digests-agree = Your address serves for this letter only. Each letter has a link that stops it at once, without an account or a password.
digests-preview = What you would get
digests-preview-means = Going by the past seven days.
digests-preview-none = In the past seven days there would have been nothing to send you.
digests-confirm-title = Do you want the letter?
digests-confirm-means = { $frequency ->
    [weekly] The letter will be sent every week to { $address }, in { $lang ->
        [fr] French
        [ja] Japanese
       *[en] English
    }.
   *[daily] The letter will be sent every day to { $address }, in { $lang ->
        [fr] French
        [ja] Japanese
       *[en] English
    }.
  }
digests-confirm-button = Yes, send it to me
digests-confirm-small = If you asked for nothing, close this page: nothing will be sent, and your address will be erased.
digests-stop-title = Stop the letter?
digests-stop-means = Press the button: no letter leaves any more, not even those that are ready.
digests-stopped-title = Done
digests-stopped = This letter will not be sent to you any more.
digests-again = Subscribe again
digests-past = Earlier letters
digests-none = There was nothing to tell that week.
digests-lines = The news
digests-get = Get the letter by mail
digests-follow = Follow this thread by mail
