glossary-title = Glossary
glossary-lede = The words that the network has chosen, in the three languages. The workbench shows them beside the text.
glossary-search = Search the glossary
glossary-find = Search
glossary-new = Add a term
glossary-count = { $count ->
    [one] One term.
   *[other] { $count } terms.
}
glossary-found = { $count ->
    [0] No term for “{ $q }”.
    [one] One term for “{ $q }”.
   *[other] { $count } terms for “{ $q }”.
}
glossary-all = The whole glossary
glossary-retired = no longer used
glossary-avoid = Avoid:
glossary-curate = Edit this term
glossary-history = History
glossary-nothing = No term matches. Try a shorter word, in any of the three languages.
glossary-avoid-field = Renderings to avoid
glossary-avoid-hint = One a line, in any language.
glossary-note-lang = Language of the note
glossary-retire = No longer use this term (it stays in the history)
