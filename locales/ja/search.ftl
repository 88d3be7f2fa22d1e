search-title = 検索
search-title-of = 「{ $q }」の検索
search-label = 三つの言語をまとめて検索
search-find = 検索する
search-sort-best = 関連度
search-sort-new = 新しい順
search-how = 検索のしかた
search-how-typed = { $row ->
    [word] 協同組合 雇用
    [phrase] 「連帯経済」
    [minus] 銀行 -融資
    [from] from:claire
    [theme] theme:governance
    [lang] lang:fr
    [missing] missing:ja
   *[dates] after:2026-03 before:2026-06-15
}
search-how-means = { $row ->
    [word] すべての語を含むもの（全角・半角などの違いは区別しません）
    [phrase] この言い回しをそのまま含むもの
    [minus] 最初の語を含み、後の語を含まないもの
    [from] この人が書いたもの
    [theme] このテーマのスレッドにあるもの（テーマの名前でも指定できます）
    [lang] 原文がフランス語（fr）、英語（en）、日本語（ja）のもの
    [missing] まだ誰もこの言語で書いたり訳したりしていないもの
   *[dates] ある日以降で、別の日より前のもの（年・月・日で指定できます）
}
search-widened = ほかの呼び名でも検索しました
search-of-themes = （テーマ）
search-of-glossary = （用語集）
search-leave-out = 使わない
search-put-back = 使う
search-unknown-word = 検索は行われませんでした。
search-unknown = { $operator ->
    [from] ユーザー名「{ $value }」の参加者はいません。
    [theme] 「{ $value }」というテーマはありません。
    [lang] 「{ $value }」は三つの言語（fr、en、ja）のどれでもありません。
    [missing] 「{ $value }」は三つの言語（fr、en、ja）のどれでもありません。
   *[before] 「{ $value }」は日付として読めません。2026-06-15、2026-06、2026のように書いてください。
}
search-incomplete-word = まだ一部の投稿は検索できません。
search-incomplete-means = 索引を作成しています。数分のあいだ、古い投稿が見つからないことがあります。
search-found = { $count ->
    [0] 見つかった投稿はありません
   *[other] { $count }件の投稿
}
search-nothing = 一致する投稿はありません。語を減らすか、短い語やほかの言語の語でお試しください。
search-many = よく使われる語のため、新しい投稿だけを対象に並べました。語を追加するか、新しい順でご覧ください。
search-by = { $n ->
    [1] スレッドの最初の投稿
   *[other] { $n }番の投稿
}・{ $name }さん・{ $time }
search-in = { $lang ->
    [fr] フランス語
    [en] 英語
   *[ja] 日本語
}{ $quality ->
    [original] の原文に一致
    [machine] の機械翻訳に一致
   *[translated] の翻訳に一致
}
search-through = 呼び名「{ $name }」（{ $theme ->
    [yes] テーマ
   *[no] 用語集
}）で一致
search-state = { $state ->
    [held] 確認待ち
    [hidden] 非表示
   *[deleted] 削除済み
}
