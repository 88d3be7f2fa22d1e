accounts-login-title = Sign in
accounts-handle-or-email = Handle or email address
accounts-password = Password
accounts-password-hint = At least 10 characters; a few unrelated words are good.
accounts-setup-title = Welcome to your forum
accounts-setup-means = There is nobody here yet. Create the first administrator account; this page then stops working.
accounts-setup-button = Start the forum
accounts-handle = Handle
accounts-handle-hint = 2 to 32 letters, digits, “-” or “_”, in any script. Others see it, and you sign in with it.
accounts-email = Email address
accounts-your-language = Your language
accounts-settings-title = Settings
accounts-signed-in-as = Signed in as { $handle } ({ $email }).
accounts-saved-word = Saved.
accounts-saved = Your settings apply from now on.
accounts-languages = Languages
accounts-reads = Languages you read
accounts-reads-hint = In order of preference. Originals in these languages are shown to you as they were written.
accounts-reads-place = Place { $n }
accounts-reads-nothing = none
accounts-writes = Language you write in
accounts-page = Language of pages
accounts-page-browser = As the browser asks
accounts-machine = Show me machine translations where there is no human one
accounts-zone = Time zone
accounts-profile = What others see
accounts-display-name = Display name
accounts-organisation = Organisation
accounts-territory = Territory
accounts-territory-hint = Town, region, country: as you would say it.
accounts-save = Save
accounts-role = { $role ->
    [participant] participant
    [moderator] moderator
   *[admin] administrator
}
accounts-since = Here since
accounts-tokens = Keys for programs
accounts-tokens-mean = A program that has such a key reads and writes in your name through the JSON API.
accounts-token-new = Copy it now; it is shown only once:
accounts-token-name = What it is for
accounts-token-make = Make a key
accounts-token-delete = Delete
accounts-profile-reads = Reads
accounts-profile-writes = Writes in
accounts-reviews = Reviews in
accounts-rights = Reviewer rights
accounts-rights-means = Whoever has them reviews other people’s translations into these languages and decides on proposals. It is written into the audit log.
accounts-rights-saved = The reviewer rights are saved.
accounts-join-title = Join
accounts-join-means = With an account you write, translate and choose your languages. An email will ask you to confirm your address.
accounts-join-sent-title = Check your mail
accounts-join-sent = An email is on its way to the address that you gave. It has a link, good for 48 hours, to go on with. Nothing there? Look among the junk mail too.
accounts-join-waits-title = Your address is confirmed
accounts-join-waits = A moderator will read your request. You will get an email as soon as it is decided.
accounts-email-hint = It is not made public.
accounts-join-words = A few words to the moderators
accounts-join-words-hint = Who you are, what brings you here. Only the moderators read this.
accounts-agree = I agree that my contributions are published under the { $terms } ({ $licence }), and I have read the { $privacy }.
accounts-agree-licence = licence of the forum
accounts-agree-privacy = privacy note
accounts-join-button = Create my account
accounts-join-login = I already have an account
accounts-confirm-title = Confirm your address
accounts-confirm-means = Confirm this address for the account { $handle }.
accounts-confirm-button = Confirm
accounts-invitations = Invitations
accounts-invitations-mean = Whoever is invited gets an email in the language chosen; its link is good for 14 days.
accounts-invitations-saved = Done.
accounts-invitation-lang = Language of the email
accounts-invite = Invite
accounts-invitations-open = Not answered yet
accounts-invitation-revoke = Withdraw
accounts-forgot-title = Forgotten password
accounts-forgot-means = Give your handle or your address. If an account fits, an email goes to its address.
accounts-forgot-sent = If an account fits, an email is on its way. Its link is good for 30 minutes.
accounts-forgot-button = Send me an email
accounts-reset-title = New password
accounts-reset-means = For the account { $handle }. Sessions elsewhere will be ended, and keys for programs deleted.
accounts-reset-button = Save and sign in
accounts-account-title = Account and security
accounts-password-change = Change password
accounts-password-current = Present password
accounts-password-new = New password
accounts-password-button = Change the password
accounts-address-change = Change address
accounts-address-new = New email address
accounts-address-hint = An email there will ask you to confirm. Until then the present address stays.
accounts-address-ask = Send the email
accounts-address-title = Confirm the new address
accounts-address-means = { $email } will become the address of the account { $handle }.
accounts-address-button = Confirm the address
accounts-sessions = Where you are signed in
accounts-session-here = this one
accounts-session-times = since { $since }, last used { $seen }
accounts-session-end = Sign out
accounts-sessions-end = Sign out everywhere else
accounts-device-unknown = unknown browser
accounts-security = Security log
accounts-security-means = The network address is shortened after 7 days, the line erased after 6 months.
accounts-security-line = { $event ->
    [sign-in] Signed in: { $device }, { $network }
    [refused] Password refused: { $device }, { $network }
    [password] Password changed: { $device }, { $network }
    [address] Address changed: { $device }, { $network }
    [signed-out-elsewhere] Signed out elsewhere: { $device }, { $network }
    [export] Data downloaded: { $device }, { $network }
   *[token] Key for a program made: { $device }, { $network }
}
accounts-done = { $what ->
    [password] Your password is changed; the other sessions are ended, and the keys for programs deleted.
    [address] An email is on its way to the new address.
    [confirmed] Your new address is confirmed.
   *[sessions] Done: signed out there.
}
accounts-welcome-word = Welcome.
accounts-welcome = Say here which languages you read and write: the whole forum follows.
accounts-data-title = Your data
accounts-data-means = What the forum keeps about you is yours: read it, download it, remove it.
accounts-export = Read or download
accounts-export-means = Everything about you, with your texts and their revisions, as a page to read or as JSON.
accounts-export-page = Read
accounts-export-json = Download as JSON
accounts-export-title = Everything that the forum keeps about you
accounts-export-section = { $section ->
    [account] Account
    [consents] What you agreed to
    [sessions] Where you are signed in
    [security] Security log
    [keys] Keys for programs
    [posts] Posts
    [texts] Texts and translations
    [drafts] Drafts
    [translating] Reviews and contests
    [requests] Translations asked for
    [reports] Reports
    [decisions] Decisions of moderators
    [answers] Answers to moderators
    [notices] Notifications
    [following] What you follow or have muted
    [reactions] Reactions
    [positions] Positions
    [communities] Language communities
    [statements] Statements
    [objections] Objections
    [experiences] Posts that you added as experience
    [reading] How far you have read
   *[letters] Letters
}
accounts-export-field = { $field ->
    [handle] Handle
    [email] Email address
    [display_name] Display name
    [organisation] Organisation
    [territory] Territory
    [role] Role
    [reads] Languages read
    [writes] Language written
    [page] Language of pages
    [time_zone] Time zone
    [machine_text] Machine translations
    [reviews] Reviews
    [created_at] Made
    [confirmed_at] Trusted since
    [suspended_until] Suspended until
    [wording] Wording
    [pages] Pages and revisions
    [lang] Language
    [at] Time
    [device] Browser and system
    [seen_at] Last used
    [event] Event
    [network] Network
    [name] Name
    [post] Post no.
    [thread] Thread no.
    [text] Text no.
    [state] State
    [kind] Kind
    [revision] Revision
    [title] Title
    [body] Text
    [note] Note
    [saved_at] Saved
    [act] Act
    [passage] Passage
    [reason] Reason
    [words] Your words
    [subject] Subject
    [read_to] Read to
    [level] Level
    [number] Number
    [place] Place
    [decision] Decision no.
    [sent_at] Sent
   *[other] { $field }
}
accounts-erase = Remove the account
accounts-erase-means = Your name, your address, your settings and your sessions are erased at once and for good.
accounts-contributions = Your contributions
accounts-keep = Leave them, without your name
accounts-keep-means = The discussions stay whole; your texts are marked “former participant”.
accounts-remove = Take them away too
accounts-remove-means = Your posts and translations go, with the translations that were made of them. Where somebody replied to you, a placeholder stays.
accounts-erase-sure = I understand that this cannot be undone.
accounts-erase-button = Remove my account
accounts-erased-title = Your account is removed
accounts-erased-kept = Your personal data is erased; your contributions stay, without your name. Thank you for what you brought.
accounts-erased-removed = Your personal data and your contributions are erased.
accounts-role-field = Role
accounts-confirm-password = The password that you chose
accounts-join-ask = Ask for an account
accounts-password-ends = Sessions elsewhere will be ended, and keys for programs deleted.
accounts-export-yes = { $yes ->
    [true] yes
   *[false] no
}
accounts-comfort = Comfort
accounts-size = Text size
accounts-size-of = { $size ->
    [normal] Normal
    [large] Large
   *[larger] Larger
}
accounts-view = Order of replies
accounts-colours = Colours
accounts-colours-of = { $colours ->
    [system] As the device
    [light] Light
   *[dark] Dark
}
accounts-shortcuts = Keyboard shortcuts (“?” lists them)
