//! Emoji typed by their names.

use std::borrow::Cow;

/// `:seedling:` is 🌱; a name that is none stays as it was typed.
pub fn named(text: &str) -> Cow<'_, str> {
    if !text.contains(':') {
        return Cow::Borrowed(text);
    }
    let parts: Vec<&str> = text.split(':').collect();
    let mut out = parts[0].to_owned();
    let mut at = 1;
    while at < parts.len() {
        match (emojis::get_by_shortcode(parts[at]), parts.get(at + 1)) {
            (Some(emoji), Some(after)) => {
                out.push_str(emoji.as_str());
                out.push_str(after);
                at += 2;
            }
            _ => {
                out.push(':');
                out.push_str(parts[at]);
                at += 1;
            }
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_between_colons_become_emoji_and_other_colons_stay() {
        assert_eq!(named("planté :seedling:, à 10:30 : voilà :nothing:"), "planté 🌱, à 10:30 : voilà :nothing:");
        assert_eq!(named(":seedling::heart:"), "🌱❤️");
        assert_eq!(named("::"), "::");
    }
}
