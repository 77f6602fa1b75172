//! Roles, found by rules: "Vize-Außenminister", "Nahost-Experte", "syrischer Präsident", "Sprecher des Ministeriums";
//! and whose they are: beside the name, in an apposition, or as a party in brackets.
//!
//! Limits: no roles in the plural except beside a name, none without a title or head from the word lists.

mod ties;

use crate::document::{
    Confidence, Form, Kind, Mention, PartOfSpeech, Sentence, Tag, Token, Verdict, hull, overlapping,
};
use crate::german::gender::Gender;
use crate::german::titles::{self, Title};

pub use ties::{Tie, ties};

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
                value: None,
                confidence: Confidence::new(confidence),
                verdict: Verdict::Open,
            });
            at = end;
        }
    }
    mentions
}

fn is_person(name: &Mention) -> bool {
    name.kind == Kind::Person && name.form == Form::Name
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
        if titles::is_address(self.word(head)) || titles::is_relation(&title.word) {
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
    use crate::span::Span;

    /// Names are given as "kind text" and looked for in the text.
    fn named(text: &str, names: &[(Kind, &str)]) -> Vec<Mention> {
        let mention = |&(kind, name): &(Kind, &str)| {
            let start = text.find(name).expect("the name is in the text");
            Mention {
                span: Span::new(start, start + name.len()),
                kind,
                form: Form::Name,
                entity: None,
                value: None,
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
            "ihrem russischen Kollegen Sergej Lawrow",
            &[(PERSON, "Sergej Lawrow")],
            "",
            "",
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
