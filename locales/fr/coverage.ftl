coverage-title = État des traductions
coverage-fairness = L’égalité entre les langues
coverage-text = Texte
