queue-title = 翻訳待ち
queue-lede = まだ読めない人がいる文章の一覧です。短いものから始めてください。5分の作業で、一つの文章がその言語のみんなに届きます。
queue-work = 自分の作業
queue-work-returned = 差し戻し
queue-work-returned-one = { $lang ->
    [fr] フランス語へ・{ $name }さん、{ $time }
    [en] 英語へ・{ $name }さん、{ $time }
   *[ja] 日本語へ・{ $name }さん、{ $time }
}
queue-work-claims = 担当中
queue-work-claims-one = { $lang ->
    [fr] フランス語へ・{ $time }まで
    [en] 英語へ・{ $time }まで
   *[ja] 日本語へ・{ $time }まで
}
queue-work-drafts = 下書き
queue-work-drafts-one = { $lang ->
    [fr] フランス語へ・{ $time }に保存
    [en] 英語へ・{ $time }に保存
   *[ja] 日本語へ・{ $time }に保存
}
queue-work-proposed = 修正案の確認待ち
queue-work-proposed-one = { $lang ->
    [fr] フランス語へ・{ $name }さん、{ $time }
    [en] 英語へ・{ $name }さん、{ $time }
   *[ja] 日本語へ・{ $name }さん、{ $time }
}
queue-work-review = レビュー待ち
queue-work-review-one = { $lang ->
    [fr] フランス語へ・約{ $minutes }分
    [en] 英語へ・約{ $minutes }分
   *[ja] 日本語へ・約{ $minutes }分
}
queue-work-review-all = レビュー待ちをすべて見る
queue-work-contested = 訳文への指摘
queue-work-contested-one = { $lang ->
    [fr] フランス語へ・{ $name }さん、{ $time }
    [en] 英語へ・{ $name }さん、{ $time }
   *[ja] 日本語へ・{ $name }さん、{ $time }
}
queue-work-own = 提出した修正案
queue-work-own-one = { $lang ->
    [fr] フランス語へ・{ $name }さん、{ $time }
    [en] 英語へ・{ $name }さん、{ $time }
   *[ja] 日本語へ・{ $name }さん、{ $time }
}
queue-to-translate = 翻訳待ち
queue-to-review = レビュー待ち
queue-to-update = 更新待ち
queue-share = 翻訳率{ $share }%
queue-filter = 絞り込み
queue-from = 原文
queue-into = 訳文
queue-any-lang = すべての言語
queue-what = 作業
queue-any-wait = すべて
queue-any-theme = すべてのテーマ
queue-sort = 並び順
queue-sort-awaited = 要望が多い順
queue-sort-shortest = 短い順
queue-sort-oldest = 古い順
queue-show = 表示する
queue-waiting = 待っている文章
queue-nothing = ここで待っているものはありません。
queue-opening = 最初の投稿
queue-theme-text = テーマ
queue-wait = { $wait ->
    [translate] { $lang ->
        [fr] フランス語
        [en] 英語
       *[ja] 日本語
    }への翻訳、約{ $minutes }分
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
queue-since = { $day }から
queue-requests = { $count }人が必要としています
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
queue-next-page = 次の文章
queue-first-page = 最初に戻る
