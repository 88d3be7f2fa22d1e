queue-title = 翻訳待ち
queue-lede = まだ読めない人がいる文章の一覧です。短いものから始めてください。5分の作業で、一つの文章がその言語のみんなに届きます。
queue-work = 自分の作業
queue-work-returned = 差し戻し
queue-work-returned-one = { $lang ->
    [fr] フランス語版：{ $name }さん、{ $time }
    [en] 英語版：{ $name }さん、{ $time }
   *[ja] 日本語版：{ $name }さん、{ $time }
}
queue-work-claims = 担当中
queue-work-claims-one = { $lang ->
    [fr] フランス語版：{ $time }まで
    [en] 英語版：{ $time }まで
   *[ja] 日本語版：{ $time }まで
}
queue-work-drafts = 下書き
queue-work-drafts-one = { $lang ->
    [fr] フランス語版：{ $time }に保存
    [en] 英語版：{ $time }に保存
   *[ja] 日本語版：{ $time }に保存
}
queue-work-proposed = 採否待ちの修正案
queue-work-proposed-one = { $lang ->
    [fr] フランス語版：{ $name }さん、{ $time }
    [en] 英語版：{ $name }さん、{ $time }
   *[ja] 日本語版：{ $name }さん、{ $time }
}
queue-work-review = レビュー待ち
queue-work-review-one = { $lang ->
    [fr] フランス語版：約{ $minutes }分
    [en] 英語版：約{ $minutes }分
   *[ja] 日本語版：約{ $minutes }分
}
queue-work-review-all = レビュー待ちをすべて見る
queue-work-contested = 訳文への指摘
queue-work-contested-one = { $lang ->
    [fr] フランス語版：{ $name }さん、{ $time }
    [en] 英語版：{ $name }さん、{ $time }
   *[ja] 日本語版：{ $name }さん、{ $time }
}
queue-work-own = 提出した修正案
queue-work-own-one = { $lang ->
    [fr] フランス語版：{ $name }さん、{ $time }
    [en] 英語版：{ $name }さん、{ $time }
   *[ja] 日本語版：{ $name }さん、{ $time }
}
queue-to-translate = 翻訳待ち
queue-to-review = レビュー待ち
queue-to-clarify = 言葉の確認
queue-to-update = 更新待ち
queue-share = 翻訳率{ $share }%
queue-filter = 絞り込み
queue-from = 原文の言語
queue-into = 翻訳先の言語
queue-any-lang = すべての言語
queue-what = 作業
queue-any-wait = すべて
queue-any-theme = すべてのテーマ
queue-sort = 並び順
queue-sort-awaited = 要望が多い順
queue-sort-shortest = 短い順
queue-sort-oldest = 古い順
queue-show = 表示する
queue-waiting = 作業待ち一覧
queue-nothing = 作業待ちの文章はありません。
queue-opening = 最初の投稿
queue-theme-text = テーマ
queue-wait = { $wait ->
    [translate] { $lang ->
        [fr] フランス語
        [en] 英語
       *[ja] 日本語
    }への翻訳、約{ $minutes }分
    [clarify] { $lang ->
        [fr] フランス語
        [en] 英語
       *[ja] 日本語
    }の言葉を分かりやすく（約{ $minutes }分）
    [update] { $lang ->
        [fr] フランス語
        [en] 英語
       *[ja] 日本語
    }版の更新、約{ $minutes }分
   *[review] { $lang ->
        [fr] フランス語
        [en] 英語
       *[ja] 日本語
    }版のレビュー、約{ $minutes }分
}
queue-since = { $day }から作業待ち
queue-requests = 要望：{ $count }人
queue-act = { $act ->
    [translate] 翻訳する
    [review] レビューする
   *[update] { $count ->
        [0] 更新する
       *[other] { $count }か所を更新する
    }
}
queue-act-about = { $lang ->
    [fr] （フランス語、{ $title }）
    [en] （英語、{ $title }）
   *[ja] （日本語、{ $title }）
}
queue-claimed = { $name }さんが担当中
queue-next-page = 次のページ
queue-first-page = 最初に戻る
queue-page-text = サイトのページ
