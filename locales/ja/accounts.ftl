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
