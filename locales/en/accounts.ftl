accounts-login-title = Sign in
accounts-handle-or-email = Handle or mail address
accounts-password = Password
accounts-password-hint = At least 10 characters; a few unrelated words are good.
accounts-setup-title = Welcome to your forum
accounts-setup-means = There is nobody here yet. Create the first administrator account; this page then stops working.
accounts-setup-button = Start the forum
accounts-handle = Handle
accounts-handle-hint = 2 to 32 letters, digits, “-” or “_”, in any script. Others see it, and you sign in with it.
accounts-email = Mail address
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
