//! What is looked for: the reader's words in each language, and what the network's own names add to them (H4).

use super::{
    lang::Lang,
    tokens::{Token, folded, is_japanese_letter, tokens},
    typed::{Part, Typed},
};
use std::collections::BTreeMap;

/// A name in the three languages, by which a query can be said in the two others.
#[derive(Debug, Clone)]
pub struct Name {
    /// Names it in addresses: a reader can leave it out.
    pub key: String,
    pub names: [String; 3],
    /// Out of the vocabulary of themes rather than the glossary.
    pub is_theme: bool,
}

/// A name that a query was widened by.
#[derive(Debug, Clone)]
pub struct Expansion {
    pub name: Name,
    /// Left out by the reader.
    pub off: bool,
}

/// Tokens side by side. `prefix`: the last one may go on, as a single Japanese character does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    pub tokens: Vec<String>,
    pub prefix: bool,
}

/// One way to say a clause, in one language: all of these phrases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    pub lang: Lang,
    pub all: Vec<Phrase>,
    /// Which expansion it comes from; `None`: the reader's own words.
    pub through: Option<usize>,
}

/// Something asked for; any of its ways is it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clause {
    pub ways: Vec<Way>,
}

/// What is looked for: every wanted clause in one slot, and no unwanted one.
#[derive(Debug, Clone, Default)]
pub struct Query {
    pub wanted: Vec<Clause>,
    pub unwanted: Vec<Clause>,
    pub expansions: Vec<Expansion>,
}

/// Places in a text, in bytes.
pub type Places = Vec<(usize, usize)>;

impl Query {
    /// Puts a query together. `left_out` are keys of names that the reader does not want.
    pub fn new(typed: &Typed, names: &[Name], left_out: &[String]) -> Self {
        let mut query = Self::default();
        let words: Vec<&Part> = typed.parts.iter().filter(|p| !p.unwanted && !p.exact).collect();
        let spans = spans(&words, names);
        let mut covered = vec![false; words.len()];
        for (from, to, found) in spans {
            covered[from..to].fill(true);
            query.wanted.push(query_clause(&mut query.expansions, &words[from..to], &found, left_out));
        }
        let rest: Vec<&Part> = words.iter().zip(&covered).filter(|(_, c)| !**c).map(|(w, _)| *w).collect();
        let telling = |p: &&Part| !is_stop_word(&p.text);
        let silent = query.wanted.is_empty() && !rest.iter().any(telling) && !typed.parts.iter().any(|p| p.exact && !p.unwanted);
        for part in rest.into_iter().filter(|p| silent || telling(p)).chain(typed.parts.iter().filter(|p| p.exact && !p.unwanted)) {
            query.wanted.push(own(&[part]));
        }
        query.wanted.retain(|c| !c.ways.is_empty());
        query.unwanted = typed.parts.iter().filter(|p| p.unwanted).map(|p| own(&[p])).filter(|c| !c.ways.is_empty()).collect();
        query
    }

    /// Where a text in `lang` says what is asked, and by which expansion (`None`: the reader's own words); `None` where
    /// it does not say all of it.
    pub fn found(&self, text: &str, lang: Lang) -> Option<(Places, Option<usize>)> {
        let tokens = tokens(text, lang);
        let (mut places, mut through) = (Vec::new(), None);
        for clause in &self.wanted {
            let ways = clause.ways.iter().filter(|w| w.lang == lang);
            let mut said = ways.filter_map(|way| Some((way.through, way.places(&tokens)?)));
            let (by, mut first) = said.next()?;
            through = through.or(by);
            places.append(&mut first);
            said.for_each(|(_, mut more)| places.append(&mut more));
        }
        places.sort_unstable();
        places.dedup();
        Some((places, through))
    }
}

impl Way {
    fn places(&self, text: &[Token]) -> Option<Places> {
        let mut places = Vec::new();
        for phrase in &self.all {
            let of_phrase = phrase.places(text);
            if of_phrase.is_empty() {
                return None;
            }
            places.extend(of_phrase);
        }
        Some(places)
    }
}

