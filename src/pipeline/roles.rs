//! Roles, found by rules: "Vize-Außenminister", "Nahost-Experte", "syrischer Präsident", "Sprecher des Ministeriums";
//! and whose they are: beside the name, in an apposition, or as a party in brackets.
//!
//! Limits: no roles in the plural except beside a name, none without a title or head from the word lists.

mod party;
mod phrase;
mod ties;

use crate::document::{Confidence, Form, Kind, Mention, PartOfSpeech, Sentence, Tag, Token, hull};
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
            mentions.push(Mention::new(
                hull(tokens, start..end),
                Kind::Role,
                Form::Description,
                Confidence::new(confidence),
            ));
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

    /// Whether a person's name begins at token `at`, perhaps after "Dr." or "Professor".
    fn person_begins(&self, at: usize) -> bool {
        /// "Prof. Dr. med."
        const MOST: usize = 3;
        let n_titles = (at..at + MOST)
            .take_while(|&at| is_address(self.word(at)))
            .count();
        self.name_at(at + n_titles).is_some_and(is_person)
    }

    /// A role whose adjective or noun is token `at`: first token, one past the last, confidence.
    fn role(&self, at: usize, sentence: &Sentence) -> Option<(usize, usize, f32)> {
        let end = sentence.tokens.end;
        let head = self.head(at, end);
        if end <= head || self.name_at(head).is_some() {
            return None;
        }
        let noun = self.word(head);
        let is_beside = self.person_begins(head + 1);
        let title = titles::look_up(noun).or_else(|| {
            is_beside
                .then(|| titles::look_up_beside_name(noun))
                .flatten()
        })?;
        if titles::is_address(noun) || titles::is_relation(&title.word) {
            return None;
        }
        if is_beside || self.shares_name(head, &title) {
            return Some((at, head + 1, 0.95));
        }
        let complement = self.complement(head + 1, end, title.class);
        if self.follows_name(at, sentence.tokens.start)
            || self.word(complement) == "," && self.person_begins(complement + 1)
        {
            return Some((at, complement, 0.9));
        }
        let has_complement = head + 1 < complement;
        let stands_alone = has_complement
            || matches!(
                title.class,
                "politics"
                    | "justice"
                    | "police/military"
                    | "church"
                    | "science"
                    | "economy"
                    | "media"
            );
        let is_singular = self.is_singular(at, &title)
            || has_complement && noun == title.word && self.stands_bare(at, &title);
        let sure = if has_complement || at < head {
            0.8
        } else {
            0.7
        };
        (stands_alone && is_singular).then_some((at, complement, sure))
    }

    /// "Autor" in "der Autor und Journalist Heribert Prantl".
    fn shares_name(&self, head: usize, title: &Title) -> bool {
        let second = head + 2;
        self.word(head + 1) == "und"
            && self.person_begins(second + 1)
            && titles::look_up(self.word(second)).is_some_and(|other| other.gender == title.gender)
    }

    /// Whether the role that begins at token `at` follows a name and a comma: "Hugh Hill, ein Arzt,", "Rüdiger Grube, seit
    /// 2009 Bahnchef,".
    fn follows_name(&self, at: usize, sentence_start: usize) -> bool {
        let mut first = self.before_adjectives(at);
        let is_article = |at| self.part_of_speech(at) == Some(PartOfSpeech::Article);
        first -= usize::from(sentence_start < first && is_article(first - 1));
        first = ties::before_adverbs(first, sentence_start, |at| self.word(at));
        let Some(name) = first.checked_sub(2).filter(|&name| sentence_start <= name) else {
            return false;
        };
        self.word(first - 1) == ","
            && (self.name_at(name).is_some_and(is_person) || self.word(name) == ")")
    }

    /// Where the adjectives before token `at` begin that stand behind an article: "ein bekannter Anwalt".
    fn before_adjectives(&self, at: usize) -> usize {
        let is_adjective = |at: usize| {
            let word = self.word(at);
            word.starts_with(char::is_lowercase)
                && ["e", "er", "en", "em", "es"]
                    .iter()
                    .any(|end| word.ends_with(end))
        };
        let is_article = |at: usize| self.part_of_speech(at) == Some(PartOfSpeech::Article);
        (1..=2)
            .filter_map(|n_words| at.checked_sub(n_words))
            .take_while(|&first| is_adjective(first) && !is_article(first))
            .find(|&first| first.checked_sub(1).is_some_and(is_article))
            .unwrap_or(at)
    }

    /// Whether no word before the role belongs to it: "Klaus Nieding ist Vorstand der Kanzlei".
    fn stands_bare(&self, at: usize, title: &Title) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let predicates = [
            "ist", "war", "wird", "wurde", "bleibt", "sei", "werde", "bleibe", "werden", "als",
            "und", ":",
        ];
        predicates.contains(&before) && (!title.may_be_plural || before != "und")
    }

    /// The role noun as it stands; at most a few words after its first one.
    fn head_word(&self, start: usize, title: &Title) -> &str {
        let mut words = (start..start + 6).map(|at| self.word(at));
        words
            .find(|word| titles::look_up(word).is_some_and(|found| found.word == title.word))
            .unwrap_or_default()
    }

    /// Whether the words before say that one person is meant: "der Sprecher", "ein Experte", but not "die Minister".
    fn is_singular(&self, start: usize, title: &Title) -> bool {
        let start = self.before_adjectives(start);
        let before = start
            .checked_sub(1)
            .map_or("", |before| self.word(before))
            .to_lowercase();
        let noun = self.head_word(start, title);
        if title.may_be_plural && noun.ends_with("innen") {
            return false;
        }
        // "die Vorsitzende" is one woman, "die Vorsitzenden" are several.
        let is_one_woman = title.gender.is_none() && noun.ends_with('e');
        let masculine = title.gender != Some(Gender::Feminine) && !is_one_woman;
        match before.as_str() {
            "der" | "die" | "dem" | "des" | "den" | "ein" | "eine" | "einer" | "einem"
            | "eines" | "einen" | "dessen" | "deren" => {
                // "der Minister" is one, "der Experten" and "der neuen Minister" are several.
                let has_plural_form = if self.word(start) == noun {
                    noun != title.word
                } else {
                    self.word(start).ends_with("en")
                };
                let is_plural_article = matches!(before.as_str(), "die") && masculine
                    || before == "der" && title.may_be_plural && has_plural_form && masculine;
                let dative_plural = before == "den"
                    && title.may_be_plural
                    && noun != title.word
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

/// Whether the word only addresses a person whose name follows, or is an academic title before it.
fn is_address(word: &str) -> bool {
    matches!(
        word,
        "Dr."
            | "Prof."
            | "Dr"
            | "Prof"
            | "med."
            | "phil."
            | "jur."
            | "Professor"
            | "Professorin"
            | "Herr"
            | "Herrn"
            | "Frau"
    )
}

#[cfg(test)]
mod table;
#[cfg(test)]
mod tests;
