accounts-login-title = ログイン
accounts-handle-or-email = ユーザー名またはメールアドレス
accounts-password = パスワード
accounts-password-hint = 10文字以上。互いに関係のない言葉をいくつか並べると安全です。
accounts-setup-title = フォーラムへようこそ
accounts-setup-means = まだ参加者はいません。最初の管理者を登録してください。登録が済むと、このページは使えなくなります。
accounts-setup-button = フォーラムを始める
accounts-handle = ユーザー名
accounts-handle-hint = 2〜32文字。文字（どの言語でも可）、数字、「-」「_」が使えます。この名前は公開され、ログインにも使います。
accounts-email = メールアドレス
accounts-your-language = 使う言語
accounts-settings-title = 設定
accounts-signed-in-as = { $handle }（{ $email }）でログイン中です。
accounts-saved-word = 保存しました。
accounts-saved = 新しい設定が有効になりました。
accounts-languages = 言語
accounts-reads = 読む言語
accounts-reads-hint = 優先順に選んでください。これらの言語の原文は、翻訳せずそのまま表示します。
accounts-reads-place = { $n }番目
accounts-reads-nothing = なし
accounts-writes = 書く言語
accounts-page = ページの言語
accounts-page-browser = ブラウザーの設定に従う
accounts-machine = 人による翻訳がないときは機械翻訳を表示する
accounts-zone = タイムゾーン
accounts-profile = 公開プロフィール
accounts-display-name = 表示名
accounts-organisation = 所属団体
accounts-territory = 地域
accounts-territory-hint = 市町村、地方、国など、ふだんの呼び方で書いてください。
accounts-save = 保存
accounts-role = { $role ->
    [participant] 参加者
    [moderator] モデレーター
   *[admin] 管理者
}
accounts-since = 参加した日
accounts-tokens = プログラム用のキー
accounts-tokens-mean = このキーを持つプログラムは、JSON APIを通じて本人の名前で読み書きできます。
accounts-token-new = 表示されるのは一度だけです。今すぐコピーしてください：
accounts-token-name = 用途
accounts-token-make = キーを作る
accounts-token-delete = 削除
accounts-profile-reads = 読む言語
accounts-profile-writes = 書く言語
accounts-reviews = レビューできる言語
accounts-rights = レビュー権限
accounts-rights-means = レビュー権限を持つ参加者は、その言語への訳文のうち、ほかの人が訳したものをレビューし、修正案の採否を決めます。権限の変更は操作記録に残ります。
accounts-rights-saved = レビュー権限を保存しました。
accounts-join-title = 参加する
accounts-join-means = アカウントを作ると、投稿や翻訳ができ、読む言語を選べます。登録したアドレスに確認のメールが届きます。
accounts-join-sent-title = メールをご確認ください
accounts-join-sent = 入力されたアドレスにメールを送りました。メールのリンク（有効期間48時間）から手続きを続けてください。届かない場合は、迷惑メールのフォルダーもご確認ください。
accounts-join-waits-title = アドレスを確認しました
accounts-join-waits = 申請の内容をモデレーターが確認します。結果はメールでお知らせします。
accounts-email-hint = 公開されません。
accounts-join-words = モデレーターへのひとこと
accounts-join-words-hint = 自己紹介や参加の理由など。モデレーターだけが読みます。
accounts-agree = 自分の投稿と翻訳が{ $terms }（{ $licence }）で公開されることに同意し、{ $privacy }を読みました。
accounts-agree-licence = フォーラムのライセンス
accounts-agree-privacy = 「プライバシーについて」
accounts-join-button = アカウントを作成する
accounts-join-login = アカウントをお持ちの方はログイン
accounts-confirm-title = メールアドレスの確認
accounts-confirm-means = 下のボタンを押して、アカウント「{ $handle }」のメールアドレスを確認してください。
accounts-confirm-button = 確認する
accounts-invitations = 招待
accounts-invitations-mean = 招待された人には、選んだ言語でメールが届きます。リンクの有効期間は14日間です。
accounts-invitations-saved = 完了しました。
accounts-invitation-lang = メールの言語
accounts-invite = 招待する
accounts-invitations-open = 返答待ちの招待
accounts-invitation-revoke = 取り消す
accounts-forgot-title = パスワードをお忘れの場合
accounts-forgot-means = ユーザー名かメールアドレスを入力してください。該当するアカウントがあれば、登録済みのアドレスにメールを送ります。
accounts-forgot-sent = 該当するアカウントがあれば、メールを送りました。リンクの有効期間は30分です。
accounts-forgot-button = メールを受け取る
accounts-reset-title = 新しいパスワード
accounts-reset-means = アカウント「{ $handle }」のパスワードを設定します。ほかの端末はログアウトされ、プログラム用のキーは削除されます。
accounts-reset-button = 保存してログインする
accounts-account-title = アカウントとセキュリティ
accounts-password-change = パスワードの変更
accounts-password-current = 現在のパスワード
accounts-password-new = 新しいパスワード
accounts-password-button = パスワードを変更する
accounts-address-change = メールアドレスの変更
accounts-address-new = 新しいメールアドレス
accounts-address-hint = 新しいアドレスに確認のメールを送ります。確認が済むまでは、現在のアドレスのままです。
accounts-address-ask = 確認メールを送る
accounts-address-title = 新しいアドレスの確認
accounts-address-means = { $email }を、アカウント「{ $handle }」のメールアドレスにします。
accounts-address-button = アドレスを確認する
accounts-sessions = ログイン中の端末
accounts-session-here = この端末
accounts-session-times = ログイン：{ $since }、最後の利用：{ $seen }
accounts-session-end = ログアウト
accounts-sessions-end = ほかの端末をすべてログアウト
accounts-device-unknown = 不明なブラウザー
accounts-security = セキュリティの記録
accounts-security-means = IPアドレスは7日後に一部を消し、記録は6か月後に消去します。
accounts-security-line = { $event ->
    [sign-in] ログイン：{ $device }、{ $network }
    [refused] パスワードの誤り：{ $device }、{ $network }
    [password] パスワードの変更：{ $device }、{ $network }
    [address] アドレスの変更：{ $device }、{ $network }
    [signed-out-elsewhere] 別の端末からのログアウト：{ $device }、{ $network }
    [export] データのダウンロード：{ $device }、{ $network }
   *[token] プログラム用のキーの作成：{ $device }、{ $network }
}
accounts-done = { $what ->
    [password] パスワードを変更しました。ほかの端末をログアウトし、プログラム用のキーを削除しました。
    [address] 新しいアドレスに確認のメールを送りました。
    [confirmed] 新しいアドレスを確認しました。
   *[sessions] ログアウトしました。
}
accounts-welcome-word = ようこそ
accounts-welcome = まず、読む言語と書く言語を設定してください。フォーラム全体がそれに合わせて表示されます。
accounts-data-title = あなたのデータ
accounts-data-means = フォーラムが保存しているあなたのデータは、いつでも閲覧、ダウンロード、削除ができます。
accounts-export = 閲覧・ダウンロード
accounts-export-means = あなたに関するすべてのデータ（文章とその履歴を含む）を、ページまたはJSONで取得できます。
accounts-export-page = 閲覧する
accounts-export-json = JSONでダウンロード
accounts-export-title = フォーラムが保存しているあなたのデータ
accounts-export-section = { $section ->
    [account] アカウント
    [consents] 同意した内容
    [sessions] ログイン中の端末
    [security] セキュリティの記録
    [keys] プログラム用のキー
    [posts] 投稿
    [texts] 文章と翻訳
    [drafts] 下書き
    [translating] レビューと指摘
    [requests] 翻訳のリクエスト
    [reports] 報告
    [decisions] モデレーターの対応
    [answers] モデレーターへの返答
    [notices] 通知
    [following] フォロー中・ミュート中のもの
    [reactions] リアクション
    [positions] 立場
    [communities] 言語コミュニティ
    [statements] 見解
    [objections] 異議
    [experiences] 事例に挙げた投稿
    [reading] どこまで読んだか
   *[letters] メール
}
accounts-export-field = { $field ->
    [handle] ユーザー名
    [email] メールアドレス
    [display_name] 表示名
    [organisation] 所属
    [territory] 地域
    [role] 役割
    [reads] 読む言語
    [writes] 書く言語
    [page] ページの言語
    [time_zone] タイムゾーン
    [machine_text] 機械翻訳
    [reviews] レビューできる言語
    [created_at] 作成日時
    [confirmed_at] 信頼された日時
    [suspended_until] 停止の期限
    [wording] 文面
    [pages] ページと版
    [lang] 言語
    [at] 日時
    [device] ブラウザーとシステム
    [seen_at] 最後の利用
    [event] 出来事
    [network] ネットワーク
    [name] 名前
    [post] 投稿番号
    [thread] スレッド番号
    [text] 文章番号
    [state] 状態
    [kind] 種類
    [revision] 版
    [title] タイトル
    [body] 本文
    [note] メモ
    [saved_at] 保存日時
    [act] 操作
    [passage] 箇所
    [reason] 理由
    [words] あなたの言葉
    [subject] 対象
    [read_to] 既読の日時
    [level] 設定
    [number] 番号
    [place] 場所
    [decision] 対応番号
    [sent_at] 送信日時
   *[other] { $field }
}
accounts-erase = アカウントの削除
accounts-erase-means = 名前、メールアドレス、設定、ログイン情報は、直ちに完全に消去されます。元に戻すことはできません。
accounts-contributions = あなたの投稿と翻訳
accounts-keep = 名前を消して残す
accounts-keep-means = 話し合いの流れが保たれます。あなたの文章には「元参加者」と表示されます。
accounts-remove = 投稿も取り下げる
accounts-remove-means = 投稿と翻訳、投稿から作られた翻訳が消えます。返信がある場所には、削除されたことを示す表示が残ります。
accounts-erase-sure = 元に戻せないことを理解しました。
accounts-erase-button = アカウントを削除する
accounts-erased-title = アカウントを削除しました
accounts-erased-kept = 個人情報を消去しました。投稿は名前なしで残ります。これまでのご参加、ありがとうございました。
accounts-erased-removed = 個人情報と投稿を消去しました。
accounts-role-field = 役割
accounts-confirm-password = 登録時に設定したパスワード
accounts-join-ask = アカウントを申請する
accounts-password-ends = パスワードを変更すると、ほかの端末はログアウトされ、プログラム用のキーは削除されます。
accounts-export-yes = { $yes ->
    [true] はい
   *[false] いいえ
}
accounts-comfort = 表示と操作
accounts-size = 文字の大きさ
accounts-size-of = { $size ->
    [normal] 標準
    [large] 大
   *[larger] 特大
}
accounts-view = 返信の並べ方
accounts-colours = 配色
accounts-colours-of = { $colours ->
    [system] 端末の設定に合わせる
    [light] ライト
   *[dark] ダーク
}
accounts-shortcuts = キーボードショートカットを使う（「?」で一覧を表示）
