admin-title = Administration
admin-health = Health
admin-people = People
admin-mail = Mail
admin-look = Look at this.
admin-check = { $what ->
    [version] Version
    [database] Database
    [counts] Counts
    [people] People
    [mail] Mail
   *[clean-up] Last clean-up
}
admin-counts-right = equal to a recount
admin-counts-wrong = different from a recount
admin-people-count = { $count ->
    [one] { $count } account
   *[other] { $count } accounts
}
admin-never = not yet
admin-mail-standing = Waiting: { $queued }. Given up: { $failed }. Unsure: { $unsure }. Sent: { $sent }.
admin-mail-paused = Sending is paused: letters wait.
admin-mail-pause = Pause sending
admin-mail-resume = Resume sending
admin-mail-retry = Try again now
admin-mail-which = { $which ->
    [queued] Waiting ({ $count })
    [failed] Given up ({ $count })
    [unsure] Unsure ({ $count })
    [stopped] Stopped addresses ({ $count })
   *[sent] Sent ({ $count })
  }
admin-mail-none = Nothing here.
admin-attempts = { $count ->
    [one] { $count } try
   *[other] { $count } tries
}
admin-letter = { $kind ->
    [join-asked] Confirmation of joining
    [known] Account exists already
    [welcome] Welcome
    [not-admitted] Not admitted
    [invited] Invitation
    [reset-asked] Password asked for
    [reset] New password
    [password-changed] Password changed
    [confirm-address] Confirmation of address
    [address-changed] Address changed
    [subscription-asked] Digest asked for
    [subscribed] Digest subscribed to already
    [post] Post (immediate notice)
    [review] Review (immediate notice)
    [digest] Weekly or daily digest
   *[acted] Decision of moderators
}
admin-settings = Settings
admin-settings-mean = They are changed in trialogue.toml or in the environment. Passwords are not shown.
admin-key = Key
admin-value = Value
admin-from = From
admin-source = { $source ->
    [file] file
    [environment] environment
   *[preset] default
}
admin-search = Name, handle or address
admin-search-button = Search
admin-nobody = Nobody.
admin-state = { $state ->
    [suspended] suspended
    [confirmed] trusted
   *[new] new
}
admin-mail-stopped = Three letters came back for good: nothing goes to these addresses any more but what the person asks for.
admin-mail-again = Try { $address } again
admin-letters = Letters
admin-letters-mean = Every letter that this forum sends, in the three languages, as it would go out now. Their links are examples.
admin-letters-text = plain text
admin-letters-none = Nothing to tell yet.
