feeds-forum-lang = { $site }：{ $lang ->
    [fr] フランス語
    [en] 英語
   *[ja] 日本語
}で書かれた投稿
feeds-reply = { $title }（{ $n }番の投稿）
feeds-here = Atomフィード
