digests-issue = { $kind ->
    [week] 週刊ダイジェスト　{ $year }年第{ $week }週号（{ $date }）
   *[day] 日刊ダイジェスト（{ $date }）
  }
digests-lead = { $kind ->
    [answer] 「{ $title }」にあなた宛ての投稿があります
    [objection] 回答を待っている異議があります：「{ $title }」
    [position] 立場の表明をお待ちしています：「{ $title }」
    [staged] 段階が移りました：「{ $title }」
    [moved] 宣言の根拠に変更がありました：「{ $title }」
    [declared] 宣言が公表されました：「{ $title }」
    [review] { $lang ->
            [fr] フランス語
            [en] 英語
           *[ja] 日本語
        }版のレビューが必要です：「{ $title }」
    [update] { $lang ->
            [fr] フランス語
            [en] 英語
           *[ja] 日本語
        }版の更新が必要です：「{ $title }」
    [translate] { $lang ->
            [fr] フランス語
            [en] 英語
           *[ja] 日本語
        }への翻訳が必要です：「{ $title }」
    [readable] 日本語で読めるようになりました：「{ $title }」
   *[posts] 「{ $title }」に新しい投稿が{ $count }件あります
  }
digests-subject = { $others ->
    [0] { $lead }
   *[other] { $lead }（ほか{ $others }件）
  }
digests-readable = { $several ->
    [yes] { $readable ->
        [0] 今回は{ $count }件で、ご自分の言語で読めるものはまだありません。
       *[other] 今回は{ $count }件で、ご自分の言語で読めるのは{ $readable }件です。
    }
   *[no] { $readable ->
        [0] 今回は{ $count }件で、日本語で読めるものはまだありません。
       *[other] 今回は{ $count }件で、日本語で読めるのは{ $readable }件です。
    }
  }
digests-button = { $kind ->
    [answer] 読んで返信する
    [objection] 異議に回答する
    [position] 立場を表明する
    [staged] スレッドを見る
    [moved] 変わったところを見る
    [declared] 宣言を読む
    [review] 翻訳をレビューする
    [update] 翻訳を更新する
    [translate] 翻訳する
   *[posts] フォーラムで読む
  }
digests-section = { $section ->
    [asked] 対応が必要なもの
    [consensus] 合意形成スレッド
    [followed] フォロー中のスレッド
    [active] 選んだテーマの新着と動き
   *[readable] 新しく日本語で読めるようになったもの
  }
digests-section-everywhere = 新着と動き
digests-state = { $quality ->
    [original] { $readable ->
        [yes] 原文：{ $from ->
            [fr] フランス語
            [en] 英語
           *[ja] 日本語
        }
       *[no] 原文：{ $from ->
            [fr] フランス語
            [en] 英語
           *[ja] 日本語
        }。日本語版：未翻訳
    }
    [reviewed] { $from ->
        [fr] フランス語からの翻訳（レビュー済み）
        [en] 英語からの翻訳（レビュー済み）
       *[ja] 日本語からの翻訳（レビュー済み）
    }
    [machine] { $from ->
        [fr] フランス語からの機械翻訳
        [en] 英語からの機械翻訳
       *[ja] 日本語からの機械翻訳
    }
   *[translated] { $from ->
        [fr] フランス語からの翻訳（未レビュー）
        [en] 英語からの翻訳（未レビュー）
       *[ja] 日本語からの翻訳（未レビュー）
    }
  }
digests-outdated = 要更新
digests-asked = { $ask ->
    [answer] あなた宛ての投稿
    [objection] 回答のない異議
    [position] 立場の表明待ち
    [review] { $lang ->
        [fr] フランス語版：レビュー待ち
        [en] 英語版：レビュー待ち
       *[ja] 日本語版：レビュー待ち
    }
    [update] { $lang ->
        [fr] フランス語版：要更新
        [en] 英語版：要更新
       *[ja] 日本語版：要更新
    }
   *[translate] { $lang ->
        [fr] フランス語版：未翻訳
        [en] 英語版：未翻訳
       *[ja] 日本語版：未翻訳
    }
  }
digests-by = { $author }さん：{ $words }
digests-posts = 新しい投稿{ $count }件
digests-statements = まだ立場を表明していない見解が{ $count }件あります
digests-happened = { $what ->
    [staged] スレッドの段階が移りました。
    [moved] 宣言の根拠となった文章の意味が変わりました。
   *[declared] 宣言が公表されました。
  }
