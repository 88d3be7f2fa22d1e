letters-greeting = フォーラムからのお知らせです。
letters-greeting-name = { $name }さん、こんにちは。
letters-foot = このメールは{ $site }から送信されました。
letters-subject = { $kind ->
    [join-asked] { $site }への参加：メールアドレスの確認
    [known] { $site }にはすでにアカウントがあります
    [welcome] { $site }へようこそ
    [not-admitted] { $site }への参加申請について
    [invited] { $other }さんから{ $site }への招待
    [reset] { $site }の新しいパスワードの設定
    [password-changed] { $site }のパスワードが変更されました
    [confirm-address] { $site }の新しいメールアドレスの確認
    [subscription-asked] { $site }のダイジェストの購読を確認してください
    [subscribed] { $site }のダイジェストはすでに購読されています
   *[address-changed] { $site }のメールアドレスが変更されました
}
letters-says = { $kind ->
    [join-asked] このメールアドレスで{ $site }のアカウントが申請されました。ご本人でしたら、アドレスを確認してください。確認が済むと、ご自分の言語で読み書きできるようになります。
    [known] このメールアドレスでアカウントが申請されましたが、すでにアカウント「{ $name }」で使われています。パスワードをお忘れの場合は、新しいパスワードを設定できます。
    [welcome] 参加が承認されました。ユーザー名「{ $name }」でログインできます。
    [not-admitted] 参加の申請は、次の理由により承認されませんでした。
    [invited] { $other }さんが、{ $site }での話し合いにあなたを招待しています。フランス語、英語、日本語のうち、自分の言語で読み書きできるフォーラムです。
    [reset] アカウント「{ $name }」のパスワード再設定の依頼がありました。ご本人でしたら、下のリンクから新しいパスワードを設定してください。
    [password-changed] アカウント「{ $name }」のパスワードが変更されました。ほかの端末はすべてログアウトされ、プログラム用のキーも削除されました。
    [confirm-address] このメールアドレスを、アカウント「{ $name }」の新しいアドレスにします。このアドレスで受信できることを確認してください。
    [subscription-asked] このアドレスで{ $site }のダイジェストの購読が申し込まれました。フォーラムでの話し合いを、ご自分の言語でお届けします。ご本人の場合は、下のボタンで確認してください。
    [subscribed] このアドレスで{ $site }のダイジェストの購読が申し込まれましたが、すでに購読されています。設定は変わっていません。
   *[address-changed] アカウント「{ $name }」のメールアドレスは{ $other }に変更されました。このアドレスには今後何も届きません。
}
letters-action = { $kind ->
    [join-asked] アドレスを確認する
    [welcome] ログインする
    [invited] 招待を受ける
    [confirm-address] 新しいアドレスを確認する
    [acted] 内容を見る
    [acted-back] フォーラムで読む
    [subscription-asked] ダイジェストを購読する
    [subscribed] 購読の設定を見る
   *[other] 新しいパスワードを設定する
}
letters-small = { $kind ->
    [join-asked] このリンクの有効期間は48時間です。お心当たりがなければ、何もする必要はありません。アカウントは作られません。
    [known] お心当たりがなければ、何もする必要はありません。
    [welcome] フォーラムでお待ちしています。
    [not-admitted] 申請時の情報は削除しました。
    [invited] 招待の有効期間は14日間です。参加しない場合は、何もする必要はありません。メールアドレスは消去されます。
    [reset] このリンクの有効期間は30分で、一度だけ使えます。お心当たりがなければ、何もする必要はありません。パスワードは変わりません。
    [password-changed] お心当たりがなければ、すぐに新しいパスワードを設定してください。
    [confirm-address] このリンクの有効期間は48時間です。お心当たりがなければ、何もする必要はありません。アドレスは変わりません。
    [subscription-asked] このリンクの有効期間は7日間です。お心当たりがなければ、何もする必要はありません。ダイジェストは送られず、メールアドレスは消去されます。
    [subscribed] お心当たりがなければ、何もする必要はありません。
   *[address-changed] お心当たりがなければ、フォーラムの管理者にお知らせください。
    [acted] この対応には一度だけ返答できます。返答はモデレーターが読みます。
}
letters-acted-subject = { $subject ->
    [account] { $act ->
            [uphold] モデレーターの判断は変わりませんでした
            [suspend] { $site }のアカウントが停止されました
           *[unsuspend] { $site }のアカウントの停止が解除されました
        }
    [thread] { $act ->
            [uphold] モデレーターの判断は変わりませんでした
            [hide] スレッドが非表示になりました
            [lock] スレッドがロックされました
            [unlock] スレッドのロックが解除されました
            [merge] スレッドが別のスレッドに統合されました
            [move] スレッドの投稿が移動されました
            [split] スレッドの投稿が新しいスレッドに分かれました
            [undo] スレッド内の移動が取り消されました
           *[restore] スレッドが再び表示されました
        }
   *[post] { $act ->
            [uphold] モデレーターの判断は変わりませんでした
            [accept] 投稿が公開されました
            [hide] 投稿が非表示になりました
            [delete] 投稿が削除されました
            [edit] 投稿がモデレーターによって編集されました
           *[restore] 投稿が再び表示されました
        }
}
letters-acted-says = { $subject ->
    [account] { $act ->
            [uphold] { $site }のモデレーターが返答を確認しましたが、判断は変わりませんでした。理由：
            [suspend] { $until ->
                [never] { $site }のモデレーターが、あなたのアカウントを期限を定めずに停止しました。フォーラムを読むことと、ご自分のデータをダウンロードすることは引き続きできます。理由：
               *[other] { $site }のモデレーターが、あなたのアカウントを{ $until }まで停止しました。フォーラムを読むことと、ご自分のデータをダウンロードすることは引き続きできます。理由：
            }
           *[unsuspend] { $site }のモデレーターが、アカウントの停止を解除しました。理由：
        }
    [thread] { $act ->
            [uphold] { $site }のモデレーターが返答を確認しましたが、判断は変わりませんでした。理由：
           *[other] { $site }のモデレーターが、あなたが立てたスレッドについて対応しました。理由：
        }
   *[post] { $act ->
            [uphold] { $site }のモデレーターが返答を確認しましたが、判断は変わりませんでした。理由：
            [accept] お送りいただいた投稿を、{ $site }のモデレーターが公開しました。
           *[other] { $site }のモデレーターが、あなたの投稿について対応しました。理由：
        }
}
letters-acted-place = { $what ->
    [thread] { $by ->
            [day] { $day }に立てたスレッド
           *[title] スレッド「{ $title }」
        }
   *[post] { $by ->
            [day] { $day }の投稿
           *[title] スレッド「{ $title }」の{ $n }番の投稿
        }
}
letters-told-name = { $former ->
    [yes] 退会した参加者
   *[no] { $name }さん
}
letters-told = { $because ->
    [mentioned] { $name }があなたにメンションしました
    [quoted] { $name }があなたの投稿を引用しました
    [replied] { $name }から返信がありました
    [posted] { $name }がこのスレッドに投稿しました
    [opened] { $name }が新しいスレッドを立てました
    [reviewed] { $lang ->
            [fr] { $name }がフランス語版をレビューしました
            [en] { $name }が英語版をレビューしました
           *[ja] { $name }が日本語版をレビューしました
        }
    [returned] { $lang ->
            [fr] { $name }があなたのフランス語訳を差し戻しました
            [en] { $name }があなたの英語訳を差し戻しました
           *[ja] { $name }があなたの日本語訳を差し戻しました
        }
    [accepted] { $lang ->
            [fr] { $name }が、フランス語版へのあなたの修正案を採用しました
            [en] { $name }が、英語版へのあなたの修正案を採用しました
           *[ja] { $name }が、日本語版へのあなたの修正案を採用しました
        }
    [declined] { $lang ->
            [fr] { $name }が、フランス語版へのあなたの修正案を見送りました
            [en] { $name }が、英語版へのあなたの修正案を見送りました
           *[ja] { $name }が、日本語版へのあなたの修正案を見送りました
        }
    [contested] { $lang ->
            [fr] { $name }がフランス語版の訳文について問題を指摘しました
            [en] { $name }が英語版の訳文について問題を指摘しました
           *[ja] { $name }が日本語版の訳文について問題を指摘しました
        }
   *[settled] { $lang ->
            [fr] フランス語版への指摘について、{ $name }が対応を終えました
            [en] 英語版への指摘について、{ $name }が対応を終えました
           *[ja] 日本語版への指摘について、{ $name }が対応を終えました
        }
}
letters-told-subject = { $said }：{ $title }
letters-told-action = { $kind ->
    [reply] 返信する
    [read] スレッドで見る
   *[slot] 翻訳を開く
}
letters-told-why = { $every ->
    [yes] 「すべての投稿をすぐに」の設定のため、このメールをお送りしています。
   *[no] あなたに直接関わる内容のため、このメールをお送りしています。
}
letters-told-change = メールの設定を変更する
letters-told-stop = この種のメールを停止する
