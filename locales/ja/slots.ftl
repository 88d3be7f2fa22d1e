slots-title = { $lang ->
    [fr] フランス語に翻訳
    [en] 英語に翻訳
   *[ja] 日本語に翻訳
}
slots-back = 元のページで読む
slots-reply-no = 返信{ $n }番
slots-source-head = 原文、改訂{ $n }
slots-source-no = 原文{ $no }
slots-target-no = 訳文{ $no }
slots-kind = { $kind ->
    [title] タイトル
    [heading] 見出し
    [list] 箇条書き
    [table] 表
    [code] コード
    [quote] 引用
    [footnote] 脚注
    [rule] 区切り線
   *[paragraph] 段落
}
slots-whole-text = 本文全体
slots-block-empty = 未翻訳
slots-block-fresh = 最新
slots-block-unsaved = 未保存
slots-block-outdated = { $old }要更新{ $end }
slots-still-valid = 訳文はこのままで有効
slots-still-valid-block = { $no }番はこのままで有効：{ $words }
slots-todo-empty = { $blocks }か所が未翻訳です。約{ $minutes }分。
slots-todo-machine = この機械翻訳はまだ誰も確認していません。直して保存してください。約{ $minutes }分。
slots-todo-moved = { $old }翻訳の後に原文が変更されています{ $end }。削除または移動された箇所があります。両方を見比べてください。
slots-todo-outdated = { $old }翻訳の後に原文が変更されています。{ $end }{ $blocks }か所のうち{ $count }か所が要更新です。約{ $minutes }分。
slots-todo-review = レビュー待ちです。約{ $minutes }分。
slots-todo-nothing = レビュー済みで、最新の訳文です。
slots-claim-none = 担当者はいません。
slots-claim-mine = { $until }まで自分が担当しています。
slots-claim-other = { $name }さんが{ $until }まで担当中です。
slots-claim-act = { $act ->
    [release] 担当をやめる
   *[claim] 担当する
}
slots-around = 返信先の投稿
slots-done-word = 完了しました。
slots-done = { $done ->
    [save] 訳文を公開しました。
    [proposed] 修正案を提出しました。採用されるまで、読者にはレビュー済みの訳文が表示されます。
    [draft] 下書きを保存しました。ほかの人には見えません。
    [discard] 下書きを削除しました。
    [valid] 訳文がこのままで有効だと確認しました。
    [review] レビュー済みにしました。
    [return] コメントを付けて差し戻しました。
    [decline] 修正案は見送りになりました。
    [accept] 修正案を採用しました。
    [claim] 担当になりました。期限は72時間後で、保存するたびに延長されます。
    [release] 担当をやめました。
    [clear] 訳文を消去しました。これまでの改訂は残っています。
    [restore] 消去した訳文を元に戻しました。
    [settle] 指摘への対応を終えました。
   *[contest] 訳文への指摘を受け付けました。
}
slots-draft-word = 下書きを復元しました。
slots-draft-kept = { $time }に保存したもので、まだ公開されていません。
slots-discard = 下書きを削除する
slots-source-moved-word = 原文が変更されました
slots-source-moved = 作業を始めた時点の改訂を表示しています。保存すると変更点が表示されます。
slots-source-changes = 変更点を見る
slots-save = 保存する
slots-save-anyway = このまま保存する
slots-save-draft = 下書きを保存する
slots-valid = すべて有効と確認する
slots-propose = 修正案を出す
slots-propose-means = レビュー済みの訳文です。変更は修正案としてレビューに回ります。
slots-save-means = 保存すると公開され、訳者として名前が表示されます。
slots-autosaved = 下書きを保存しました。
slots-autosave-failed = 下書きを保存できませんでした。入力した文章はこのページに残っています。
slots-next = 次の文章
slots-way-whole = 全文をまとめて書く
slots-way-blocks = 段落ごとに書く
slots-unpaired = 段落の数や種類が異なるため、全文を並べて表示しています。
slots-keys = キー操作：Ctrl + Enterで保存、Alt + ↓ と Alt + ↑ で作業が必要な前後の箇所に移動します。
slots-avoid = 使わない訳：
slots-note = 補足
slots-warn-avoid = 「{ $found }」は避け、「{ $preferred }」を使います。
slots-warn-link = 訳文にないリンク：{ $what }
slots-warn-image = 訳文にない画像：{ $what }
slots-warn-code = 訳文にないコード：{ $what }
slots-warn-mention = 訳文にないメンション：{ $what }
slots-warn-number = 訳文にない数：{ $what }
slots-remark-word = { $kind ->
    [propose] 修正案
    [contest] 指摘あり
   *[return] 差し戻し
}
slots-remark-propose = { $name }さんからの修正案（{ $time }）
slots-remark-contest = { $name }さんからの指摘（{ $time }）
slots-remark-return = { $name }さんが差し戻しました（{ $time }）。
slots-proposal-only-confirms = 文面は変わりません。このままで有効だと確認するものです。
slots-proposal-older = この修正案は、現在表示されている改訂より前のものから作られています。
slots-accept = 採用する
slots-decline = 理由を付けて見送る
slots-withdraw = 修正案を取り下げる
slots-open-proposal = 翻訳画面で開く
slots-reason-below = 理由を書く
slots-settle = 回答して対応を終える
slots-judge = レビューと判断
slots-review-means = 保存されている訳文をレビューします。
slots-review-own = これは自分の訳文です。自分でレビューする場合は、その理由を書いてください。
slots-reason = 理由・コメント・回答
slots-reason-hint = 差し戻し、見送り、消去、復元、対応の終了に必要です。相手に表示されます。
slots-review = レビュー済みにする
slots-return = コメントを付けて差し戻す
slots-clear = 訳文を消去する
slots-restore = 消去した訳文を元に戻す
slots-conflict = 作業中に{ $name }さんが別の改訂を保存しました。両方の文章が残っています。入力した文章はフォームにあります。必要な箇所を取り入れてから保存してください。
slots-conflict-both = 二つの訳文
slots-conflict-theirs = 保存済みの訳文（改訂{ $n }）
slots-conflict-changes = 保存済みの訳文との違い
slots-more = 訳すときの手がかり
slots-history = この言語版の変更履歴
slots-contest = 訳文の問題を指摘する
slots-ask-author = { $name }さんにスレッドで質問する
slots-original-title = 原文
slots-original-word = 原文
slots-original-means = この言語は原文の言語です。翻訳するのではなく、原文を編集してください。翻訳する場合は、上で別の言語を選んでください。
slots-translation = 訳文
slots-contest-title = 訳文の問題を指摘する
slots-contest-means = 訳文の意味が原文と違うと思われる箇所を教えてください。モデレーターが対応を終えるまで、その箇所に印が付きます。
slots-contest-passage = 該当する言葉
slots-contest-passage-hint = 上の訳文からそのまま写してください。
slots-contest-reason = 理由
slots-contest-reason-hint = 原文の意味を書いてください。どの言語でも構いません。
slots-contest-send = 指摘する
slots-target-head = { $state }、改訂{ $n }
slots-draft-first = 別の改訂を開くには、先に公開するか削除してください。
slots-moved-meanwhile = その間に訳文が変わりました。最新の改訂を表示しています。確認してから判断してください。
