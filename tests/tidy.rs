//! The house rules, executed: who may know whom, sizes, messages, migrations, routes, colours.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, ending, found);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), ending, &mut found);
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// The first part of a file's path below `src`: its room in the house.
fn room(path: &Path) -> String {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    below.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// Every room that a file names as `crate::room`.
fn named(source: &str) -> BTreeSet<String> {
    let word = |s: &str| s.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut rooms = BTreeSet::new();
    for (at, _) in source.match_indices("crate::") {
        let rest = &source[at + 7..];
        if !rest.starts_with('{') {
            rooms.insert(word(rest));
            continue;
        }
        let (mut depth, mut expects) = (0, true);
        for (i, c) in rest.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => expects = true,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            if depth == 1 && expects && c.is_alphanumeric() {
                rooms.insert(word(&rest[i..]));
                expects = false;
            }
        }
    }
    rooms
}

#[test]
fn imports_go_one_way() {
    let allowed: BTreeMap<&str, &[&str]> = [
        ("domain", &[][..]),
        ("config", &["domain"]),
        ("error", &["domain"]),
        ("net", &["config", "error"]),
        ("store", &["config", "domain", "error"]),
        ("i18n", &["domain"]),
        ("forum", &["domain", "error", "store"]),
        ("mail", &["config", "domain", "error", "i18n"]),
        ("app", &["config", "domain", "error", "forum", "i18n", "mail", "store"]),
        ("jobs", &["app", "config", "domain", "error", "forum", "i18n", "mail", "store"]),
        ("web", &["app", "config", "domain", "error", "forum", "i18n", "net", "store"]),
        ("api", &["app", "config", "domain", "error", "forum", "i18n", "net", "store"]),
        ("server", &["api", "app", "error", "web"]),
        ("cli", &["app", "config", "domain", "error", "forum", "i18n", "jobs", "mail", "server", "store"]),
        ("main", &[]),
        ("lib", &[]),
    ]
    .into();
    for path in files("src", ".rs") {
        let room = room(&path);
        let may = allowed.get(room.as_str()).unwrap_or_else(|| panic!("{room} is in no list: say what it may know"));
        for other in named(&read(&path)).iter().filter(|o| **o != room) {
            assert!(may.contains(&other.as_str()), "{} imports {other}", path.display());
        }
    }
}

#[test]
fn only_the_store_knows_diesel_and_only_one_file_of_the_domain_knows_the_outside() {
    for path in files("src", ".rs") {
        let (room, source) = (room(&path), read(&path));
        let knows = |name: &str| source.contains(&format!("{name}::")) || source.contains(&format!("use {name}"));
        if room != "store" && room != "error" {
            assert!(!knows("diesel"), "{} knows diesel", path.display());
        }
        if ["domain", "forum", "store", "i18n"].contains(&room.as_str()) {
            assert!(!knows("actix_web"), "{} knows HTTP", path.display());
        }
        if room == "domain" {
            for outside in ["std::fs", "std::env", "std::net", "Utc::now", "SystemTime", "tokio"] {
                assert!(!source.contains(outside), "{} knows {outside}", path.display());
            }
        }
    }
}

