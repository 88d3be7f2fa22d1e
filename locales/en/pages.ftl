pages-edit = Edit “{ $title }”
pages-updated = Updated { $day }
pages-outdated = The original has changed since this translation.
