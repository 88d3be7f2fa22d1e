notices-title = 通知
notices-unread = { $more ->
    [yes] 未読の通知が{ $count }件以上あります。
   *[no] { $count ->
        [0] 未読の通知はありません。
       *[other] 未読の通知が{ $count }件あります。
    }
  }
notices-read = すべて既読にする
notices-none = まだ通知はありません。返信があったとき、自分の投稿が翻訳されたとき、自分が訳した文章の原文が変わったときに、ここに表示されます。
notices-new = 新着
notices-older = 以前の通知
notices-one = { $kind ->
    [mentioned] { $name }さんが投稿の中であなたにメンションしました（{ $time }）。
    [quoted] { $name }さんがあなたの投稿を引用しました（{ $time }）。
    [replied] { $name }さんがあなたに返信しました（{ $time }）。
    [posted] フォロー中のスレッドに新しい投稿があります（{ $time }以降）。
    [statement-settled] { $name }さんが、あなたの見解の扱いを決めました（{ $time }）。
    [statement-changed] { $name }さんが、あなたが立場を表明した見解の意味を変えました（{ $time }）。改めて立場を表明してください。
    [reworded] { $name }さんが、あなたが立場を表明した見解の文言を変えました（{ $time }）。もう一度読んで、改めて立場を表明してください。
    [objection-answered] { $name }さんが、あなたの異議に回答しました（{ $time }）。
    [declared] { $name }さんが、あなたの立場が含まれる宣言を公表しました（{ $time }）。
    [basis-moved] { $name }さんが、宣言の根拠となった文章を変えました（{ $time }）。
    [review-due] { $name }さんが署名した宣言が、見直しの時期になりました（{ $time }）。
    [opened] { $name }さんが、フォロー中のテーマで新しいスレッドを立てました（{ $time }）。
    [translated] { $lang ->
            [fr] { $name }さんがこの文章をフランス語に訳しました（{ $time }）。
            [en] { $name }さんがこの文章を英語に訳しました（{ $time }）。
           *[ja] { $name }さんがこの文章を日本語に訳しました（{ $time }）。
        }
    [reviewed] { $lang ->
            [fr] { $name }さんがフランス語版をレビューしました（{ $time }）。
            [en] { $name }さんが英語版をレビューしました（{ $time }）。
           *[ja] { $name }さんが日本語版をレビューしました（{ $time }）。
        }
    [returned] { $lang ->
            [fr] 自分のフランス語訳が、{ $name }さんから差し戻されました（{ $time }）。
            [en] 自分の英語訳が、{ $name }さんから差し戻されました（{ $time }）。
           *[ja] 自分の日本語訳が、{ $name }さんから差し戻されました（{ $time }）。
        }
    [accepted] { $lang ->
            [fr] 提出したフランス語版の修正案を、{ $name }さんが採用しました（{ $time }）。
            [en] 提出した英語版の修正案を、{ $name }さんが採用しました（{ $time }）。
           *[ja] 提出した日本語版の修正案を、{ $name }さんが採用しました（{ $time }）。
        }
    [declined] { $lang ->
            [fr] 提出したフランス語版の修正案を、{ $name }さんが見送りました（{ $time }）。
            [en] 提出した英語版の修正案を、{ $name }さんが見送りました（{ $time }）。
           *[ja] 提出した日本語版の修正案を、{ $name }さんが見送りました（{ $time }）。
        }
    [contested] { $lang ->
            [fr] フランス語版の訳文について、{ $name }さんが問題を指摘しました（{ $time }）。
            [en] 英語版の訳文について、{ $name }さんが問題を指摘しました（{ $time }）。
           *[ja] 日本語版の訳文について、{ $name }さんが問題を指摘しました（{ $time }）。
        }
    [settled] { $lang ->
            [fr] フランス語版への指摘について、{ $name }さんが対応を終えました（{ $time }）。
            [en] 英語版への指摘について、{ $name }さんが対応を終えました（{ $time }）。
           *[ja] 日本語版への指摘について、{ $name }さんが対応を終えました（{ $time }）。
        }
   *[source-changed] { $lang ->
            [fr] { $name }さんが原文を変更しました。フランス語版は要更新です（{ $time }）。
            [en] { $name }さんが原文を変更しました。英語版は要更新です（{ $time }）。
           *[ja] { $name }さんが原文を変更しました。日本語版は要更新です（{ $time }）。
        }
}
notices-act = { $kind ->
    [moderated] あなたに関わる対応がモデレーターによって行われました（{ $time }）。
   *[flag-settled] ご報告いただいた内容をモデレーターが確認しました（{ $time }）。ご協力ありがとうございます。
}
