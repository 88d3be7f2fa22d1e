texts-lang = { $lang ->
    [fr] フランス語
    [en] 英語
   *[ja] 日本語
}
texts-shown = 表示中
texts-nobody = 当ネットワーク
texts-by = { $name }さん
texts-by-translator = { $name }さん訳
texts-by-engine = { $engine }
texts-state = { $quality ->
    [original] 原文
    [reviewed] レビュー済み
    [translated] 未レビュー
    [machine] 機械翻訳
   *[empty] 未翻訳
}
texts-state-outdated = { $quality ->
    [reviewed] レビュー済み・{ $old }要更新{ $end }
    [translated] 未レビュー・{ $old }要更新{ $end }
   *[machine] 機械翻訳・{ $old }要更新{ $end }
}
texts-credit-original = { $lang ->
    [fr] { $b }原文{ $end }（フランス語）
    [en] { $b }原文{ $end }（英語）
   *[ja] { $b }原文{ $end }（日本語）
}
texts-credit-reviewed = { $lang ->
    [fr] { $b }フランス語からの翻訳{ $end }。訳：{ $translator }さん、レビュー：{ $reviewer }さん。
    [en] { $b }英語からの翻訳{ $end }。訳：{ $translator }さん、レビュー：{ $reviewer }さん。
   *[ja] { $b }日本語からの翻訳{ $end }。訳：{ $translator }さん、レビュー：{ $reviewer }さん。
}
texts-credit-translated = { $lang ->
    [fr] { $b }フランス語からの翻訳{ $end }（未レビュー）。訳：{ $translator }さん。
    [en] { $b }英語からの翻訳{ $end }（未レビュー）。訳：{ $translator }さん。
   *[ja] { $b }日本語からの翻訳{ $end }（未レビュー）。訳：{ $translator }さん。
}
texts-credit-machine = { $lang ->
    [fr] フランス語からの{ $b }機械翻訳{ $end }（{ $engine }）。まだ誰も確認していません。
    [en] 英語からの{ $b }機械翻訳{ $end }（{ $engine }）。まだ誰も確認していません。
   *[ja] 日本語からの{ $b }機械翻訳{ $end }（{ $engine }）。まだ誰も確認していません。
}
texts-credit-empty = { $lang ->
    [fr] { $b }フランス語版{ $end }：未翻訳
    [en] { $b }英語版{ $end }：未翻訳
   *[ja] { $b }日本語版{ $end }：未翻訳
}
texts-credit-outdated = { $count ->
    [0] { $a }翻訳の後に原文が変更されています。{ $end }
   *[other] { $a }{ $count }段落が要更新です。{ $end }
}
texts-block-outdated = { $old }要更新{ $end }：原文の変更点を見る
texts-way-reader = 翻訳を読む
texts-way-original = 原文を読む
texts-way-all = 三つの言語で読む
texts-legend-original = 原文
texts-legend-original-means = 書いた本人の言葉
texts-legend-reviewed = レビュー済み
texts-legend-reviewed-means = 一人が訳し、もう一人が確認
texts-legend-translated = 未レビュー
texts-legend-translated-means = 一人が翻訳
texts-legend-machine = 機械翻訳
texts-legend-machine-means = 人による確認なし
texts-legend-empty = 未翻訳
texts-legend-empty-means = 訳文ができるまでは原文を表示
texts-legend-outdated = 要更新
texts-legend-outdated-means = 翻訳の後に原文の変更あり
texts-credit-wanting = { $lang ->
    [fr] { $b }原文{ $end }（フランス語）。日本語版はまだありません。
    [en] { $b }原文{ $end }（英語）。日本語版はまだありません。
   *[ja] { $b }原文{ $end }（日本語）。日本語版はまだありません。
}
texts-history-title = 変更履歴
texts-to-bench = 翻訳画面
texts-acts = レビュー・修正案・指摘の経過
texts-act = { $act ->
    [review] { $name }さんが改訂{ $n }をレビューしました（{ $time }）。
    [return] { $name }さんが改訂{ $n }を差し戻しました（{ $time }）。
    [propose] { $name }さんが改訂{ $n }を修正案として提出しました（{ $time }）。
    [contest] { $name }さんが改訂{ $n }の訳文の問題を指摘しました（{ $time }）。
   *[clear] { $name }さんが訳文（改訂{ $n }）を消去しました（{ $time }）。
}
texts-act-ended = { $outcome ->
    [accepted] { $name }さんが採用しました（{ $time }）。
    [declined] 見送りになりました（{ $name }さん、{ $time }）。
    [answered] { $name }さんが訳文を保存し直しました（{ $time }）。
    [settled] { $name }さんが対応を終えました（{ $time }）。
    [restored] { $name }さんが元に戻しました（{ $time }）。
   *[superseded] その後の操作により終了しました（{ $name }さん、{ $time }）。
}
texts-credit-contested = { $a }訳文への指摘が{ $count }件あります。{ $end }
texts-former = 元参加者
