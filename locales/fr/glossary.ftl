glossary-title = Glossaire
