layout-skip = Skip to content
layout-menu = Main menu
layout-threads = Threads
layout-themes = Themes
layout-new-thread = Open a thread
layout-languages = Language of this page
layout-today = { $day }, week { $week }
layout-settings = Settings
layout-sign-in = Sign in
layout-sign-out = Sign out
layout-licence = Contributions are licensed under { $licence }. Every text can exist in all three languages; the original always stays in its place.
layout-pages = Pages
layout-page = Page
layout-suspended-word = Account suspended.
layout-suspended-means = You can read the forum and download your data. Your notifications say why, and you can answer there.
layout-privacy = Privacy
layout-keys = Keyboard shortcuts
layout-key = { $key ->
    [j] next post
    [k] previous post
    [n] next unread post
    [r] reply
    [q] quote
    [o] original or translation
    [slash] search
   *[question] this list
}
layout-keys-off = Switch the shortcuts off
layout-close = Close
