readings-new = 新着{ $count }件
readings-new-first = 新着{ $count }件：最初の1件へ
readings-new-word = 新着
readings-to-here = ここまで既読にする
readings-all = このスレッドをすべて既読にする
readings-next = 次の未読スレッドへ
readings-follow = フォローする
readings-mute = ミュートする
readings-followed = フォロー中
readings-stop = フォローをやめる
readings-muted = ミュート中
readings-unmute = ミュートを解除する
readings-letters = メールの設定
readings-letters-title = フォーラムから届くメール
readings-letters-lede = すぐにメールで受け取るものと、ダイジェストでまとめて読むものを選べます。「自分に関わるもの」とは、自分への返信やメンション、自分の投稿の引用、自分の翻訳へのレビューのことです。
readings-letters-to = 送り先：{ $address }
readings-letters-held = メールは10分後に送信されます。それまでにフォーラムで読んだものは送信されません。
readings-letters-site = フォーラム全体
readings-letters-of = { $watched ->
    [theme] テーマ
   *[thread] スレッド
}
readings-letters-none = 個別にフォローしているテーマやスレッドはありません。それぞれのページの「フォローする」を押すと、ここに表示され、個別に設定できます。
readings-letters-own = 以下の設定は、フォーラム全体の設定より優先されます。スレッドの設定は、そのテーマの設定より優先されます。
readings-level = { $level ->
    [all] すべての投稿をすぐに
    [important] 自分に関わるものをすぐに
    [summary] ダイジェストのみ
    [nothing] ダイジェストも含め、メールを受け取らない
   *[mute] ミュート
}
readings-letters-digest = ダイジェストの設定