digests-newly = 翻訳された投稿{ $count }件
digests-minutes = 作業時間：約{ $minutes }分
digests-translator = 翻訳：{ $translator }さん
digests-reviewer = 翻訳：{ $translator }さん、レビュー：{ $reviewer }さん
digests-more = このほかに{ $count }件の動きがありました。
digests-all = すべてのスレッドを見る
digests-why = { $frequency ->
    [daily] このダイジェストは、{ $date }に購読を確認したアドレスに毎日お送りしています。動きがない日には届きません。
   *[weekly] このダイジェストは、{ $date }に購読を確認したアドレスに毎週お送りしています。動きがない週には届きません。
  }
digests-change = 言語・テーマ・曜日を変更する
digests-stop = 購読を解除する
digests-legend = タイトルの上の線は、文章が何人の手を経たかを示します。太線は原文、二重線はレビュー済みの翻訳、一本線は未レビューの翻訳、破線は機械翻訳、点線は未翻訳です。
digests-title = ダイジェスト
digests-lede = フォーラムでの話し合いと、対応が必要なものを、毎週または毎日、ご自分の言語でお届けします。動きがないときには届きません。
digests-sent-word = メールをご確認ください。
digests-sent = このアドレスでダイジェストを受け取れる場合は、確認のメールをお送りしました。メールにあるボタンを押すと、購読が始まります。押さなければ、ほかには何も届きません。
digests-agreed-word = 購読を確認しました。
digests-agreed = 最初のダイジェストは、次の配信日に届きます。設定はこのページでいつでも変更できます。
digests-saved = これからの配信に反映されます。
digests-to = 送り先：{ $address }
digests-lang = ダイジェストの言語
digests-frequency = 配信
digests-frequency-of = { $frequency ->
    [weekly] 毎週
    [daily] 毎日
   *[off] 休止中
  }
digests-weekday = 毎週の配信曜日
digests-weekday-of = { $weekday ->
    [monday] 月曜日
    [tuesday] 火曜日
    [wednesday] 水曜日
    [thursday] 木曜日
    [friday] 金曜日
    [saturday] 土曜日
   *[sunday] 日曜日
  }
digests-hour = 時刻
digests-hour-of = { $hour }時
digests-themes = テーマを選ぶ
digests-themes-hint = 何も選ばなければ、すべてのテーマが対象になります。
digests-threads = このアドレスでフォローしているスレッド
digests-threads-hint = ダイジェストでは、上で選んだテーマの動きもお伝えします。何も選ばなければ、すべてのテーマが対象になります。
digests-ask = ダイジェストを受け取る
digests-preview-button = プレビュー
digests-agree = アドレスはこのダイジェストの配信だけに使います。届いたメールのリンクから、アカウントやパスワードなしで、すぐに解除できます。
digests-preview = お届けする内容の例
digests-preview-means = この7日間の動きをもとにしています。
digests-preview-none = この7日間には、お届けする動きがありませんでした。
digests-confirm-title = ダイジェストを受け取りますか
digests-confirm-means = { $frequency ->
    [weekly] { $address }あてに、毎週、{ $lang ->
        [fr] フランス語
        [en] 英語
       *[ja] 日本語
    }でお届けします。
   *[daily] { $address }あてに、毎日、{ $lang ->
        [fr] フランス語
        [en] 英語
       *[ja] 日本語
    }でお届けします。
  }
digests-confirm-button = 受け取る
digests-confirm-small = お心当たりがなければ、このページを閉じてください。何も送られず、アドレスは消去されます。
digests-stop-title = この種のメールを停止しますか
digests-stop-means = ボタンを押すと、この種のメールは、送信待ちのものも含めて届かなくなります。
digests-stopped-title = この種のメールを停止しました
digests-stopped = 今後、この種のメールは届きません。
digests-again = ダイジェストを購読する
digests-past = これまでのダイジェスト
digests-none = この週には、お伝えする動きがありませんでした。
digests-lines = この週の動き
digests-get = ダイジェストをメールで受け取る
digests-follow = このスレッドをメールでフォローする
digests-returned-word = 停止中
digests-returned = この宛先へ送ったメールが続けて戻ってきたため、配信を停止しています。メールサーバーの返答：
digests-retry = この宛先にもう一度送る
