coverage-title = 翻訳状況
coverage-fairness = 言語間の公平さ
coverage-text = 文章
