glossary-title = Glossary
