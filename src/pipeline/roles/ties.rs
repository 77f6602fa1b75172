//! Whose a role or party is: beside the name, in an apposition, or in brackets.

use super::{is_address, is_person, party};
use crate::document::{Mention, Token, overlapping};
use crate::german::gender::{Gender, gender};
use crate::german::known_names::is_from_place;
use crate::german::titles::{self, Title};
use crate::pipeline::names::nested::is_nested;
use crate::span::Span;

/// A role or party that the text ties to a person's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Index of the person's mention among the names.
    pub person: usize,
    /// Where the role or party stands.
    pub span: Span,
    /// What it is, in the nominative: "russischer Außenminister", "SPD".
    pub title: String,
    /// Whether it is a party.
    pub is_party: bool,
    /// Whether the words mean several persons: "die Außenminister Kerry und Lawrow".
    pub is_shared: bool,
}

/// Which roles and parties belong to which persons.
///
/// "Bundesaußenminister Frank-Walter Steinmeier (SPD)" ties the role and the party, "Hugh Hill, ein Arzt," the profession.
pub fn ties(text: &str, tokens: &[Token], roles: &[Mention], names: &[Mention]) -> Vec<Tie> {
    let reader = Reader {
        text,
        tokens,
        roles,
        names,
    };
    let mut ties = Vec::new();
    // The plural role that the persons before share, and who they are.
    let mut shared: Option<(&Mention, usize)> = None;
    for (person, name) in names.iter().enumerate() {
        if !is_person(name) || is_nested(names, person) {
            continue;
        }
        let run = overlapping(tokens, name.span);
        let party = (reader.word(run.end) == "(")
            .then(|| party::in_brackets(text, tokens, run.end + 1, names))
            .flatten();
        if let Some(span) = party {
            ties.push(Tie {
                person,
                span,
                title: span.of(text).to_owned(),
                is_party: true,
                is_shared: false,
            });
        }
        let after = reader.after_bracket(run.end);
        let before = reader.before(run.start);
        let plural = before
            .first()
            .copied()
            .filter(|role| reader.is_plural(role));
        let inherited = shared
            .filter(|&(_, next)| next == run.start)
            .map(|(role, _)| role);
        let is_shared = plural.is_some() || inherited.is_some();
        let found = before
            .iter()
            .copied()
            .chain(inherited.filter(|_| before.is_empty()))
            .chain(reader.after(after));
        let mut from_role = None;
        for role in found {
            let title = reader.title(role.span, name);
            let noun = title
                .split(' ')
                .find(|word| titles::look_up(word).is_some());
            from_role = from_role.or_else(|| Some((role.span, party::of_role(noun?)?)));
            ties.push(Tie {
                person,
                span: role.span,
                title,
                is_party: false,
                is_shared,
            });
        }
        if let Some((span, title)) = from_role.filter(|_| party.is_none()) {
            ties.push(Tie {
                person,
                span,
                title: title.to_owned(),
                is_party: true,
                is_shared,
            });
        }
        shared = plural
            .or(inherited)
            .and_then(|role| Some((role, reader.next_person(after)?)));
    }
    ties
}

/// Token `at`, or the one where the adverbs before it begin: "damals", "seit 2009". `word` tells the words.
pub(super) fn before_adverbs<'a>(
    at: usize,
    sentence_start: usize,
    word: impl Fn(usize) -> &'a str,
) -> usize {
    let is_year = |at| word(at).len() == 4 && word(at).bytes().all(|byte| byte.is_ascii_digit());
    if sentence_start + 2 <= at && is_year(at - 1) && matches!(word(at - 2), "seit" | "bis" | "ab")
    {
        return at - 2;
    }
    let is_adverb = sentence_start < at
        && matches!(
            word(at - 1),
            "damals"
                | "selbst"
                | "früher"
                | "einst"
                | "heute"
                | "inzwischen"
                | "zuletzt"
                | "seinerzeit"
        );
    at - usize::from(is_adverb)
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    roles: &'a [Mention],
    names: &'a [Mention],
}

