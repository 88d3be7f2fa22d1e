themes-title = テーマ
themes-lede = 三つの言語に共通のテーマ一覧です。どのスレッドにも1〜5個のテーマが付いています。
themes-theme = テーマ
themes-total = スレッド数
themes-threads = { $count ->
    [0] スレッドなし
   *[other] スレッド{ $count }件
}
themes-by-lang = 原文の言語別：フランス語{ $fr }件、英語{ $en }件、日本語{ $ja }件
themes-counts-mean = スレッド数は、原文の言語別に数えています。
themes-retired = 使用を終了したテーマです。新しく選ぶことはできません。
themes-followers = { $count ->
    [0] このテーマをフォローしている人はまだいません。
   *[other] { $count }人がこのテーマをフォローしています。
}
themes-curate-of = テーマ「{ $name }」の管理
themes-curate = このテーマを管理する
themes-back = テーマに戻る
themes-slug-stays = このアドレスは変わりません。
themes-merged-word = 統合済みです。
themes-merged-means = このテーマのスレッドとフォローしている人は「{ $name }」に移りました。アドレスもそこへつながります。
themes-unmerge = 統合を取り消す
themes-unmerge-means = 移動したものだけが、このテーマに戻ります。
themes-rename = 名前と説明
themes-rename-means = ほかの二つの言語は翻訳画面で編集します。
themes-name = 名前
themes-description = 説明
themes-place = 一覧での位置
themes-axis = 分類
themes-place-no = 分類の中での順番
themes-place-button = 移動する
themes-merge = 別のテーマに統合する
themes-merge-means = スレッドとフォローしている人は統合先のテーマに移り、アドレスも以後そこへつながります。
themes-merge-into = 統合先
themes-merge-choose = テーマを選択
themes-merge-button = 統合する
themes-retire = このテーマの使用を終了する
themes-restore = このテーマの使用を再開する
themes-retire-means = 使用を終了したテーマは、既存のスレッドには残りますが、新しく選べなくなります。
themes-log = これまでの変更
themes-new = 新しいテーマ
themes-slug = アドレス
themes-slug-hint = 半角の英小文字、数字、ハイフンだけで書きます。あとから変更できません。
themes-add = テーマを追加する
themes-figures = 数字で見るこのテーマ
themes-figures-at = { $time }に集計
themes-weeks = { $lang ->
    [fr] フランス語で書かれた投稿：過去半年間で{ $count }件
    [en] 英語で書かれた投稿：過去半年間で{ $count }件
   *[ja] 日本語で書かれた投稿：過去半年間で{ $count }件
  }
themes-weeks-table = 週ごとの件数を表で見る
themes-week = 週の初日（月曜日）
