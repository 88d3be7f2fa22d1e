home-title = ホーム
home-voice = 自分の言葉で書けば、三つの言葉で届きます。
home-what = それぞれの地域で連帯経済に取り組む人たちのフォーラムです。フランス語・英語・日本語のどれで書いても、ほかの参加者が翻訳します。いま読んでいるのが誰の言葉かは、いつでも分かります。
home-read = スレッドを読む
home-open = スレッドを立てる
home-latest = 最近の動き
home-all-threads = すべてのスレッド
home-all-themes = すべてのテーマ
home-line = 線の見方
home-line-means = どの文章の上にも線があり、何人の手を経たかを示しています。
home-waits = 対応が必要なもの
home-waits-nothing = いま対応が必要なものはありません。
home-waiting = { $kind ->
    [finish] 書きかけの下書き：{ $count }件
    [answer] あなた宛ての投稿：{ $count }件
    [translate] { $lang ->
        [fr] フランス語
        [en] 英語
       *[ja] 日本語
    }への翻訳待ち：{ $count }件{ $more ->
        [yes] 以上
       *[no] {""}
    }
    [review] レビュー待ちの翻訳：{ $count }件{ $more ->
        [yes] 以上
       *[no] {""}
    }
   *[decide] 判断待ちのモデレーション案件：{ $count }件
}
home-moved = 前回からの新着
home-all-new = 新着をすべて見る
home-read-all = すべて既読にする
home-all-read-word = すべて既読です。
home-all-read = 未読のスレッドはありません。
