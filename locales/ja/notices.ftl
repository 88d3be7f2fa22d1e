notices-title = 通知
notices-unread = { $count ->
    [0] 未読の通知はありません。
   *[other] 未読の通知が{ $count }件あります。
}
notices-read = すべて既読にする
notices-none = まだありません。ご自分の投稿が翻訳されたときや、訳した文章の原文が変わったときに、ここに表示されます。
notices-new = 新着
notices-older = 以前の通知
notices-one = { $kind ->
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
            [fr] { $name }さんがフランス語への訳文を差し戻しました（{ $time }）。
            [en] { $name }さんが英語への訳文を差し戻しました（{ $time }）。
           *[ja] { $name }さんが日本語への訳文を差し戻しました（{ $time }）。
        }
    [accepted] { $lang ->
            [fr] { $name }さんがフランス語版の修正案を採用しました（{ $time }）。
            [en] { $name }さんが英語版の修正案を採用しました（{ $time }）。
           *[ja] { $name }さんが日本語版の修正案を採用しました（{ $time }）。
        }
    [declined] { $lang ->
            [fr] { $name }さんがフランス語版の修正案を見送りました（{ $time }）。
            [en] { $name }さんが英語版の修正案を見送りました（{ $time }）。
           *[ja] { $name }さんが日本語版の修正案を見送りました（{ $time }）。
        }
    [contested] { $lang ->
            [fr] { $name }さんがフランス語版の訳文の問題を指摘しました（{ $time }）。
            [en] { $name }さんが英語版の訳文の問題を指摘しました（{ $time }）。
           *[ja] { $name }さんが日本語版の訳文の問題を指摘しました（{ $time }）。
        }
    [settled] { $lang ->
            [fr] { $name }さんがフランス語版への指摘に回答しました（{ $time }）。
            [en] { $name }さんが英語版への指摘に回答しました（{ $time }）。
           *[ja] { $name }さんが日本語版への指摘に回答しました（{ $time }）。
        }
   *[source-changed] { $lang ->
            [fr] { $name }さんが原文を変更しました。フランス語版は要更新です（{ $time }）。
            [en] { $name }さんが原文を変更しました。英語版は要更新です（{ $time }）。
           *[ja] { $name }さんが原文を変更しました。日本語版は要更新です（{ $time }）。
        }
}
