consensus-menu = 合意形成
consensus-open = 合意形成スレッドを立てる
consensus-board = 合意形成スレッド
consensus-board-lede = それぞれの話し合いの進み具合、残りの日数、残っていること、対応してほしいことを示します。ここでは、すべての言語コミュニティで成り立つものだけを合意とします。
consensus-board-none = 合意形成スレッドはまだありません。
consensus-board-closed = 終了
consensus-board-statements = 見解：
consensus-board-verdict = { $verdict ->
    [consensus] 合意 { $count }件
    [partial] 部分的合意 { $count }件
    [divided] 意見の相違 { $count }件
    [needs-voices] 意見待ち { $count }件
    [translation-blocked] 翻訳の確認待ち { $count }件
   *[open] 議論中 { $count }件
}
consensus-board-missing-heading = 残っていること：
consensus-board-missing = { $what ->
    [settle] 扱いの決まっていない見解 { $count }件
    [answers] 回答のない異議 { $count }件
    [slots] 見解の翻訳 { $count }件
   *[synthesis] 取りまとめ
}
consensus-board-ask = { $what ->
    [position] 立場をまだ表明していない見解が{ $count }件あります
    [settle] 自分の異議{ $count }件に回答がありました。取り下げるか維持するかを決めてください
    [answer] 回答を待っている異議が{ $count }件あります
   *[check] 翻訳の確認を待っている見解が{ $count }件あります
}
consensus-page-title = 見解と立場：{ $title }
consensus-stage = { $stage ->
    [illustrate] 事例共有
    [debate] 討議
    [propose] 提案
   *[closed] 終了
}
consensus-stage-dates = { $what ->
    [past] { $from }から{ $to }まで
   *[now] { $from }から
}
consensus-stage-left = { $what ->
    [over] { $day }までの予定でしたが、その日を過ぎました
   *[left] { $day }まで、{ $days ->
        [0] 今日が最終日
       *[other] あと{ $days }日
    }
}
consensus-stage-title = 段階
consensus-stage-to = 移す先の段階
consensus-stage-forward = 次の段階へ。終える段階の要約を添えます。
consensus-stage-back = 前の段階へ。誰でも読める理由を添えます。
consensus-stage-reason = 前の段階に戻す理由
consensus-stage-ends = 段階の最終日（予定）
consensus-stage-ends-hint = 自分のタイムゾーンでの日付です。その日になっても、自動では何も起きません。
consensus-stage-pass = 段階を移す
consensus-stage-plan = 日付だけを変える
consensus-summary = 段階の要約
consensus-summary-of = { $stage ->
    [illustrate] 「事例共有」段階の要約
    [debate] 「討議」段階の要約
    [propose] 「提案」段階の要約
   *[closed] 「終了」段階の要約
}
consensus-summary-hint = この段階で得られたことを、一つの言語で書きます。ほかの二つの言語は翻訳を待ちますが、進行は妨げません。
consensus-locked-means = このスレッドには、返信も立場の表明もできません。
consensus-declared-word = 公表済み：
consensus-carries = 引き継ぎ元：
consensus-tab-discussion = { $count ->
    [0] 話し合い
   *[other] 話し合い（返信{ $count }件）
}
consensus-tab-statements = 見解と立場
consensus-experiences = ここで大切な事例
consensus-experiences-mean = これまでの試みを伝える投稿です。フォーラムのどこからでも挙げられます。
consensus-experience = { $n }番の投稿（{ $name }さん）
consensus-experience-post = 投稿のアドレス
consensus-experience-hint = アドレスは、各投稿の下にある「リンク」で分かります。
consensus-experience-point = この投稿を事例に挙げる
consensus-experience-remove = 外す
consensus-none = { $stage ->
    [illustrate] 見解はまだありません。「討議」の段階で出されます。
   *[other] 見解はまだありません。
}
consensus-propose = 見解を出す
consensus-propose-hint = 一つの考えを、一文か二文で。話し合いの投稿の下にある「この投稿から見解を出す」から始めることもできます。
consensus-propose-title = 見解を出す
consensus-propose-means = 見解とは、参加者がそれぞれ立場を表明する対象となる短い文です。一つのことだけを、訳しやすい言葉で書いてください。採用するか、ほかの見解に統合するか、見送るかは、モデレーターが決め、誰でも読める理由を添えます。
consensus-propose-send = この見解を出す
consensus-statement = 見解
consensus-statement-hint = 280文字まで。
consensus-statement-no = 見解{ $n }
consensus-from-post = もとになった投稿（アドレス）
consensus-from-post-hint = ご自身の言葉による見解なら、空のままにしてください。
consensus-from-this = この投稿から見解を出す
consensus-from-words = その投稿の言葉
consensus-from-words-hint = 投稿にあるとおりに写してください。どの投稿の、どの改訂の、どの言語の言葉かも記録されます。
consensus-original = 原文：
consensus-proposed-by = { $name }さんが出しました。
consensus-source = { $lang ->
    [fr] { $name }さんの{ $a }{ $n }番の投稿{ $end }（フランス語、改訂{ $revision }）から。
    [en] { $name }さんの{ $a }{ $n }番の投稿{ $end }（英語、改訂{ $revision }）から。
   *[ja] { $name }さんの{ $a }{ $n }番の投稿{ $end }（日本語、改訂{ $revision }）から。
}
consensus-source-gone = もとになった投稿は、現在表示されていません。
consensus-carried-statement = 別のスレッドから引き継いだ見解
consensus-same = 同じことを述べている見解：
consensus-state = { $state ->
    [accepted] 採用
    [proposed] 扱いは未定
    [merged] ほかの見解に統合
   *[declined] 見送り
}
consensus-settled = { $state ->
    [accepted] { $name }さんが採用しました（{ $time }）。理由：{ $reason }
    [merged] { $name }さんがほかの見解に統合しました（{ $time }）。理由：{ $reason }
   *[declined] { $name }さんが見送りました（{ $time }）。理由：{ $reason }
}
consensus-settle = 扱いを決める
consensus-settle-title = 見解の扱いを決める
consensus-settle-act = { $act ->
    [accept] 採用する
    [merge] ほかの見解に統合する
    [decline] 見送る
    [same] 別の言語で同じことを述べている見解と結びつける
   *[not-same] その結びつきを解く
}
consensus-settle-effect = { $act ->
    [accept] 立場を表明できるようになります。
    [merge] もとの投稿とともに読める形で残り、統合先を示します。
    [decline] 理由とともに読める形で残ります。
    [same] どちらも残り、互いを示します。理由は要りません。
   *[not-same] どちらもそのまま残ります。
}
consensus-settle-into = 相手の見解
consensus-settle-reason = 理由
consensus-settle-reason-hint = 誰でも読めます。
consensus-edit-title = 見解を編集する
consensus-edit-meaning = これまでの立場は「意味が変わる前のもの」と表示され、改めて表明されるまで数えません。
consensus-edit-wording = 立場はそのまま残ります。
consensus-edit-save = 保存する
consensus-langs = { $langs ->
    [fr] フランス語
    [en] 英語
    [ja] 日本語
    [fr-en] フランス語と英語
    [fr-ja] フランス語と日本語
    [en-ja] 英語と日本語
    [fr-en-ja] フランス語、英語、日本語
   *[none] {""}
}
consensus-verdict = { $verdict ->
    [consensus] 三つの言語コミュニティすべてで合意
    [partial] 部分的合意：立場を表明したコミュニティではすべて賛成（まだ加わっていない言語：{ $missing }）
    [divided] 意見の相違：{ $favour }では賛成、{ $against }では異議
    [needs-voices] 意見待ち：{ $missing }
    [translation-blocked] 翻訳の確認待ち：{ $missing }
   *[open] 議論中：まだ合意に至っていません
}
consensus-verdict-short = { $verdict ->
    [consensus] 合意
    [partial] 部分的合意
    [divided] 意見の相違
    [needs-voices] 意見待ち
    [translation-blocked] 翻訳の確認待ち
   *[open] 議論中
}
consensus-being-checked = 翻訳を確認中です。意見が分かれていると判断する前に、全員が同じ意味の文を読んでいるかを確かめます。
consensus-outlook = { $what ->
    [voices] { $langs }で、あと{ $count }人の意見が必要です。
    [members] { $langs }であと{ $count }人が参加すると、そのコミュニティの立場が数えられます。
    [voices-hidden] { $langs }で、さらに意見が必要です。
    [unclear] { $langs }の文が分かりにくく判断できない人が{ $count }人います。言葉を改めたら、もう一度尋ねます。
    [unclear-hidden] { $langs }の文が分かりにくく判断できない人がいます。言葉を改めたら、もう一度尋ねます。
    [support] { $langs }では、賛成が足りません。
    [opposition] { $langs }では、異議が多すぎます。
    [common] どのコミュニティも賛成ですが、全体としての賛成はまだ十分に強くありません。
    [answers] 回答を待っている異議が{ $count }件あります。
    [one-more] 暫定：{ $langs }では、異議があと一つ出るだけで合意が成り立たなくなります。
    [few] 暫定：{ $langs }では、立場を表明した人がまだ少数です。
   *[firm] 確実：どのコミュニティで異議があと一つ出ても、合意は変わりません。
}
consensus-figures = 共通指標：{ $xlc }、最も低い支持：{ $least }（{ $langs }）
consensus-met = { $met ->
    [yes] 賛成（人数が少ないため、数字は示しません）
   *[no] まだ賛成に至っていません（人数が少ないため、数字は示しません）
}
consensus-count = { $value ->
    [agree] 賛成{ $count }
    [reservation] 留保つき賛成{ $count }
    [abstain] 棄権{ $count }
    [objection] 異議{ $count }
   *[unclear] 訳が分かりにくい{ $count }
}
consensus-count-one = { $value ->
    [agree] 賛成
    [reservation] 留保つき賛成
    [abstain] 棄権
    [objection] 異議
   *[unclear] 訳が分かりにくい
}
consensus-bar = { $langs }：{ $counts }
consensus-nobody = まだ誰も表明していません
consensus-members = { $count }人
consensus-table = 数字で見る
consensus-community = 言語コミュニティ
consensus-column = { $value ->
    [agree] 賛成
    [reservation] 留保
    [abstain] 棄権
    [objection] 異議
   *[unclear] 訳が分かりにくい
}
consensus-floor = 必要数
consensus-support = 支持
consensus-opposition = 異議の割合
consensus-wilson = 下限
consensus-table-means = 支持＝（賛成＋留保つき賛成＋1）÷（判断した人＋2）、異議の割合＝（異議＋1）÷（判断した人＋2）。「訳が分かりにくい」は含みません。下限はウィルソンの90％下限です。共通指標は、数えられるコミュニティの支持の幾何平均です。
consensus-check = 翻訳の確認を終える
consensus-check-hint = 言語によって答えが大きく違うため、まず言葉を確かめます。分かったことを書いてください。
consensus-check-close = 確認済みにする
consensus-checked = { $name }さんが翻訳を確認しました（{ $time }）：{ $reason }
consensus-rooms = 会場では：
consensus-rooms-mean = 挙手で数えたものです。別に示し、立場の数には加えません。
consensus-room-few = 人数が少ないため、数字は示しません
consensus-room-add = 会場の意見を記録
consensus-room-title = 会場の意見を記録する
consensus-room-place = 場所
consensus-room-date = 日付
consensus-room-lang = 会場の言語
consensus-room-record = 記録する
consensus-room-strike = この記録を取り消す
consensus-room-strike-reason = 取り消す理由
consensus-own = { $value ->
    [agree] 自分の立場：賛成
    [reservation] 自分の立場：留保つき賛成
    [abstain] 自分の立場：棄権
    [objection] 自分の立場：異議
   *[unclear] 自分の立場：訳が分かりにくい
}
consensus-own-note = { $note ->
    [lapsed] 見解の言葉が改められました。今の文について、立場を表明してください。
    [withdrawn] 異議を取り下げました。別の立場を表明してください。
    [earlier] 見解の意味が変わる前に表明した立場です。改めて表明すると、また数えられます。
   *[uncounted] 保存されています。最初の投稿が公開されるか、モデレーターが「信頼済み」にすると、数えられます。
}
consensus-note = { $note ->
    [lapsed] 見解の言葉が改められたため対象外
    [withdrawn] 取り下げ
    [earlier] 意味が変わる前のもの
   *[uncounted] まだ数えていません
}
consensus-before = 以前：
consensus-wanting = この見解の日本語版は、人の手による翻訳または更新を待っています。
consensus-wanting-why = 機械翻訳だけの見解、訳が古くなった見解、訳がまだない見解には、立場を表明できません。
consensus-translate = 翻訳する
consensus-take-position = 見解{ $n }への立場を表明する
consensus-change-position = 見解{ $n }への立場を変える
consensus-your-position = 見解{ $n }への立場
consensus-choice = { $value ->
    [agree] 賛成
    [reservation] 留保つき賛成
    [abstain] 棄権
    [objection] 異議
   *[unclear] 訳が分かりにくい
}
consensus-choice-hint = { $value ->
    [reservation] 賛成として数えます。留保の内容を書いてください。
    [objection] 理由を書いてください。必ず回答があります。
    [unclear] 翻訳する人に届きます。後でもう一度尋ねます。
   *[other] {""}
}
consensus-reason = 理由
consensus-reason-hint = 留保つき賛成と異議には必要です。スレッドの投稿となり、翻訳と回答の対象になります。
consensus-reason-hint-totals = 留保つき賛成と異議には必要です。立場は合計だけを示しますが、理由は自分の名前でスレッドの投稿になります。
consensus-reason-lang = 理由の言語
consensus-reason-link = 理由
consensus-community-yours = このスレッドでの言語コミュニティ
consensus-community-hint = このスレッドに参加するときの言語です。最初に立場を表明するときに、一度だけ申告します。
consensus-take = 立場を表明する
consensus-member-of = 言語コミュニティ：{ $langs }。
consensus-names-public = このスレッドでは名前が公開されます。
consensus-names-totals = このスレッドでは合計だけを示します。
consensus-positions = それぞれの立場
consensus-objections = 異議
consensus-objection = 異議
consensus-objection-state = { $state ->
    [raised] 提起
    [answered] 回答済み
    [withdrawn] 取り下げ
   *[maintained] 維持
}
consensus-objection-uncounted = まだ数えていません
consensus-reason-gone = 理由は現在表示されていません。
consensus-answer = 回答
consensus-answer-hint = 異議への返信になります。回答は異議を退けるものではありません。取り下げるか維持するかは、異議を出した人が決めます。
consensus-answer-send = 回答を送る
consensus-answer-mark = または、すでにある返信を回答とする
consensus-answer-mark-send = 回答とする
consensus-objection-answer = 異議に回答する
consensus-objection-yours = 取り下げる・維持する
consensus-objection-settle = 自分が出した異議です。取り下げると数から外れ、別の立場を表明できます。維持しても何かを止めることにはならず、宣言とともに記されます。
consensus-objection-maintain = 維持する
consensus-objection-withdraw = 取り下げる
consensus-map = 意見の地図
consensus-map-means = 誰と誰の立場が似ているかを示します。似た立場の人は近くに並び、文字はグループを表します。理解を助ける図であり、何かを決めるものではありません。
consensus-map-group = グループ
consensus-map-people = 人数
consensus-map-told-heading = グループの特徴
consensus-map-told = { $what ->
    [agrees] { $all }人中{ $count }人が賛成
   *[objects] { $all }人中{ $count }人が異議
}
consensus-before-declaring = 宣言を公表する前に
consensus-no-number-declares = 数字だけで決まるのではありません。モデレーターが宣言を公表し、署名します。
consensus-allowed = { $outcome ->
    [nothing] 今のところ、何も宣言できません。足りないものを上の一覧で確かめてください。
    [consensus] 現状では、合意を宣言できます。
    [partial] 現状では、部分的合意を宣言できます。
   *[no-consensus] 現状では、理由を添えて「合意なし」とする宣言だけができます。
}
consensus-room-struck = 取り消し：{ $reason }
consensus-stage-returned = この段階に戻した理由：{ $reason }
consensus-need = { $need ->
    [stage] 「提案」の段階
    [synthesis] 取りまとめ
    [slot] { $langs }の取りまとめ（原文またはレビュー済みで、最新）
    [agreed] 合意として引用した見解が一つ以上
    [statement] 合意として引用した見解{ $n }についての合意
    [cites] { $langs }の取りまとめでも、原文と同じ見解を同じ形で引用していること
    [unknown] このスレッドの採用済みの見解へのリンク（/s/{ NUMBER($n, useGrouping: 0) } は該当しません）
   *[answers] { $n ->
        [0] すべての異議への回答
       *[other] 異議{ $n }件への回答
    }
}
consensus-need-met = 済み：
consensus-need-missing = 不足：
consensus-need-go = 開く
consensus-unreadable = まだ読めない人がいる異議
consensus-unreadable-in = { $langs }ではまだ読めない異議が{ $count }件あります。
consensus-how = 数え方
consensus-how-means = 合意は、小さなコミュニティも含め、すべての言語コミュニティで成り立つ必要があります。コミュニティは3人から数えます。
consensus-how-counts = 最初の投稿が公開された人、またはモデレーターが「信頼済み」にした人の立場を数えます。所属は本人が申告したコミュニティです。
consensus-how-totals = 合計だけを示します。5人未満のコミュニティについては、賛成かどうかだけを示し、数字は示しません。
consensus-out = 書き出し
consensus-out-sheet = 印刷用
consensus-out-markdown = Markdown
consensus-out-json = JSON（数え直すためのデータ）
consensus-agreed = これまでの合意
consensus-synthesis = 取りまとめ
consensus-synthesis-title = 取りまとめ：{ $title }
consensus-synthesis-none = 取りまとめはまだありません。
consensus-synthesis-write = 取りまとめを書く
consensus-synthesis-save = 取りまとめを保存する
consensus-synthesis-hint = 見解や投稿は、ふつうのリンクで引用します。見解へのリンクは合意としての引用になります。末尾に「#open」を付けると、議論中としての引用になり、合意の状況とともに記されます。
consensus-linkable = 見解へのリンク
consensus-cites = 引用した見解
consensus-cited = { $how ->
    [agreed] 合意として
   *[open] 議論中として
}
