threads-title = スレッド
threads-none = まだスレッドはありません。
threads-discussion = 話し合い
threads-consensus = 合意形成スレッド
threads-announcement = お知らせ
threads-pinned = ピン留め
threads-pinned-heading = ピン留め
threads-open = 受付中
threads-locked = ロック中
threads-archived = アーカイブ済み
threads-hidden = 非表示
threads-replies = { $count ->
    [0] 返信なし
   *[other] 返信{ $count }件
}
threads-row-machine = タイトルは機械翻訳
threads-row-original = { $lang ->
    [fr] 原文はフランス語
    [en] 原文は英語
   *[ja] 原文は日本語
}
threads-row-last = { $lang ->
    [fr] 最新：{ $name }さん（フランス語）、{ $time }
    [en] 最新：{ $name }さん（英語）、{ $time }
   *[ja] 最新：{ $name }さん（日本語）、{ $time }
}
threads-filter-theme = テーマ
threads-filter-all-themes = すべてのテーマ
threads-filter-kind = 種類
threads-filter-any = 指定なし
threads-filter-lang = 原文の言語
threads-filter-any-lang = すべての言語
threads-filter-state = 状態
threads-filter-sort = 並び順
threads-filter-apply = 表示
threads-sort-active = 最近動きのあった順
threads-sort-new = 新しく立てられた順
threads-first-page = 最初のページに戻る
threads-next-page = 次のページ
threads-slots = このスレッドの三つの言語版
threads-title-outdated = タイトルは要更新です。原文のタイトルが変更されています。
threads-hidden-word = 非表示
threads-hidden-means = このスレッドはモデレーターだけに表示されています。
threads-locked-word = ロック中
threads-locked-means = このスレッドには新しく返信できません。
threads-order = 並び順
threads-order-tree = ツリー
threads-order-flat = 時間順
threads-show = 表示
threads-show-reader = 自分の言語
threads-show-original = 原文
threads-show-all = 三つの言語
threads-moderate = このスレッドを管理する
threads-index = このページの投稿
threads-new-title = スレッドを立てる
threads-title-field = タイトル
threads-themes-field = テーマ
threads-themes-hint = 1〜5個を選んでください。
threads-side = 言語を並べて読む
threads-side-back = スレッドに戻る
threads-side-langs = 言語
threads-side-gone = この投稿は表示されなくなりました。
threads-sheet = 会合用の印刷（A4）
threads-sheet-print = このページを印刷してください。A4に合わせてあります。
threads-sheet-notes = メモ
threads-relocated = { $way ->
    [merged] 統合されたスレッドから{ $count }件の投稿が移されました（{ $time }）：
    [merged-away] このスレッドは{ $count }件の投稿とともに、次のスレッドに統合されました（{ $time }）：
    [came] 別のスレッドから{ $count }件の投稿が移されました（{ $time }）：
   *[gone] { $count }件の投稿が次のスレッドに移されました（{ $time }）：
}
threads-held = 確認待ち
threads-filter-readable = 自分の言語
threads-readable-yes = 読める
threads-readable-no = 未翻訳
threads-filter-answered = 返信
threads-answered-yes = 返信あり
threads-answered-no = 返信なし
threads-filter-new = 新着
threads-new-yes = 新着あり
threads-branch = 返信
threads-text = テキスト形式
threads-text-original = { $lang ->
    [fr] フランス語（原文）
    [en] 英語（原文）
   *[ja] 日本語（原文）
}
threads-text-translated = { $lang ->
    [fr] フランス語訳
    [en] 英語訳
   *[ja] 日本語訳
}
threads-text-machine = { $lang ->
    [fr] フランス語への機械翻訳
    [en] 英語への機械翻訳
   *[ja] 日本語への機械翻訳
}
threads-text-gone = この投稿は表示できません
threads-names = 名前の扱い（合意形成スレッド）
threads-names-hint = 後から変えられません。
threads-names-public = 誰がどの立場かを公開する
threads-names-totals = 合計だけを示す
threads-carries = このスレッドは宣言 第{ $n }号を引き継ぎます。見解も引き継がれ、改めて採用するかを決めます。
