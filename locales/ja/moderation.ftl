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
    [hide] 非表示にする
    [delete] 削除する
   *[restore] 元に戻す
}
moderation-post-effect = { $act ->
    [hide] 投稿の代わりに理由が表示され、返信はそのまま残ります。
    [delete] 投稿は消えます。返信がある場合だけ、削除されたことが表示されます。モデレーターが元に戻すこともできます。
   *[restore] 取り除いたものだけが、ふたたび読めるようになります。
}
moderation-reason-hint = 取り除いたものの代わりに表示され、操作記録に残ります。
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
   *[edit] 編集
}
moderation-own-title = 自分の投稿（{ $n }番）の削除
