moderation-thread-title = スレッドの管理
moderation-post-title = { $n }番の投稿の管理
moderation-what = 操作
moderation-thread-act = { $act ->
    [lock] ロックする
    [unlock] ロックを解除する
    [pin] ピン留めする
    [unpin] ピン留めを外す
    [hide] 非表示にする
   *[restore] 元に戻す
}
moderation-thread-effect = { $act ->
    [lock] 新しい返信はできなくなります。これまでの投稿は読めます。
    [unlock] ふたたび返信できるようになります。
    [pin] ホームと一覧の先頭に表示されます。
    [unpin] 時間順の位置に戻ります。
    [hide] スレッド全体が、モデレーター以外には表示されなくなります。
   *[restore] 非表示にしたものだけが、ふたたび読めるようになります。
}
moderation-post-act = { $act ->
    [accept] 公開する
    [hide] 非表示にする
    [delete] 削除する
   *[restore] 元に戻す
}
moderation-post-effect = { $act ->
    [accept] すぐに全員に表示されます。
    [hide] 投稿の代わりに理由が表示され、返信はそのまま残ります。
    [delete] 投稿は消えます。返信がある場合だけ、削除されたことが表示されます。モデレーターが元に戻すこともできます。
   *[restore] 取り除いたものだけが、ふたたび読めるようになります。
}
moderation-reason-hint = 相手に表示されます。公開の記録にも残ることがあるため、人の名前は書かないでください。
moderation-do = 実行する
moderation-cancel = やめる
moderation-log = 操作記録
moderation-log-act = { $act ->
    [lock] ロック
    [unlock] ロック解除
    [pin] ピン留め
    [unpin] ピン留め解除
    [hide] 非表示
    [delete] 削除
    [restore] 復元
    [accept] 公開
    [dismiss] 報告を問題なしと判断
    [uphold] 判断の変更なし
    [settle] 訳文への指摘への対応
    [move] 投稿を移動
    [split] 投稿を新しいスレッドに分割
    [merge] 別のスレッドに統合
    [undo] 移動の取り消し
    [suspend] { $until ->
            [never] 停止（期限なし）
           *[other] { $until }まで停止
        }
    [unsuspend] 停止の解除
    [confirm] 信頼
    [unconfirm] 信頼の取り消し
    [decline] 参加申請の不承認
    [invite] 招待の送信
    [revoke] 招待の取り消し
    [role] 役割の変更
    [theme-add] テーマの追加
    [theme-merge] 別のテーマへの統合
    [theme-place] 並び順の変更
    [theme-rename] 名前または説明の変更
    [theme-restore] 使用の再開
    [theme-retire] 使用の終了
    [theme-unmerge] 統合の取り消し
    [stage-illustrate] 「事例共有」の段階に移行
    [stage-debate] 「討議」の段階に移行
    [stage-propose] 「提案」の段階に移行
    [stage-closed] 「終了」の段階に移行
    [stage-plan] 段階の最終日を変更
    [statement-accept] 見解を採用
    [statement-merge] 見解をほかの見解に統合
    [statement-decline] 見解を見送り
    [statement-same] 同じ内容の見解を結びつけ
    [statement-not-same] 見解の結びつきを解除
    [statement-checked] 見解の翻訳を確認
    [synthesis] 取りまとめを開始
    [community] 言語コミュニティを訂正
    [room] 会場の意見を記録
    [room-strike] 会場の記録を取り消し
    [declare-consensus] 合意を宣言
    [declare-partial] 部分的合意を宣言
    [declare-no-consensus] 合意なしと宣言
   *[edit] 編集
}
moderation-own-title = 自分の投稿（{ $n }番）の削除
moderation-title = モデレーション
moderation-kinds = 対応待ち
moderation-kind = { $kind ->
    [flag] 報告（{ $count }）
    [held] 確認待ちの投稿（{ $count }）
    [answer] 返答（{ $count }）
    [join] 参加申請（{ $count }）
   *[all] すべて（{ $count }）
}
moderation-case-kind = { $kind ->
    [flag] 報告あり
    [held] 確認待ち
    [answer] 判断への返答
   *[join] 参加申請
}
moderation-case-title = { $kind ->
    [flag] 報告された投稿
    [held] 確認待ちの投稿
    [answer] 判断への返答
   *[join] 参加申請
}
moderation-case-about = { $n ->
    [0] { $time }
    [1] スレッドの最初の投稿、{ $name }さん（{ $time }）
   *[other] { $n }番の投稿、{ $name }さん（{ $time }）
}
moderation-flags = 報告{ $count }件
moderation-flag-kind = { $kind ->
    [spam] 宣伝や迷惑投稿
    [hurtful] 人を傷つける、脅す内容
    [off-topic] 話題から外れている
    [private] 個人情報が含まれている
    [illegal] 法律に反する
   *[other] そのほか
}
moderation-flag-title = { $n }番の投稿を報告する
moderation-flag-means = 報告を読むのはモデレーターだけです。誰が報告したかは、投稿した人に知らされません。
moderation-flag-what = 問題の種類
moderation-flag-words = 補足
moderation-flag-words-hint = 「そのほか」の場合は必ず入力してください。
moderation-flag-send = 報告する
moderation-flag-sent-word = 受け付けました。
moderation-flag-sent = モデレーターが確認します。確認が済むと通知でお知らせします。
moderation-nothing = 対応待ちのものはありません。
moderation-more = 次へ
moderation-done-word = 対応しました。
moderation-done = 関係する人に知らせました。
moderation-decide = 対応
moderation-decision = { $decision ->
    [dismiss] 問題なし
    [hide] 非表示にする
    [delete] 削除する
    [accept] 公開する
    [uphold] 判断を変えない
    [undo] 判断を取り消す
    [admit] 承認する
   *[decline] 承認しない
}
moderation-decision-effect = { $decision ->
    [dismiss] 投稿はそのまま残ります。
    [hide] 投稿の場所に、理由を添えた表示が残ります。返信も残ります。
    [delete] 投稿は表示されなくなります。モデレーターは元に戻せます。
    [accept] すぐに全員に表示されます。
    [uphold] 理由とともに本人に知らせます。
    [undo] この判断だけが取り消され、前の状態に戻ります。
    [admit] 本人にメールが届き、ログインできるようになります。
   *[decline] 本人に理由を添えたメールが届き、申請の情報は消去されます。
}
moderation-settled = { $decision ->
    [dismiss] { $name }さんが「問題なし」と判断しました（{ $time }）。
    [hide] { $name }さんが非表示にしました（{ $time }）。
    [delete] { $name }さんが削除しました（{ $time }）。
    [accept] { $name }さんが公開しました（{ $time }）。
    [uphold] { $name }さんが判断を変えませんでした（{ $time }）。
    [undo] { $name }さんが判断を取り消しました（{ $time }）。
    [admit] { $name }さんが承認しました（{ $time }）。
   *[decline] { $name }さんが承認を見送りました（{ $time }）。
}
moderation-person-posts = 公開された投稿{ $count }件
moderation-person-since = 登録日：{ $day }
moderation-person-past = { $count ->
    [0] これまでに取り除かれた投稿なし
   *[other] これまでに取り除かれた投稿{ $count }件
}
moderation-person-suspended = { $until ->
    [never] 停止中（期限なし）
   *[other] { $until }まで停止中
}
moderation-person = 停止・信頼・メモ
moderation-person-untouchable = このアカウントに対応できるのは管理者だけです。
moderation-profile = プロフィールを見る
moderation-account-act = { $act ->
    [suspend] 停止する
    [unsuspend] 停止を解除する
    [confirm] 信頼する
   *[unconfirm] 信頼を取り消す
}
moderation-account-effect = { $act ->
    [suspend] 書き込みが一切できなくなります。閲覧とデータのダウンロードはできます。
    [unsuspend] 再び書き込めるようになります。
    [confirm] 投稿が確認なしで公開されるようになります。
   *[unconfirm] 参加して間もない人と同じ確認が、再び適用されます。
}
moderation-term = 停止の期間
moderation-days = { $count }日間
moderation-no-end = 期限なし
moderation-notes = モデレーターのメモ
moderation-note = メモを追加
moderation-note-hint = モデレーターだけが読みます。
moderation-note-add = 追加する
moderation-canned = 定型文
moderation-canned-hint = 読む人の言語で表示され、その後に下の文が続きます。
moderation-canned-none = なし
moderation-answers = 定型文
moderation-answers-mean = よく使う理由を三つの言語で用意しておけます。相手には、その人の言語で表示されます。
moderation-answers-none = まだありません。
moderation-answer-retired = 現在は使われていません。
moderation-answer-retire = 使わないようにする
moderation-answer-offer = 再び使えるようにする
moderation-answer-new = 新しい定型文
moderation-answer-name = 一覧での名前
moderation-answer-body = 本文
moderation-answer-add = 追加する
moderation-relocate = 移動・分割・統合
moderation-relocate-means = 投稿のアドレスは変わらず、返信も一緒に移ります。双方にリンクが残り、すべて取り消せます。
moderation-relocation = { $kind ->
    [move] 投稿を別のスレッドに移す
    [split] 投稿を新しいスレッドに分ける
   *[merge] このスレッド全体を別のスレッドに統合する
}
moderation-relocation-effect = { $kind ->
    [move] 投稿の番号と移動先のスレッドを指定します。
    [split] 投稿の番号を指定し、タイトルと最初の投稿を書きます。
   *[merge] 統合先のスレッドを指定します。このスレッドのアドレスは統合先につながります。
}
moderation-numbers = 投稿の番号
moderation-numbers-hint = 例：「3, 7-9」。返信も一緒に移ります。
moderation-to = 移動先のスレッド
moderation-to-hint = 番号かアドレス
moderation-split-new = 新しいスレッド
moderation-split-body = ここからの投稿は、スレッド「[{ $title }]({ $href })」から移したものです。
moderation-relocated = 移動の履歴
moderation-undo = 取り消す
moderation-public-log = モデレーションの記録
moderation-log-means = モデレーターの対応とその理由を公開しています。対応を受けた人の名前は載せていません。
moderation-log-closed = この記録はモデレーターにだけ表示されます。
moderation-log-none = まだ記録はありません。
moderation-log-subject = { $subject ->
    [post] （投稿）
    [thread] （スレッド）
    [account] （アカウント）
    [theme] （テーマ）
   *[text] （翻訳）
}
moderation-answer-words = 本人の返答
moderation-decision-title = モデレーターの判断
moderation-answer-yours = あなたの返答
moderation-answer = 返答する
moderation-answer-means = 一度だけ返答できます。モデレーターが読み、対応を取り消すこともあります。
moderation-answer-field = 返答の内容
moderation-answer-send = モデレーターに送る
moderation-answer-came = { $decision ->
    [open] モデレーターはまだ読んでいません。
    [undo] モデレーターは判断を取り消しました。
   *[uphold] モデレーターは判断を変えませんでした。
}
moderation-person-saved = 変更を反映しました。
moderation-decision-see = { $what ->
    [thread] スレッドを見る
   *[post] 投稿を見る
}