#[test]
fn files_stay_small() {
    for (folder, ending, most) in [("src", ".rs", 400), ("templates", ".html", 80), ("tests", ".rs", 500)] {
        for path in files(folder, ending) {
            let lines = read(&path).lines().count();
            assert!(lines <= most, "{}: {lines} lines, {most} is the limit", path.display());
        }
    }
    let size = |name: &str| fs::metadata(Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/static").join(name)).unwrap().len();
    assert!(size("script.js") <= 15_000);
    // A page has one of the two beside the style that all have.
    for beside in ["bench.css", "consensus.css"] {
        assert!(size("style.css") + size(beside) <= 40_000, "style.css with {beside}");
    }
}

#[test]
fn nothing_is_skipped_or_slept_through() {
    for path in files("tests", ".rs").into_iter().filter(|p| !p.ends_with("tidy.rs")) {
        let source = read(&path);
        for bad in ["#[ignore", "sleep(", "assert!(true"] {
            assert!(!source.contains(bad), "{}: {bad}", path.display());
        }
    }
}

/// Messages of one language: key, and the arguments that it takes.
fn messages(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in files(&format!("locales/{lang}"), ".ftl") {
        let noun = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut key = String::new();
        for line in read(&path).lines().filter(|l| !l.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =").filter(|_| line.starts_with(char::is_alphabetic)) {
                key = name.to_owned();
                assert!(key.starts_with(&format!("{noun}-")), "{key} stands in {}", path.display());
                assert!(found.insert(key.clone(), BTreeSet::new()).is_none(), "{key} twice in {lang}");
            }
            for (at, _) in line.match_indices('$') {
                let argument: String = line[at + 1..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                found.get_mut(&key).unwrap().insert(argument);
            }
        }
    }
    found
}

#[test]
fn every_message_exists_in_three_languages_with_the_same_arguments() {
    let [fr, en, ja] = ["fr", "en", "ja"].map(messages);
    assert!(fr.len() > 200);
    for (lang, other) in [("en", &en), ("ja", &ja)] {
        assert_eq!(fr.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "fr and {lang}");
        for (key, arguments) in &fr {
            assert_eq!(arguments, &other[key], "{key} in fr and {lang}");
        }
    }
    for lang in trialogue::domain::lang::Lang::THREE {
        for key in fr.keys() {
            assert!(trialogue::i18n::l10n(lang).has(key), "{key} cannot be read in {lang}");
        }
    }
}

#[test]
fn every_message_is_used_and_every_used_one_exists() {
    let known = messages("en");
    let code: String =
        files("src", ".rs").iter().chain(&files("templates", ".html")).chain(&files("templates", ".txt")).map(|p| read(p)).collect();
    for key in known.keys() {
        assert!(code.contains(&format!("\"{key}\"")), "{key} is never used");
    }
    let nouns: BTreeSet<&str> = known.keys().filter_map(|k| k.split('-').next()).collect();
    for word in code.split('"').skip(1).filter(|w| w.len() < 60 && w.contains('-')) {
        let is_key = !word.ends_with('-')
            && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && nouns.contains(word.split('-').next().unwrap());
        assert!(!is_key || known.contains_key(word), "{word} is used and does not exist");
    }
}

#[test]
fn locale_files_are_typed_as_their_language_is() {
    for path in files("locales/fr", ".ftl") {
        let source = read(&path);
        assert!(!source.contains(['\u{A0}', '\u{202F}', '\'']), "{}: plain spaces and typographic apostrophes", path.display());
    }
    for lang in ["fr", "en", "ja"] {
        for path in files(&format!("locales/{lang}"), ".ftl") {
            assert!(!read(&path).contains("..."), "{}: … is one character", path.display());
        }
    }
}

#[test]
fn both_databases_take_the_same_steps() {
    let names = |backend: &str| -> BTreeSet<String> {
        let root = format!("migrations/{backend}");
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(&root);
        files(&root, ".sql").iter().map(|p| p.strip_prefix(&from).unwrap().display().to_string()).collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
    assert!(names("sqlite").iter().all(|n| n.ends_with("up.sql") || n.ends_with("down.sql")));
}

#[test]
fn every_route_command_and_setting_stands_in_the_reference() {
    let reference = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference.md"));
    for file in ["src/web/mod.rs", "src/api/mod.rs"] {
        let source = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(file));
        for part in source.split("web::resource(\"").skip(1) {
            let route = part.split('"').next().unwrap();
            assert!(reference.contains(route), "{route} is not in docs/reference.md");
        }
    }
    let defaults = serde_json::to_value(trialogue::config::Config::default()).unwrap();
    for (section, keys) in defaults.as_object().unwrap() {
        for key in keys.as_object().unwrap().keys() {
            assert!(reference.contains(&format!("`{section}.{key}")), "{section}.{key} is not in docs/reference.md");
        }
    }
}

/// Relative luminance and contrast (WCAG 2.2, definitions in its glossary).
fn contrast(a: &str, b: &str) -> f64 {
    let light = |colour: &str| {
        let channel = |i: usize| {
            let c = f64::from(u8::from_str_radix(&colour[i..i + 2], 16).unwrap()) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    };
    let (x, y) = (light(a), light(b));
    (x.max(y) + 0.05) / (x.min(y) + 0.05)
}

#[test]
fn colours_keep_their_contrast_and_the_two_dark_blocks_are_one() {
    let style = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/static/style.css"));
    let tokens = |block: &str| -> BTreeMap<String, String> {
        let pairs = block.split(';').filter_map(|d| d.trim().rsplit("--").next()?.split_once(": #"));
        pairs.map(|(n, v)| (n.to_owned(), format!("#{}", &v[..6]))).collect()
    };
    let block = |start: &str| style.split(start).nth(1).unwrap().split('}').next().unwrap().replace(char::is_whitespace, " ");
    let light = tokens(&block(":root {"));
    let (system, chosen) = (tokens(&block(":root:not([data-theme=\"light\"]) {")), tokens(&block(":root[data-theme=\"dark\"] {")));
    assert_eq!(system, chosen);
    for (name, theme) in [("light", &light), ("dark", &system)] {
        let least = |a: &str, b: &str, least: f64| {
            let found = contrast(&theme[a], &theme[b]);
            assert!(found >= least, "{name}: {a} on {b} is {found:.2}, {least} is needed");
        };
        for ground in ["paper", "ground"] {
            for text in ["ink", "ink-2", "ai", "shu", "pine"] {
                least(text, ground, 4.5);
            }
            least("edge", ground, 3.0);
        }
        least("on-ai", "ai", 4.5);
        least("ink", "mark", 4.5);
        least("ink-2", "mark", 4.5);
    }
}

#[test]
fn every_file_of_messages_is_read_whole() {
    for path in files("locales", ".ftl") {
        if let Err((_, errors)) = fluent::FluentResource::try_new(read(&path)) {
            panic!("{}: {errors:?}", path.display());
        }
    }
}