impl Phrase {
    /// The tokens of words that are looked for side by side; `None` where they have none.
    fn of(text: &str, lang: Lang) -> Option<Self> {
        let mut found: Vec<Token> = tokens(text, lang);
        // The last character of a run stands for itself only where it is all that was asked for.
        let single = |t: &Token| t.word.chars().count() == 1 && t.word.chars().all(is_japanese_letter);
        let mut prefix = false;
        if found.last().is_some_and(single) {
            let alone = found.len() == 1 || found[found.len() - 2].end <= found[found.len() - 1].start;
            if alone {
                prefix = true;
            } else {
                found.pop();
            }
        }
        let tokens: Vec<String> = found.into_iter().map(|t| t.word).collect();
        (!tokens.is_empty()).then_some(Self { tokens, prefix })
    }

    fn places(&self, text: &[Token]) -> Places {
        let n = self.tokens.len();
        let fits = |place: &&[Token]| {
            let same = |(i, (token, wanted)): (usize, (&Token, &String))| {
                token.word == *wanted || self.prefix && i + 1 == n && token.word.starts_with(wanted.as_str())
            };
            place.iter().zip(&self.tokens).enumerate().all(same)
        };
        let end = |place: &[Token]| {
            // Of a single character only itself is marked, not the pair.
            let last = &place[n - 1];
            if self.prefix && last.word != self.tokens[n - 1] { last.first } else { last.end }
        };
        text.windows(n).filter(fits).map(|place| (place[0].start, end(place))).collect()
    }
}

/// A clause of the reader's own words, in each language.
fn own(parts: &[&Part]) -> Clause {
    let ways = Lang::THREE.into_iter().filter_map(|lang| {
        let all: Vec<Phrase> = parts.iter().filter_map(|p| Phrase::of(&p.text, lang)).collect();
        (!all.is_empty()).then_some(Way { lang, all, through: None })
    });
    Clause { ways: ways.collect() }
}

fn query_clause(expansions: &mut Vec<Expansion>, words: &[&Part], found: &[&Name], left_out: &[String]) -> Clause {
    let telling: Vec<&Part> = words.iter().copied().filter(|w| !is_stop_word(&w.text)).collect();
    let mut clause = own(if telling.is_empty() { words } else { &telling });
    for name in found {
        let off = left_out.contains(&name.key);
        let through = Some(expansions.len());
        expansions.push(Expansion { name: (*name).clone(), off });
        if off {
            continue;
        }
        for lang in Lang::THREE {
            // Its own name in another language; where that is what was typed, nothing is added.
            let Some(phrase) = Phrase::of(&name.names[lang.index()], lang) else { continue };
            let typed = clause.ways.iter().any(|w| w.lang == lang && w.through.is_none() && flat(&w.all) == phrase.tokens);
            if !typed {
                clause.ways.push(Way { lang, all: vec![phrase], through });
            }
        }
    }
    clause
}

fn flat(phrases: &[Phrase]) -> Vec<String> {
    phrases.iter().flat_map(|p| p.tokens.clone()).collect()
}

/// Names that stand in the words, with where: the longest first, none over another.
fn spans<'a>(words: &[&Part], names: &'a [Name]) -> Vec<(usize, usize, Vec<&'a Name>)> {
    let mut found: BTreeMap<(usize, usize), Vec<&Name>> = BTreeMap::new();
    for lang in Lang::THREE {
        let typed: Vec<Vec<String>> = words.iter().map(|w| Phrase::of(&w.text, lang).map(|p| p.tokens).unwrap_or_default()).collect();
        for name in names {
            let Some(said) = Phrase::of(&name.names[lang.index()], lang) else { continue };
            for from in 0..words.len() {
                let mut at = Vec::new();
                for to in from + 1..=words.len() {
                    at.extend(typed[to - 1].iter().cloned());
                    if at == said.tokens {
                        let there = found.entry((from, to)).or_default();
                        if !there.iter().any(|n| n.names == name.names) {
                            there.push(name);
                        }
                    }
                    if at.len() >= said.tokens.len() {
                        break;
                    }
                }
            }
        }
    }
    let mut spans: Vec<_> = found.into_iter().map(|((from, to), names)| (from, to, names)).collect();
    spans.sort_by_key(|(from, to, _)| (std::cmp::Reverse(to - from), *from));
    let mut taken = vec![false; words.len()];
    spans.retain(|(from, to, _)| {
        let free = !taken[*from..*to].contains(&true);
        if free {
            taken[*from..*to].fill(true);
        }
        free
    });
    spans.sort_by_key(|(from, _, _)| *from);
    spans
}

