//! Roles, found by rules: "Vize-Außenminister", "Nahost-Experte", "syrischer Präsident", "Sprecher des Ministeriums";
//! and whose they are: beside the name, in an apposition, or as a party in brackets.
//!
//! Limits: no roles in the plural except beside a name, none without a title or head from the word lists.

use crate::document::{
    Confidence, Form, Kind, Mention, PartOfSpeech, Sentence, Tag, Token, Verdict, hull, overlapping,
};
use crate::german::gender::Gender;
use crate::german::titles::{self, Title};
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

/// All roles of a text, in text order, disjoint. `names` are the names found before, sorted.
///
/// "Syriens Präsident Assad" → "Präsident".
pub fn roles(
    text: &str,
    tokens: &[Token],
    sentences: &[Sentence],
    tags: &[Tag],
    names: &[Mention],
) -> Vec<Mention> {
    let reader = Reader {
        text,
        tokens,
        tags,
        names,
    };
    let mut mentions = Vec::new();
    for sentence in sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let Some((start, end, confidence)) = reader.role(at, sentence) else {
                at += 1;
                continue;
            };
            mentions.push(Mention {
                span: hull(tokens, start..end),
                kind: Kind::Role,
                form: Form::Description,
                entity: None,
                confidence: Confidence::new(confidence),
                verdict: Verdict::Open,
            });
            at = end;
        }
    }
    mentions
}

