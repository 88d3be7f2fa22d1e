themes-title = Themes
themes-lede = One vocabulary, the same in the three languages. Every thread carries one to five of these themes.
themes-theme = Theme
themes-total = Threads
themes-threads = { $count ->
    [0] no thread yet
    [one] 1 thread
   *[other] { $count } threads
}
themes-by-lang = Opened in French: { $fr }; in English: { $en }; in Japanese: { $ja }.
themes-counts-mean = Threads are counted by the language in which they were opened.
themes-retired = Retired: it cannot be chosen any more.
themes-followers = { $count ->
    [0] Nobody follows this theme yet.
    [one] One person follows this theme.
   *[other] { $count } people follow this theme.
}
