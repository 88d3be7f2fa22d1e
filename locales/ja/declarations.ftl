declarations-title = 宣言 第{ $n }号
declarations-all = これまでの合意
declarations-all-means = 合意形成スレッドが公表した宣言です。新しいものから順に示し、後の宣言に置き換えられたものは除きます。
declarations-all-link = 宣言の一覧
declarations-none = 宣言はまだありません。
declarations-of-thread = このスレッドの宣言
declarations-line = { $outcome ->
    [consensus] 第{ $n }号（{ $day }）：合意
    [partial] 第{ $n }号（{ $day }）：部分的合意
   *[no-consensus] 第{ $n }号（{ $day }）：合意なし
}
declarations-sentence = { $outcome ->
    [consensus] 三つの言語コミュニティすべてで合意
    [partial] 部分的合意（まだ加わっていない言語：{ $missing }）
   *[no-consensus] 合意なし
}
declarations-signed = { $name }さんが公表し、署名しました（{ $time }）。
declarations-supersedes = 宣言 第{ $n }号に代わる宣言
declarations-superseded-word = 後の宣言に置き換え：
declarations-moved = 根拠に変更あり。
declarations-moved-means = この宣言の根拠となった文章の意味が、その後変わりました。宣言そのものは公表時のままです。
declarations-moved-one = { $what ->
    [statement] 見解{ $n }：{ $a }変わったところ{ $end }
    [gone] { $n }番の投稿は{ $a }現在表示されていません{ $end }
   *[post] { $n }番の投稿：{ $a }変わったところ{ $end }
}
declarations-agreed = 合意したこと
declarations-open = 議論中として引用した見解
declarations-dissent = 記録された異議
declarations-dissent-means = 異議を出した人の言葉と回答を、同じ重みで記します。
declarations-gone = { $day ->
    [none] 削除されました。
   *[other] { $day }に削除されました。
}
declarations-on = この先
declarations-carried = 引き継いだスレッド：
declarations-carry = 新しいスレッドに引き継ぐ
declarations-review-on = { $day }に見直す予定です。
declarations-review-due = 見直しの時期
declarations-make = 宣言を公表する
declarations-make-means = 宣言には番号、日付、署名が付きます。取りまとめ、集計した数、それぞれの見解の合意の状況をその時点で固定し、その後は編集しません。後の宣言で置き換えることはできます。
declarations-outcome-field = 結果
declarations-outcome = { $outcome ->
    [consensus] 合意
    [partial] 部分的合意
   *[no-consensus] 合意なし
}
declarations-outcome-hint = { $outcome ->
    [consensus] 合意として引用した見解が、三つのコミュニティすべてで合意に達しています。
    [partial] 加わっているコミュニティすべてで合意に達しています。まだ加わっていないコミュニティの名を記します。
   *[no-consensus] 理由を添えます。話し合ったことは取りまとめに記します。
}
declarations-reason = 理由
declarations-reason-hint = 「合意なし」の場合は必要です。誰でも読めます。
declarations-review = 見直す日
declarations-review-hint = 任意です。その日にモデレーターに知らせます。
declarations-will-supersede = 宣言 第{ $n }号に代わる宣言になります。
declarations-make-send = 公表して署名する
