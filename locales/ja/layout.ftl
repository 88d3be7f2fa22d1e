layout-skip = 本文へ移動
layout-menu = メインメニュー
layout-threads = スレッド
layout-themes = テーマ
layout-new-thread = スレッドを立てる
layout-languages = このページの言語
layout-today = { $day }（第{ $week }週）
layout-settings = 設定
layout-sign-in = ログイン
layout-sign-out = ログアウト
layout-licence = 投稿は{ $licence }のライセンスで公開されます。どの文章も三つの言語に訳すことができ、原文はいつも元の場所に残ります。
layout-pages = ページ
layout-page = ページ
layout-suspended-word = アカウント停止中
layout-suspended-means = フォーラムの閲覧と、ご自分のデータのダウンロードはできます。理由は通知に記載されており、そこから返答できます。
layout-privacy = プライバシー
layout-keys = キーボードショートカット
layout-key = { $key ->
    [j] 次の投稿
    [k] 前の投稿
    [n] 次の未読投稿
    [r] 返信
    [q] 引用
    [o] 原文と翻訳の切り替え
    [slash] 検索
   *[question] この一覧
}
layout-keys-off = ショートカットを無効にする
layout-close = 閉じる