impl<'a> Reader<'a> {
    fn word(&self, at: usize) -> &'a str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.of(self.text))
    }

    /// The token after a bracket that opens at token `at`; `at` if none does.
    fn after_bracket(&self, at: usize) -> usize {
        /// Words of a bracket behind a name: "(SPD, Hamburg)".
        const MOST: usize = 8;
        if self.word(at) != "(" {
            return at;
        }
        (at..(at + MOST).min(self.tokens.len()))
            .find(|&at| self.word(at) == ")")
            .map_or(at, |close| close + 1)
    }

    /// The role that ends with token `at`.
    fn ends_at(&self, at: usize) -> Option<&'a Mention> {
        let end = self.tokens.get(at)?.span.end();
        let first = self.roles.partition_point(|role| role.span.end() < end);
        self.roles.get(first).filter(|role| role.span.end() == end)
    }

    /// The role that begins with token `at`.
    fn begins_at(&self, at: usize) -> Option<&'a Mention> {
        let start = self.tokens.get(at)?.span.start();
        let first = self.roles.partition_point(|role| role.span.start() < start);
        self.roles
            .get(first)
            .filter(|role| role.span.start() == start)
    }

    /// Roles before a name that begins at token `start`, the nearest first: "der Autor und Journalist", "der Leiter des
    /// Instituts, Professor".
    fn before(&self, start: usize) -> Vec<&'a Mention> {
        let mut found: Vec<&Mention> = Vec::new();
        let mut at = start;
        while let Some(before) = at.checked_sub(1) {
            if let Some(role) = self.ends_at(before).filter(|_| self.word(at) != ",") {
                let is_first = found.is_empty();
                let joined = self.word(at) == "und" && !is_first;
                if is_first && self.word(at) != "und" || joined {
                    found.push(role);
                    at = overlapping(self.tokens, role.span).start;
                    continue;
                }
                break;
            }
            match self.word(before) {
                "," => {
                    // "sagte der Präsident, Assad …" begins a new clause: a comma binds only what has a complement.
                    let role = before
                        .checked_sub(1)
                        .and_then(|before| self.ends_at(before));
                    let with_complement = role.filter(|role| role.span.of(self.text).contains(' '));
                    found.extend(with_complement);
                    break;
                }
                "und" if !found.is_empty() => at = before,
                word if is_address(word) && found.is_empty() => at = before,
                _ => break,
            }
        }
        found
    }

    /// The role after a name, where token `at` follows it: ", ein bekannter Arzt", "als Kanzlerin", "ist Leiter des Amtes".
    fn after(&self, at: usize) -> Option<&'a Mention> {
        match self.word(at) {
            "," => self.apposition(at + 1),
            "als" => self.begins_at(at + 1),
            "ist" | "war" | "wird" | "wurde" | "bleibt" => {
                let article = matches!(self.word(at + 1), "ein" | "eine" | "der" | "die");
                self.begins_at(at + 1 + usize::from(article))
            }
            _ => None,
        }
    }

    /// A role in an apposition that begins at token `at`: an article, an adverb or adjectives may come before it.
    fn apposition(&self, at: usize) -> Option<&'a Mention> {
        /// "seit 2009 der", "ein bekannter deutscher"
        const MOST: usize = 4;
        let role = (at..at + MOST).find_map(|at| self.begins_at(at))?;
        let between = at..overlapping(self.tokens, role.span).start;
        let has_article = between.clone().any(|at| is_article(self.word(at)));
        let is_loose = |at: usize| {
            let word = self.word(at);
            let is_adjective = word.starts_with(char::is_lowercase)
                && ["e", "er", "en", "em", "es"]
                    .iter()
                    .any(|end| word.ends_with(end));
            is_article(word) || is_adjective && has_article
        };
        let start = before_adverbs(between.end, at, |at| self.word(at));
        (at..start).all(is_loose).then_some(role)
    }

    /// Whether a role before a name means several persons: "die Außenminister", "die beiden Chefinnen", "Präsidenten".
    fn is_plural(&self, role: &Mention) -> bool {
        let run = overlapping(self.tokens, role.span);
        let found = run
            .clone()
            .find_map(|at| Some((self.word(at), titles::look_up(self.word(at))?)));
        let Some((noun, title)) = found else {
            return false;
        };
        let before = run.start.checked_sub(1).map_or("", |at| self.word(at));
        let is_feminine = title.gender == Some(Gender::Feminine);
        title.may_be_plural
            && match before.to_lowercase().as_str() {
                "die" => {
                    !is_feminine && (title.gender.is_some() || noun.ends_with('n'))
                        || noun.ends_with("innen")
                }
                "den" => noun.ends_with('n'),
                "beiden" | "beide" | "der" => {
                    noun.ends_with("innen") || before != "der" && before != "Der"
                }
                _ => {
                    noun.ends_with("innen")
                        || noun != title.word && noun.ends_with("en") && is_weak(&title)
                }
            }
    }

    /// Where the next person of a list begins, if token `at` joins one: "und Lawrow", ", Lawrow und Fabius".
    fn next_person(&self, at: usize) -> Option<usize> {
        if !matches!(self.word(at), "und" | "sowie" | ",") {
            return None;
        }
        let start = self.tokens.get(at + 1)?.span.start();
        let first = self.names.partition_point(|name| name.span.start() < start);
        let name = self.names.get(first)?;
        let follows = name.span.start() == start && is_person(name);
        let is_list = || {
            let end = self.after_bracket(overlapping(self.tokens, name.span).end);
            self.word(at) != "," || self.next_person(end).is_some()
        };
        (follows && is_list()).then_some(at + 1)
    }

    /// The role of `name` as a title in the nominative: "russischen Außenministers" → "russischer Außenminister".
    fn title(&self, span: Span, name: &Mention) -> String {
        let run = overlapping(self.tokens, span);
        let words: Vec<&str> = run.clone().map(|at| self.word(at)).collect();
        let known =
            |word: &str| titles::look_up(word).or_else(|| titles::look_up_beside_name(word));
        let Some((head, title)) = words
            .iter()
            .enumerate()
            .find_map(|(at, word)| Some((at, known(word)?)))
        else {
            return words.join(" ");
        };
        let of_person = || gender(name.span.of(self.text), None);
        // "der Vorsitzende Martin" is a "Vorsitzender".
        let is_both = title.gender.is_none() && title.word.ends_with('e');
        let of_title = title.gender.or_else(of_person);
        let mut named: Vec<String> = words[..head]
            .iter()
            .map(|word| nominative(word, of_title))
            .collect();
        named.push(if is_both && of_title == Some(Gender::Masculine) {
            format!("{}r", title.word)
        } else {
            title.word
        });
        if let Some(noun) = run.clone().nth(head) {
            let rest = Span::new(self.tokens[noun].span.end(), span.end());
            named.extend(rest.of(self.text).split_whitespace().map(str::to_owned));
        }
        named.join(" ")
    }
}

/// Nouns whose plural is like their other cases: "den Präsidenten" is one or several.
fn is_weak(title: &Title) -> bool {
    title.word.ends_with("er") || title.word.ends_with("or")
}

fn is_article(word: &str) -> bool {
    matches!(
        word,
        "der" | "die" | "ein" | "eine" | "dem" | "des" | "den" | "einem" | "eines" | "einer"
    )
}

/// An adjective before a noun without an article: "russischen" → "russischer", "deutsche" → "deutsche" for a woman.
fn nominative(adjective: &str, gender: Option<Gender>) -> String {
    let endings = ["en", "em", "er", "es", "e"];
    let is_fixed = adjective.starts_with(char::is_uppercase) && is_from_place(adjective);
    let stem = endings
        .iter()
        .find_map(|ending| adjective.strip_suffix(ending));
    match (stem.filter(|_| !is_fixed), gender) {
        (None, _) => adjective.to_owned(),
        (Some(stem), Some(Gender::Feminine)) => format!("{stem}e"),
        (Some(stem), Some(Gender::Masculine) | None) => format!("{stem}er"),
    }
}
