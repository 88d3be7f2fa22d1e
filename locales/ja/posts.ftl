posts-post = 投稿
posts-no = { $n }番
posts-author = { $name }さん
posts-delete = 削除する
posts-edited = 編集済み
posts-replies-to = { $n }番への返信
posts-reply = 返信する
posts-edit = 編集する
posts-history = 変更履歴
posts-moderate = 管理
posts-link = リンク
posts-gone-hidden = { $day }にモデレーターが非表示にしました。
posts-gone-deleted = { $day }にモデレーターが削除しました。
posts-gone-withdrawn = { $day }に投稿者が削除しました。
posts-gone-reason = 理由：{ $reason }
posts-reply-yours = 返信を書く
posts-reply-title = 返信
posts-reply-to = 返信先
posts-reply-to-no = 上の{ $n }番の投稿への返信です。
posts-reply-to-thread = スレッド全体への返信です。特定の投稿に返信するときは、その投稿の下の「返信する」を使ってください。
posts-reply-sign-in = ログインすると、三つの言語のうち書きやすい言語で返信できます。
posts-you-write-in = 書く言語
posts-original-in = { $lang ->
    [fr] 原文はフランス語です。
    [en] 原文は英語です。
   *[ja] 原文は日本語です。
}
posts-body = 本文
posts-body-hint = 短い文で書き、慣用句を控えると、翻訳でも伝わりやすくなります。書いた言葉がそのまま原文になります。Markdown（**太字**、箇条書き、表、脚注）が使えます。
posts-publish = 公開する
posts-preview = プレビュー
posts-preview-button = プレビュー
posts-preview-means = まだ公開されていません。
posts-licence = 公開すると、本文を{ $licence }のライセンスで共有することに同意したものとみなされます。
posts-edit-title = 編集
posts-edit-back = 投稿に戻る
posts-change = この編集で変わるもの
posts-change-hint = 意味が変わる場合は、該当する段落の翻訳が「要更新」になります。表現だけの場合、翻訳は最新のままです。
posts-change-hint-none = まだ翻訳がないため、今はどちらを選んでも影響しません。翻訳ができた後は、この選択が翻訳の状態を左右します。
posts-change-meaning = 意味
posts-change-wording = 表現のみ（誤字、言い回しなど）
posts-note = 変更履歴に残すメモ
posts-note-hint = 任意です。何をなぜ変えたのかを短く書いてください。
posts-reason = 理由
posts-reason-hint = ほかの参加者が書いた文章です。理由は操作記録に残ります。
posts-history-title = { $n }番の投稿の変更履歴
posts-history-none = この言語版は未翻訳で、まだ変更履歴はありません。
posts-history-compare = 改訂{ $from }から改訂{ $to }への変更
posts-history-one = 改訂{ $n }
posts-history-list = すべての改訂
posts-history-from = 比較元
posts-history-to = 比較先
posts-history-show = 比較する
posts-history-revision = 改訂{ $n }
posts-history-first = 最初の原文
posts-history-meaning = 意味の変更
posts-history-wording = 表現のみの変更
posts-history-based-on = 原文の改訂{ $n }からの翻訳
posts-history-correct = この区分を訂正する
posts-history-correct-wording = この編集は表現のみの変更でした。以前の翻訳は最新の扱いになります。
posts-history-correct-meaning = この編集で意味が変わりました。以前の翻訳は要更新の扱いになります。
posts-history-correct-button = 訂正する
posts-translate = 翻訳する
posts-improve = 訳文を直す
posts-terms = 用語
posts-terms-heading = この投稿に出てくる用語
posts-terms-none = この投稿に用語集の用語はありません。
posts-request = 日本語で読みたい
posts-history-current = 表示中
posts-history-proposal = { $outcome ->
    [open] 修正案（採否待ち）
    [accepted] 修正案（採用）
   *[declined] 修正案（見送り）
}
posts-history-valid = 訳文がこのままで有効だと確認
posts-history-open = この訳文から始める
posts-held-word = 確認待ち
posts-held-means = この投稿はモデレーターの確認を待っています。それまでは、あなたとモデレーターにだけ表示されます。最初の投稿と、参加して間もない人が書いた、リンクを含む投稿が対象です。
posts-flag = 報告する
posts-quote = 引用
posts-quote-from = { $a }{ $name }さん（{ $n }番）{ $end }の言葉（{ $lang ->
    [fr] フランス語
    [en] 英語
   *[ja] 日本語
}）
posts-quote-gone = 引用元の投稿は読めなくなっています。
posts-quote-changed = 引用元の投稿は、その後編集されています。
posts-quote-in = { $lang ->
    [fr] この箇所をフランス語で読む
    [en] この箇所を英語で読む
   *[ja] この箇所を日本語で読む
}
posts-react = リアクションする
posts-reaction = { $kind ->
    [thanks] ありがとう
    [insight] なるほど
    [support] 応援します
   *[joy] うれしい
}
posts-people = メンションする相手の候補
posts-hints = 次の点を見直すと、翻訳しやすくなります。
posts-hints-means = 必須ではありません。このまま公開することもできます。
posts-hint = { $kind ->
    [sentence] { $lang ->
        [ja] { $length }文字の長い文があります：「{ $what }」。短く分けると訳しやすくなります。
       *[other] { $length }語の長い文があります：「{ $what }」。短く分けると訳しやすくなります。
    }
    [date] 「{ $what }」は、国によって日と月の順が違うため、別の日と受け取られることがあります。「4月3日」のように、月と日がはっきり分かる形で書いてください。
    [moment] 「{ $what }」は、翻訳が読まれるころには、いつのことか分からなくなるおそれがあります。具体的な日付を書いてください。
   *[letters] 「{ $what }」が略語の場合は、一度だけ、「NPO（民間の非営利団体）」のように、かっこで意味を補ってください。
  }
