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
readings-letters = メール
readings-letters-title = フォーラムから届くメール
readings-letters-lede = すぐにメールで受け取るものと、ダイジェストで十分なものを選べます。「自分に関わるもの」とは、返信、メンション、引用、そして自分の翻訳についての反応です。
readings-letters-held = メールは10分後に送られます。それまでにフォーラムで読んでいれば、送られません。
readings-letters-site = フォーラム全体
readings-letters-of = { $watched ->
    [theme] テーマ
   *[thread] スレッド
}
readings-letters-none = 個別にフォローしているテーマやスレッドはありません。それぞれのページの「フォローする」を押すと、ここに表示され、個別に設定できます。
readings-letters-own = ここでの設定はフォーラム全体の設定より優先されます。スレッドの設定は、そのテーマの設定より優先されます。
readings-level = { $level ->
    [all] すべての投稿をすぐに
    [important] 自分に関わるものをすぐに
    [summary] ダイジェストだけ
    [mute] ミュート
    [nothing] ダイジェストも含め、メールを受け取らない
   *[none] フォローをやめる
}
readings-letters-digest = ダイジェストの設定
