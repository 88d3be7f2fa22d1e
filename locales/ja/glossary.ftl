glossary-title = 用語集
