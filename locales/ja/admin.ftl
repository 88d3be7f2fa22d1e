admin-title = 管理
admin-health = 状態
admin-people = 利用者
admin-mail = メール
admin-look = 要確認
admin-check = { $what ->
    [version] バージョン
    [database] データベース
    [counts] 集計
    [people] 利用者
    [mail] メール
   *[clean-up] 最後の整理
}
admin-counts-right = 数え直した結果と一致
admin-counts-wrong = 数え直した結果と不一致
admin-people-count = { $count }アカウント
admin-never = まだ行われていません
admin-mail-standing = 送信待ち{ $queued }通、送信断念{ $failed }通、結果不明{ $unsure }通、送信済み{ $sent }通。
admin-mail-paused = 送信は一時停止中です。メールは保留されています。
admin-mail-pause = 送信を一時停止する
admin-mail-resume = 送信を再開する
admin-mail-retry = すぐに再送する
admin-mail-which = { $which ->
    [queued] 送信待ち（{ $count }）
    [failed] 送信断念（{ $count }）
    [unsure] 結果不明（{ $count }）
    [stopped] 停止中の宛先（{ $count }）
   *[sent] 送信済み（{ $count }）
  }
admin-mail-none = ありません。
admin-attempts = 試行{ $count }回
admin-letter = { $kind ->
    [join-asked] 参加の確認
    [known] 登録済みの連絡
    [welcome] ようこそ
    [not-admitted] 参加の不承認
    [invited] 招待
    [reset-asked] パスワード再設定の依頼
    [reset] 新しいパスワード
    [password-changed] パスワードの変更
    [confirm-address] アドレスの確認
    [address-changed] アドレスの変更
    [subscription-asked] ダイジェストの申し込み
    [subscribed] ダイジェスト購読済みの連絡
    [post] 投稿（即時）
    [review] レビュー（即時）
    [digest] 週刊・日刊ダイジェスト
   *[acted] モデレーターの対応
}
admin-settings = 設定
admin-settings-mean = trialogue.tomlまたは環境変数で変更します。パスワードは表示されません。
admin-key = キー
admin-value = 値
admin-from = 設定元
admin-source = { $source ->
    [file] ファイル
    [environment] 環境変数
   *[preset] 既定値
}
admin-search = 名前・ユーザー名・アドレス
admin-search-button = 検索
admin-nobody = 該当する人はいません。
admin-state = { $state ->
    [suspended] 停止中
    [confirmed] 信頼済み
   *[new] 新規
}
admin-mail-stopped = 三通が配達不能で戻った宛先です。本人が求めたもののほかは、何も送りません。
admin-mail-again = { $address } にもう一度送る
admin-letters = 送信メール一覧
admin-letters-mean = このフォーラムが送るすべてのメールを、三つの言語で、いま送る場合のとおりに表示します。リンクは見本です。
admin-letters-text = テキスト版
admin-letters-none = まだお伝えする内容がありません。