/// Words that tell nothing beside others.
fn is_stop_word(word: &str) -> bool {
    const STOP: &[&str] = &[
        "a", "an", "and", "are", "as", "at", "au", "aux", "by", "ce", "ces", "d", "dans", "de", "des", "du", "elle", "en", "est", "et",
        "for", "from", "how", "il", "in", "is", "it", "its", "l", "la", "le", "les", "leur", "of", "on", "or", "ou", "par", "pour", "qu",
        "que", "qui", "sa", "se", "ses", "son", "sur", "that", "the", "to", "un", "une", "was", "were", "what", "with",
    ];
    STOP.contains(&folded(word.chars()).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(key: &str, names: [&str; 3]) -> Name {
        Name { key: key.into(), names: names.map(str::to_owned), is_theme: false }
    }

    fn names() -> Vec<Name> {
        vec![
            name("g1", ["économie solidaire", "solidarity economy", "連帯経済"]),
            name("g2", ["économie sociale et solidaire", "social and solidarity economy", "社会的連帯経済"]),
        ]
    }

    fn query(typed: &str) -> Query {
        Query::new(&Typed::parse(typed), &names(), &[])
    }

    fn finds(typed: &str, text: &str, lang: Lang) -> Option<Option<usize>> {
        query(typed).found(text, lang).map(|(_, through)| through)
    }

    #[test]
    fn h4_a_french_query_finds_japanese_words_through_the_glossary() {
        assert_eq!(finds("l’économie solidaire", "社会的連帯経済について", Lang::Ja), Some(Some(0)));
        assert_eq!(finds("économies solidaires", "the solidarity economy", Lang::En), Some(Some(0)));
        assert_eq!(finds("économie solidaire", "une économie plus solidaire", Lang::Fr), Some(None), "its own words come first");
        assert_eq!(finds("連帯経済の歴史", "Histoire : économie solidaire et 歴史", Lang::Fr), Some(Some(0)));
        assert_eq!(finds("économie sociale et solidaire", "連帯経済", Lang::Ja), None, "the longer name is meant");
        let off = Query::new(&Typed::parse("économie solidaire"), &names(), &["g1".into()]);
        assert!(off.found("連帯経済", Lang::Ja).is_none() && off.expansions[0].off);
        assert!(query("« économie solidaire »").expansions.is_empty(), "what is quoted is meant as it stands");
    }

    #[test]
    fn every_word_is_asked_for_and_stop_words_only_alone() {
        assert_eq!(finds("the cooperatives of Tokyo", "A cooperative near Tokyo", Lang::En), Some(None));
        assert_eq!(finds("cooperative Osaka", "A cooperative near Tokyo", Lang::En), None);
        assert_eq!(finds("the", "the end", Lang::En), Some(None));
        assert_eq!(finds("\"near Tokyo\"", "Tokyo is near", Lang::En), None);
    }

    #[test]
    fn one_character_is_found_and_alone_is_marked() {
        let (places, _) = query("済").found("経済と救済", Lang::Ja).unwrap();
        assert_eq!(places.iter().map(|(a, b)| &"経済と救済"[*a..*b]).collect::<Vec<_>>(), ["済", "済"]);
        for (typed, text) in [("バ", "サーバーの"), ("𠮷", "𠮷野家"), ("ガ", "ｶﾞあ"), ("キ", "㌔ログラム")] {
            let (places, _) = query(typed).found(text, Lang::Ja).unwrap();
            assert!(places.iter().all(|(a, b)| text.get(*a..*b).is_some()), "{typed} in {text}: {places:?}");
        }
        let (places, _) = query("人").found("人々", Lang::Ja).unwrap();
        assert_eq!(places, [(0, 3)]);
        assert!(query("人々").found("人生", Lang::Ja).is_none());
    }
}
