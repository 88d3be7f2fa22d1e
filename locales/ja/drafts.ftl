drafts-title = 下書き
drafts-lede = 書きかけの文章です。どの端末からでも同じものが開けます。ほかの人には見えません。
drafts-none = 下書きはありません。
drafts-what = { $kind ->
    [new] 新しいスレッド
    [reply] 返信
   *[edit] 編集
}
drafts-untitled = 無題
drafts-nowhere = 読めなくなったスレッド
drafts-words = 本文を見る
drafts-discard = この下書きを削除する
drafts-keep = 下書きを保存する
drafts-kept-word = 下書きがあります。
drafts-kept-means = { $time }に保存したものです。
drafts-other-word = 別の下書きが保存されています。
drafts-other-means = 別の端末またはウィンドウで保存された下書きを、下に表示しています。いま入力した内容はフォームに残っています。保存すると、下の下書きはフォームの内容で上書きされます。
drafts-saved = 下書きを保存しました。
drafts-failed = 下書きを保存できませんでした。入力した内容はこの画面に残っています。
drafts-elsewhere = 別の端末またはウィンドウで、別の下書きが保存されました。「下書きを保存する」を押すと、両方を確認できます。
