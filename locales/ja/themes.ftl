themes-title = テーマ
themes-lede = 三つの言語に共通のテーマ一覧です。どのスレッドにも1〜5個のテーマが付いています。
themes-theme = テーマ
themes-total = スレッド数
themes-threads = { $count ->
    [0] スレッドなし
   *[other] スレッド{ $count }件
}
themes-by-lang = 原文の言語別：フランス語{ $fr }件、英語{ $en }件、日本語{ $ja }件
themes-counts-mean = スレッド数は、原文の言語別に数えています。
themes-retired = 廃止されたテーマです。新しく選ぶことはできません。
themes-followers = { $count ->
    [0] このテーマをフォローしている人はまだいません。
   *[other] { $count }人がこのテーマをフォローしています。
}
