feeds-forum-lang = { $site } – posts written in { $lang ->
    [fr] French
    [en] English
   *[ja] Japanese
}
feeds-reply = { $title } – post no. { $n }
feeds-here = Atom feed