/// Which roles and parties belong to which persons.
///
/// "Bundesaußenminister Frank-Walter Steinmeier (SPD)" ties the role and the party, "Hugh Hill, ein Arzt," the profession.
pub fn ties(text: &str, tokens: &[Token], roles: &[Mention], names: &[Mention]) -> Vec<Tie> {
    let mut ties = Vec::new();
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let persons = names.iter().enumerate().filter(|(_, name)| is_person(name));
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

fn is_person(name: &Mention) -> bool {
    name.kind == Kind::Person && name.form == Form::Name
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

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    tags: &'a [Tag],
    names: &'a [Mention],
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.of(self.text))
    }

    fn part_of_speech(&self, at: usize) -> Option<PartOfSpeech> {
        self.tags.get(at).map(|tag| tag.part_of_speech)
    }

    /// The first name mention of form `Name` that overlaps token `at`.
    fn name_at(&self, at: usize) -> Option<&Mention> {
        let span = self.tokens.get(at)?.span;
        let first = self
            .names
            .partition_point(|name| name.span.end() <= span.start());
        self.names
            .get(first)
            .filter(|name| name.span.overlaps(span) && name.form == Form::Name)
    }

    /// Whether a person's name begins at token `at`, perhaps after "Dr.".
    fn person_begins(&self, at: usize) -> bool {
        let at = at + usize::from(matches!(self.word(at), "Dr." | "Prof."));
        self.name_at(at).is_some_and(is_person)
    }

    /// A role whose adjective or noun is token `at`: first token, one past the last, confidence.
    fn role(&self, at: usize, sentence: &Sentence) -> Option<(usize, usize, f32)> {
        let mut head = at;
        while head < at + 2 && self.is_describing(head) {
            head += 1;
        }
        if sentence.tokens.end <= head || self.name_at(head).is_some() {
            return None;
        }
        let title = titles::look_up(self.word(head))?;
        if titles::is_address(self.word(head)) {
            return None;
        }
        let complement = self.complement(head + 1, sentence.tokens.end);
        let start = at;
        // "Hugh Hill, ein Arzt," and "Michael Lüders, Nahost-Experte,": the name stands before the comma.
        let first = start
            .checked_sub(1)
            .filter(|&before| self.part_of_speech(before) == Some(PartOfSpeech::Article))
            .unwrap_or(start);
        let follows_name = first.checked_sub(2).is_some_and(|before| {
            sentence.tokens.start <= before
                && self.word(first - 1) == ","
                && (self.name_at(before).is_some_and(is_person) || self.word(before) == ")")
        });
        if self.person_begins(head + 1) {
            return Some((start, head + 1, 0.95));
        }
        if follows_name || self.word(complement) == "," && self.person_begins(complement + 1) {
            return Some((start, complement, 0.9));
        }
        let alone = matches!(
            title.class,
            "politics" | "justice" | "police/military" | "church" | "science" | "economy" | "media"
        );
        let singular = self.is_singular(start, &title);
        (alone && singular).then_some((
            start,
            complement,
            if head < complement - 1 || start < head {
                0.8
            } else {
                0.7
            },
        ))
    }

    /// "russische", "ehemaliger", "stellvertretende": an adjective that is part of a role.
    fn is_describing(&self, at: usize) -> bool {
        const SUCH: [&str; 15] = [
            "ehemalig",
            "früher",
            "stellvertretend",
            "amtierend",
            "designiert",
            "damalig",
            "neu",
            "künftig",
            "scheidend",
            "parlamentarisch",
            "leitend",
            "geschäftsführend",
            "regierend",
            "zuständig",
            "einstig",
        ];
        let word = self.word(at);
        let Some(stem) = ["en", "em", "er", "es", "e"]
            .iter()
            .find_map(|ending| word.strip_suffix(ending))
        else {
            return false;
        };
        let lower = stem.to_lowercase();
        lower.ends_with("isch")
            || SUCH.contains(&lower.as_str())
            || SUCH.contains(&word.to_lowercase().as_str())
            || matches!(lower.as_str(), "deutsch" | "polnisch")
    }

    /// One past "des Ministeriums", "der Grünen im Bundestag", "von Greenpeace" after a role; `at` if there is none.
    fn complement(&self, at: usize, end: usize) -> usize {
        if !matches!(
            self.word(at),
            "des" | "der" | "vom" | "für" | "von" | "beim"
        ) {
            return at;
        }
        let mut next = at + 1;
        while next < end
            && next < at + 3
            && self.word(next).starts_with(char::is_lowercase)
            && self.part_of_speech(next).is_none_or(|p| {
                matches!(
                    p,
                    PartOfSpeech::Adjective
                        | PartOfSpeech::Article
                        | PartOfSpeech::Determiner
                        | PartOfSpeech::Possessive
                )
            })
        {
            next += 1;
        }
        if end <= next || self.person_begins(next) || !self.is_noun(next) {
            return at;
        }
        // The whole of a name, or one noun.
        match self.name_at(next) {
            Some(name) => overlapping(self.tokens, name.span).end.min(end),
            None => next + 1,
        }
    }

    fn is_noun(&self, at: usize) -> bool {
        let is_capital = self.word(at).chars().next().is_some_and(char::is_uppercase);
        is_capital
            && self.part_of_speech(at).is_none_or(|p| {
                matches!(
                    p,
                    PartOfSpeech::Noun | PartOfSpeech::ProperNoun | PartOfSpeech::Other
                )
            })
            || self.name_at(at).is_some()
    }

    /// Whether the words before say that one person is meant: "der Sprecher", "ein Experte", but not "die Minister".
    fn is_singular(&self, start: usize, title: &Title) -> bool {
        let before = start
            .checked_sub(1)
            .map_or("", |before| self.word(before))
            .to_lowercase();
        let masculine = title.gender != Some(Gender::Feminine);
        match before.as_str() {
            "der" | "die" | "dem" | "des" | "den" | "ein" | "eine" | "einer" | "einem"
            | "eines" | "einen" | "dessen" | "deren" => {
                let is_plural_article = matches!(before.as_str(), "die") && masculine
                    || before == "der"
                        && title.may_be_plural
                        && self.word(start) != title.word
                        && masculine;
                let dative_plural = before == "den"
                    && title.may_be_plural
                    && self.word(start) != title.word
                    && title.word.ends_with("er");
                !is_plural_article && !dative_plural
            }
            "als" | "zum" | "zur" | "vom" | "beim" | "sein" | "seine" | "seinem" | "seinen"
            | "ihr" | "ihre" | "ihrem" | "ihren" | "jeder" | "dieser" | "diesem" | "laut" => {
                !title.may_be_plural
                    || matches!(before.as_str(), "als" | "zum" | "vom" | "sein" | "ihr")
            }
            // "Syriens Präsident": a name in the genitive.
            _ => start
                .checked_sub(1)
                .and_then(|before| self.name_at(before))
                .is_some_and(|name| {
                    name.span.of(self.text).ends_with('s') && name.kind != Kind::Person
                }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::sample::{Sample, sample};

    /// Names are given as "kind text" and looked for in the text.
    fn named(text: &str, names: &[(Kind, &str)]) -> Vec<Mention> {
        let mention = |&(kind, name): &(Kind, &str)| {
            let start = text.find(name).expect("the name is in the text");
            Mention {
                span: Span::new(start, start + name.len()),
                kind,
                form: Form::Name,
                entity: None,
                confidence: Confidence::CERTAIN,
                verdict: Verdict::Open,
            }
        };
        names.iter().map(mention).collect()
    }

    #[track_caller]
    fn check(text: &str, names: &[(Kind, &str)], expected: &str, tied: &str) {
        let Sample {
            tokens,
            sentences,
            tags,
        } = sample(text);
        let names = named(text, names);
        let found = roles(text, &tokens, &sentences, &tags, &names);
        let spans: Vec<&str> = found.iter().map(|role| role.span.of(text)).collect();
        assert_eq!(spans.join("; "), expected, "{text}");
        let ties = ties(text, &tokens, &found, &names);
        let ties: Vec<String> = ties
            .iter()
            .map(|tie| format!("{}: {}", names[tie.person].span.of(text), tie.title))
            .collect();
        assert_eq!(ties.join("; "), tied, "{text}");
    }

    const PERSON: Kind = Kind::Person;

    #[test]
    fn a_role_stands_before_its_name() {
        check(
            "sagte Vize-Außenminister Sergej Rybakow",
            &[(PERSON, "Sergej Rybakow")],
            "Vize-Außenminister",
            "Sergej Rybakow: Vize-Außenminister",
        );
        check(
            "Syriens Präsident Assad schwieg",
            &[(Kind::Location, "Syriens"), (PERSON, "Assad")],
            "Präsident",
            "Assad: Präsident",
        );
        check(
            "mit dem russischen Außenminister Dr. Lawrow",
            &[(PERSON, "Lawrow")],
            "russischen Außenminister",
            "Lawrow: russischer Außenminister",
        );
        check(
            "Nahost-Experte Michael Lüders",
            &[(PERSON, "Michael Lüders")],
            "Nahost-Experte",
            "Michael Lüders: Nahost-Experte",
        );
    }

    #[test]
    fn a_party_stands_in_brackets() {
        check(
            "Bundesaußenminister Frank-Walter Steinmeier (SPD)",
            &[(PERSON, "Frank-Walter Steinmeier")],
            "Bundesaußenminister",
            "Frank-Walter Steinmeier: SPD; Frank-Walter Steinmeier: Bundesaußenminister",
        );
        check(
            "Merkel (62, CDU) kam",
            &[(PERSON, "Merkel")],
            "",
            "Merkel: CDU",
        );
        check("Merkel (62) kam", &[(PERSON, "Merkel")], "", "");
    }

    #[test]
    fn an_apposition_follows_its_name() {
        check(
            "Hugh Hill, ein Arzt, sagte",
            &[(PERSON, "Hugh Hill")],
            "Arzt",
            "Hugh Hill: Arzt",
        );
        check(
            "Der Sprecher des Ministeriums, Hans Meier, kam",
            &[(PERSON, "Hans Meier")],
            "Sprecher des Ministeriums",
            "Hans Meier: Sprecher des Ministeriums",
        );
    }

    #[test]
    fn a_role_may_stand_alone_but_not_in_the_plural() {
        check(
            "sagte der Sprecher des Ministeriums",
            &[],
            "Sprecher des Ministeriums",
            "",
        );
        check(
            "Der syrische Präsident lehnte ab",
            &[],
            "syrische Präsident",
            "",
        );
        check("Die Experten und die Minister stritten", &[], "", "");
        check("Frau Merkel kam", &[(PERSON, "Merkel")], "", "");
    }
}
