errors-heading = { $status ->
    [400] リクエストを読み取れません
    [401] ログインしてください
    [403] この操作はできません
    [404] ページが見つかりません
    [405] この操作はできません
    [408] 時間切れです
    [409] ほかの人が先に保存しました
    [410] このリンクは使えません
    [421] アドレスが違います
    [413] 送信内容が大きすぎます
    [415] 送信内容を読み取れません
    [422] 入力内容を確認してください
    [429] 少し間をおいてください
    [431] リクエストが大きすぎます
    [503] フォーラムは一時的に応答できません
    [507] フォーラムのディスクがいっぱいです
   *[other] フォーラム側の不具合です
}
errors-nothing-lost = 入力した内容は失われていません。直すところが{ $count }か所あります。
errors-typed = 入力した内容
errors-typed-means = すべてここに残っています。もう一度送信することも、コピーすることもできます。
errors-try-again = もう一度送信する
errors-home = ホームへ
errors-languages = ページはフランス語（/fr）、英語（/en）、日本語（/ja）で用意しています。
errors-not-found = このアドレスのページは存在しないか、表示されなくなっています。
errors-malformed = リクエストの形式が正しくありません。
errors-encoding = フォームの内容が正しいUTF-8ではありません。
errors-sign-in = この操作にはアカウントが必要です。入力した内容は下に残っています。別のタブでログインしてから、もう一度送信してください。
errors-forged = フォームが古くなっているか、このサイトのものではありません。ここからもう一度送信してください。
errors-method = このアドレスでは、この種類のリクエストを受け付けていません。
errors-conflict = 作業中に、ほかの人が新しい改訂を保存しました。どちらの文章も残っています。
errors-too-large = 一度に送れるのは{ $count } KiBまでです。
errors-media = 圧縮していない通常のフォームとして送信してください。
errors-timeout = リクエストが時間内に届きませんでした。
errors-invalid = 直す必要のある項目があります。
errors-too-many = { $count }秒待ってから、もう一度試してください。
errors-headers = リクエストのヘッダーが16 KiBを超えています。
errors-internal = フォーラム側で問題が起き、記録されました。途中まで保存されたものはありません。少し待ってから、もう一度試してください。
errors-unavailable = データベースが応答しないか、書き込めません。途中まで保存されたものはありません。少し待ってから、もう一度試してください。
errors-full = 保存できる空き容量がありません。途中まで保存されたものはありません。管理者に知らせてください。
errors-denied-moderators-only = この操作はモデレーターだけができます。
errors-denied-not-your-post = この投稿を変更できるのは、投稿者とモデレーターだけです。
errors-denied-thread-locked = このスレッドはロックされています。新しく投稿できません。
errors-denied-thread-archived = このスレッドはアーカイブされています。新しく投稿できません。
errors-denied-post-gone = この投稿は非表示または削除されているため、変更できません。
errors-denied-announcements = お知らせを投稿できるのはモデレーターだけです。
errors-denied-reason-needed = 理由を書いてください。
errors-denied-original = この言語は原文の言語です。翻訳するのではなく、原文を編集してください。
errors-denied-reviewers-only = レビューには、この言語のレビュー権限が必要です。
errors-denied-own-review = これは自分の訳文です。自分でレビューする場合は理由を書いてください。
errors-denied-machine-review = 機械翻訳はそのままではレビューできません。先に保存してください。問題がなければ、内容を変えずに保存できます。
errors-denied-nothing-to-review = レビュー待ちのものはありません。
errors-denied-nothing-to-clear = この言語版は未翻訳で、消すものがありません。
errors-field-empty = 入力してください。
errors-field-too-long = { $found }文字あります。{ $limit }文字までにしてください。
errors-body-empty = 本文が空です。
errors-body-bytes = 本文が長すぎます（{ $found }バイト）。{ $limit }バイトまでにしてください。
errors-body-links = リンクが{ $found }個あります。{ $limit }個までにしてください。
errors-themes-none = テーマを1つ以上選んでください。
errors-themes-many = テーマが{ $found }個選ばれています。{ $limit }個までにしてください。
errors-theme-unknown = 存在しないか、選べなくなったテーマが含まれています。
errors-kind-unknown = その種類のスレッドはありません。
errors-lang-unknown = フランス語（fr）、英語（en）、日本語（ja）から選んでください。
errors-parent-unknown = 返信先の投稿がこのスレッドにないか、表示されなくなっています。
errors-change-unknown = 意味が変わるのか、表現だけなのかを選んでください。
errors-wording-shape = この編集では段落の数や種類が変わります。「意味」を選んでください。
errors-revision-unknown = その改訂はありません。
errors-based-on-unknown = 原文にその改訂はありません。
errors-review-changed = レビューの対象は保存されている文章です。文章を変えるときは、先に保存してください。
errors-act-unknown = 操作を選んでください。
errors-opening-goes-with-thread = 最初の投稿だけを取り除くことはできません。スレッドを非表示にしてください。
errors-handle-length = ユーザー名は2〜{ $limit }文字です。いまは{ $found }文字です。
errors-handle-characters = ユーザー名に使えるのは文字・数字・「-」「_」です。先頭は文字か数字にしてください。
errors-handle-taken = このユーザー名はすでに使われています。
errors-email = メールアドレスの形式が正しくありません。
errors-email-taken = このメールアドレスはすでに使われています。
errors-password-common = よく使われるパスワードです。別のものにしてください。
errors-sign-in-wrong = ユーザー名かパスワードが正しくありません。
errors-last-admin = 管理者が一人もいなくなるため、変更できません。
errors-reads-none = 言語を1つ以上選んでください。
errors-zone-unknown = そのタイムゾーンはありません。
errors-handle-unknown = このユーザー名の参加者はいません。
errors-kept = すべてここに残っています。コピーできます。
errors-back = 前のページに戻る
errors-changed = その間の変更
errors-denied-human-work = この言語版はすでに人が訳しています。機械翻訳で置き換えることはできません。
errors-denied-nothing-to-restore = 元に戻すものがありません。消去されていないか、その後に訳されています。
errors-denied-nothing-to-confirm = 確認できる訳文がありません。この言語版は未翻訳です。
errors-denied-nothing-to-accept = この修正案はすでに処理されたか、訳文がレビュー済みではなくなりました。開いて保存することはできます。
errors-denied-own-work = これは自分の訳文です。ほかの人のレビューが必要です。
errors-denied-not-yours = ほかの人が担当しています。
errors-denied-claimed = すでにほかの人が担当しています。別の文章を選ぶか、担当の期限が切れるまでお待ちください。
errors-denied-nothing-to-contest = ここには訳文がないため、問題を指摘できません。
errors-denied-not-read-by-you = 問題を指摘できるのは、自分が書いた文章の訳文か、「読む言語」に選んだ言語の訳文です。読む言語は設定で変更できます。
errors-denied-already-readable = この文章はすでにその言語で読めます。
errors-denied-admins-only = 管理者だけが行えます。
errors-passage-unknown = この言葉は訳文の中に見つかりません。訳文からそのまま写してください。
errors-block-unknown = 原文のその位置に段落はありません。
errors-valid-changed = 保存していない変更があります。変更を残すには保存してください。「すべて有効と確認する」は、保存済みの訳文をそのまま確認する操作です。
errors-ask-identical = 訳文が原文とまったく同じです。このまま保存しますか。
errors-ask-identical-title = タイトルが原文と同じです。このまま保存しますか。
errors-ask-gaps = 訳文に空の段落が{ $found }か所あります。読者はその部分を読めません。このまま保存しますか。
errors-ask-claimed = この翻訳はほかの人が担当中です。それでも保存しますか。
errors-term-changed = その間にほかの人がこの用語を変更しました。入力した内容は残っています。見比べてから保存してください。
errors-term-known = この用語はすでに用語集にあります。
errors-typed-below = 入力した内容は下に残っています。
errors-link-gone = このリンクはすでに使われたか、有効期間が過ぎています。もう一度お手続きください。
errors-relocate-unknown = そのスレッドはありません。番号かアドレスを入力してください。
errors-relocate-hidden = 非表示のスレッドや、すでに統合されたスレッドは指定できません。
errors-relocate-same = 同じスレッドです。
errors-relocate-opening = 1番の投稿はスレッドの最初の投稿です。移すには、スレッド全体を別のスレッドに統合してください。
errors-relocate-numbers = このスレッドにない投稿番号が含まれています。
errors-numbers = 投稿番号を「3, 7-9」のように入力してください。
errors-agree = 参加するには、ライセンスへの同意とプライバシーについての説明の確認が必要です。
errors-current-wrong = 現在のパスワードが違います。
errors-flag-kind = 問題の種類を選んでください。
errors-term-unknown = 期間を選んでください。
errors-letters-enough = このアドレスへのメールは、本日すでに3回依頼されています。明日もう一度お試しください。
errors-canned-unknown = その定型文はありません。
errors-denied-by-invitation = このフォーラムは招待制です。モデレーターに招待を依頼してください。
errors-denied-suspended = アカウントは停止中です。閲覧とご自分のデータのダウンロードはできますが、書き込みはできません。
errors-denied-not-yourself = 自分のアカウントに対してはできません。
errors-denied-flag-own = ご自分の投稿です。編集または削除ができます。
errors-denied-settled = ほかのモデレーターが先に対応しました。
errors-denied-answered = この対応にはすでに返答しています。返答は一度だけです。
errors-denied-not-about-you = この対応には返答できません。
errors-denied-moved-on = その後に別の変更が行われています。新しいものから順に取り消してください。
errors-erase-last-admin = あなたは最後の管理者です。削除すると、フォーラムを管理する人がいなくなります。先にほかの人を管理者にしてください。
errors-contributions = 投稿をどうするかを選んでください。
errors-erase-sure = 確認のチェックを入れてください。
errors-host = このアドレスはフォーラムのものではありません。{ $base }からご利用ください。
errors-role-unknown = その役割はありません。
errors-join-password = 登録時に設定されたパスワードと違います。お心当たりがなければ何もしないでください。ご本人の場合は、もう一度登録してください。
errors-denied-edited = 開いたあとに、この投稿が編集されました。上の文章をもう一度お読みください。次に押すと、この文章についての決定になります。
errors-links-later = ほかの人がすでに返信しているため、ご自分の投稿が3件公開されるまでは、スレッドの最初の投稿に新しいリンクを追加できません。リンクは返信に書いてください。
errors-password-short = パスワードは{ $limit }文字以上にしてください（いまは{ $found }文字です）。
errors-password-long = パスワードは{ $limit }バイト以内にしてください（いまは{ $found }バイトです）。
errors-search-condition = 検索条件に誤りがあります。名前、言語、日付をご確認ください。
errors-drafts-many = 下書きは{ $limit }件までです（いまは{ $found }件あります）。どれかを削除してから保存してください。入力した内容は残っています。
errors-body-mentions = メンションできるのは{ $limit }人までです（いまは{ $found }人です）。
errors-slug = テーマのアドレスは、半角の英小文字・数字・ハイフンで60文字までです。
errors-slug-taken = このアドレスはすでに使われています。
errors-theme-same = 同じテーマに統合することはできません。
errors-denied-own-words = 自分の投稿にリアクションすることはできません。
errors-attachment-none = 先にファイルを選んでください。
errors-attachment-kind = この形式のファイルは添付できません。PNG、JPEG、WebP、GIFの画像か、PDFを選んでください。
errors-attachment-pixels = 4000万画素を超える画像です。小さくしてから添付してください。
errors-attachment-broken = 画像ファイルが不完全か破損しているため、読み込めませんでした。ファイルを確認するか、別の画像を選んでください。
errors-attachment-size = { $limit }MBを超えるファイルです。サイズを小さくしてから添付してください。
errors-attachment-quota = 添付できるのは合計{ $limit }MBまでです（現在{ $found }MB）。「添付したファイル」のページで不要なものを削除してください。
errors-body-undescribed = 説明のないファイルが{ $found }点あります。角括弧の中に、画像の内容、またはPDFのタイトルを書いてください（例：![道から見た製粉所](…)）。
errors-frequency = 配信の頻度を一覧から選んでください。
errors-weekday = 曜日を一覧から選んでください。
errors-hour = 時刻を0時から23時の間で選んでください。
errors-conflict-consensus = ほかの人が先に同じ操作をしました。今の状態を確かめてから、改めて決めてください。
errors-stage-step = 段階は、一つ先か一つ前にだけ移せます。
errors-stage-unknown = 段階を選んでください。
errors-summary-needed = 段階を終えるには、その要約が一つの言語で必要です。
errors-thresholds = 基準の値が互いに合いません。1から100までの整数の百分率で、異議の値は支持と相違の値より低くしてください。
errors-thresholds-fixed = 基準は討議を始めるときに決まり、後から変えられません。
errors-names-unknown = 名前を公開するか、合計だけにするかを選んでください。
errors-time-unknown = 「2026-12-31」のように日付を書いてください。
errors-post-unknown = そのアドレスに、誰でも読める投稿はありません。
errors-words-not-there = その言葉は投稿の中に見つかりません。そのまま写すか、空にしてください。
errors-declaration-unknown = その宣言はありません。
errors-merge-unknown = このスレッドの別の見解を選んでください。
errors-merge-circle = 相手の見解は、すでにこの見解に統合されています。互いに統合することはできません。
errors-merge-settled = 相手の見解は、すでに統合されたか見送られています。別の見解を選んでください。
errors-reason-for-position = 留保つき賛成と異議には理由が必要です。
errors-value-unknown = 立場を選んでください。
errors-community-needed = このスレッドでの言語コミュニティを選んでください。申告は一度だけです。
errors-community-frozen = このスレッドでは、別の言語コミュニティを申告しています。モデレーターが一度だけ訂正できます。
errors-community-none = この人は、このスレッドで立場を表明していません。
errors-answer-unknown = この異議への返信のうち、異議を出した人以外が書き、今も表示されているものを選んでください。
errors-room-empty = 人数は1人以上{ $limit }人以下で記録してください。
errors-room-day = 会合の日がまだ来ていません。
errors-count-unknown = 整数を入れるか、空にしてください。
errors-synthesis-lang = 取りまとめは別の言語で書き始められています。原文の言語は変わりません。
errors-outcome-unknown = 結果を選んでください。
errors-declare-cites = 取りまとめの訳のなかに、原文と引用が食い違うものがあります。同じ見解を、同じ形で引用してください。
errors-declare-unknown = 取りまとめが、このスレッドで採用されていない見解を合意として引用しています。
errors-words-no-post = その言葉がある投稿のアドレスも入れてください。
errors-stage-ends-day = これから10年以内の日付を選んでください。
errors-review-day = 見直す日がもう過ぎています。
errors-declare-stage = 宣言は「提案」の段階で公表します。
errors-declare-synthesis = 取りまとめがまだありません。
errors-declare-slot-fr = フランス語の取りまとめが、原文またはレビュー済みで、最新である必要があります。
errors-declare-slot-en = 英語の取りまとめが、原文またはレビュー済みで、最新である必要があります。
errors-declare-slot-ja = 日本語の取りまとめが、原文またはレビュー済みで、最新である必要があります。
errors-declare-agreed = 取りまとめに、合意として引用した見解がありません。
errors-declare-statement = { $found ->
    [0] 合意として引用した見解に、このスレッドのものでないものがあります。
   *[other] 見解{ $found }は合意として引用されていますが、合意に達していません。
}
errors-declare-answers = 回答のない異議が{ $found }件あります。
errors-declare-outcome = 合意として引用した見解の状況からは、この結果を宣言できません。
errors-denied-consensus-moderators = 合意形成スレッドを立てられるのはモデレーターです。
errors-denied-consensus-stays = 合意形成スレッドは、ほかのスレッドに統合できません。見解と立場の置き場所がなくなるためです。
errors-denied-stage-closed = スレッドの今の段階では、これはできません。
errors-denied-not-accepted = この見解は採用されていないため、立場を表明できません。
errors-denied-statement-settled = この見解にはすでに立場が表明されているため、見送れません。ほかの見解に統合することはできます。
errors-denied-not-your-statement = この見解はほかの人が出したものです。
errors-denied-has-positions = この見解にはすでに立場が表明されています。これからはモデレーターだけが編集します。
errors-statement-reworded = 読んでいる間に見解の文言が変わりました。もう一度読んで、立場を確かめてから表明してください。
errors-denied-machine-statement = 機械翻訳だけの見解、訳がまだない見解、訳が古くなった見解には、立場を表明できません。まず人の手で翻訳するか、訳を更新する必要があります。
errors-denied-objection-settled = この異議の扱いはすでに決まっています。
errors-denied-not-answered-yet = この異議にはまだ回答がありません。維持するかどうかは、回答を読んでから決めてください。
errors-denied-own-objection = 自分の異議には回答できません。ほかの人が回答します。
errors-denied-nothing-to-check = この見解の翻訳は、確認の対象になっていません。
errors-denied-community-corrected = この人の言語コミュニティは、すでに一度訂正されています。訂正は一度だけです。
