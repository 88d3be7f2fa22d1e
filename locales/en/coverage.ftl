coverage-title = Coverage
coverage-fairness = Fairness between languages
coverage-text = Text
