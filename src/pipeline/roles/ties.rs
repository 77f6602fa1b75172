//! Whose a role or party is: beside the name, in an apposition, or in brackets.

use super::is_person;
use crate::document::{Kind, Mention, Token, hull, overlapping};
use crate::german::gender::Gender;
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
}

/// Which roles and parties belong to which persons.
///
/// "Bundesaußenminister Frank-Walter Steinmeier (SPD)" ties the role and the party, "Hugh Hill, ein Arzt," the profession.
pub fn ties(text: &str, tokens: &[Token], roles: &[Mention], names: &[Mention]) -> Vec<Tie> {
    let mut ties = Vec::new();
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let persons = names
        .iter()
        .enumerate()
        .filter(|&(index, name)| is_person(name) && !is_nested(names, index));
    for (person, name) in persons {
        let run = overlapping(tokens, name.span);
        if word(run.end) == "("
            && let Some(party) = party(text, tokens, run.end + 1, names)
        {
            ties.push(Tie {
                person,
                span: party,
                title: party.of(text).to_owned(),
                is_party: true,
            });
        }
        let after = if word(run.end) == "(" {
            (run.end..(run.end + 8).min(tokens.len()))
                .find(|&at| word(at) == ")")
                .map_or(run.end, |at| at + 1)
        } else {
            run.end
        };
        let role = before(text, tokens, roles, run.start)
            .or_else(|| apposition(text, tokens, roles, after));
        if let Some(role) = role {
            ties.push(Tie {
                person,
                span: role.span,
                title: title(text, tokens, role.span),
                is_party: false,
            });
        }
    }
    ties
}

/// A role that ends right before token `at`; "Dr." or a comma may stand between.
fn before<'a>(
    text: &str,
    tokens: &[Token],
    roles: &'a [Mention],
    at: usize,
) -> Option<&'a Mention> {
    let mut at = at.checked_sub(1)?;
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    while matches!(
        word(at),
        "Dr." | "Prof." | "Dr" | "med." | "Herr" | "Frau" | ","
    ) && 0 < at
    {
        at -= 1;
    }
    let end = tokens.get(at)?.span.end();
    let comma_between = word(at + 1) == ",";
    let role = roles.get(roles.partition_point(|role| role.span.end() < end))?;
    // "sagte der Präsident, Assad …" begins a new clause: a comma binds only what has a complement.
    let has_complement = role.span.of(text).contains(' ');
    (role.span.end() == end && (!comma_between || has_complement)).then_some(role)
}

/// A role in an apposition: token `at` is the comma, an article may follow, then the role.
fn apposition<'a>(
    text: &str,
    tokens: &[Token],
    roles: &'a [Mention],
    at: usize,
) -> Option<&'a Mention> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    if word(at) != "," {
        return None;
    }
    let article = matches!(
        word(at + 1),
        "der"
            | "die"
            | "ein"
            | "eine"
            | "dem"
            | "des"
            | "den"
            | "einem"
            | "eines"
            | "einer"
            | "seit"
            | "damals"
            | "selbst"
    );
    let start = tokens.get(at + 1 + usize::from(article))?.span.start();
    let role = roles.get(roles.partition_point(|role| role.span.start() < start))?;
    // Adjectives may stand between the article and the role: "ein bekannter Arzt".
    let words_between = overlapping(tokens, Span::new(start, role.span.start().max(start)));
    let only_adjectives = words_between.len() <= 2
        && words_between.clone().all(|at| {
            word(at).starts_with(char::is_lowercase)
                && ["e", "er", "en", "em", "es"]
                    .iter()
                    .any(|end| word(at).ends_with(end))
        });
    (role.span.start() == start || article && only_adjectives).then_some(role)
}

const PARTIES: [&str; 32] = [
    "CDU",
    "CSU",
    "SPD",
    "FDP",
    "AfD",
    "Grüne",
    "Grünen",
    "Linke",
    "Linkspartei",
    "BSW",
    "PDS",
    "CDU/CSU",
    "Bündnis",
    "Piraten",
    "NPD",
    "ÖVP",
    "SPÖ",
    "FPÖ",
    "NEOS",
    "Neos",
    "SVP",
    "SP",
    "CVP",
    "KPD",
    "SED",
    "WASG",
    "LINKE",
    "GRÜNE",
    "Piratenpartei",
    "parteilos",
    "DP",
    "LKR",
];

/// A party in brackets that begins at token `at`: "(SPD)", "(Bündnis 90/Die Grünen)", "(55, CDU)".
fn party(text: &str, tokens: &[Token], at: usize, names: &[Mention]) -> Option<Span> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let close = (at..(at + 8).min(tokens.len())).find(|&at| word(at) == ")")?;
    let has_party = |run: std::ops::Range<usize>| {
        run.clone()
            .any(|at| PARTIES.contains(&word(at).trim_matches('/')) || word(at).contains("Grünen"))
    };
    let last_comma = (at..close)
        .rev()
        .find(|&at| word(at) == ",")
        .map_or(at, |comma| comma + 1);
    let first = if has_party(last_comma..close) {
        last_comma
    } else {
        at
    };
    let span = hull(tokens, first..close);
    let is_organisation = names
        .binary_search_by(|name| name.span.cmp(&span))
        .is_ok_and(|found| names[found].kind == Kind::Organisation);
    let short = first < close && close - first <= 4;
    // "Merkel (dpa)" is no party; a bare organisation in brackets only counts where it is short like one.
    let is_upper =
        span.len() <= 5 && span.of(text).chars().filter(|c| c.is_uppercase()).count() >= 2;
    (short && (has_party(first..close) || is_organisation && is_upper)).then_some(span)
}

/// The role as a title in the nominative: "russischen Außenministers" → "russischer Außenminister".
fn title(text: &str, tokens: &[Token], span: Span) -> String {
    let run = overlapping(tokens, span);
    let words: Vec<&str> = run.map(|at| tokens[at].span.of(text)).collect();
    let head = words
        .iter()
        .position(|word| titles::look_up(word).is_some());
    let mut named = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let found = head
            .filter(|_| Some(at) <= head)
            .and_then(|head| titles::look_up(words[head]));
        named.push(match found {
            Some(Title { word, .. }) if Some(at) == head => word,
            Some(Title { gender, .. }) => nominative(word, gender),
            None => (*word).to_owned(),
        });
    }
    named.join(" ")
}

/// An adjective before a noun without an article: "russischen" → "russischer", "deutsche" → "deutsche" for a woman.
fn nominative(adjective: &str, gender: Option<Gender>) -> String {
    let endings = ["en", "em", "er", "es", "e"];
    let Some(stem) = endings
        .iter()
        .find_map(|ending| adjective.strip_suffix(ending))
    else {
        return adjective.to_owned();
    };
    match gender {
        Some(Gender::Feminine) => format!("{stem}e"),
        Some(Gender::Masculine) | None => format!("{stem}er"),
    }
}
