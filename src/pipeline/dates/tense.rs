//! Whether the words around a date look back or ahead: "Am Freitag kam er" and "Am Freitag kommt er".

use super::phrase::Phrase;
use crate::document::PartOfSpeech;
use crate::german::lexicon::{Classes, Lexicon};

/// Where a clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// "kam", "ist gekommen", "sei gekommen".
    Past,
    /// "wird kommen", "kommt", "soll kommen".
    Future,
    /// No verb, or one that leaves it open: "sollte".
    Unknown,
}

impl Phrase<'_> {
    /// Where the clause around the words from `start` to `end` looks; of a clause without a verb, the sentence.
    pub(super) fn direction(&self, start: usize, end: usize, lexicon: &Lexicon) -> Direction {
        // What has lasted since then began in the past: "seit Mittwoch brennt es".
        if matches!(self.before(start), "seit" | "Seit") {
            return Direction::Past;
        }
        if let Some(direction) = self.attribute(start, end, lexicon) {
            return direction;
        }
        let is_border = |at: &usize| {
            matches!(
                self.part_of_speech(*at),
                Some(PartOfSpeech::Comma | PartOfSpeech::Stop | PartOfSpeech::Bracket)
            )
        };
        let left = (0..start).rev().find(is_border).map_or(0, |at| at + 1);
        let right = (end..self.words.len())
            .find(is_border)
            .unwrap_or(self.words.len());
        let clause = self.clause(left, right, start, lexicon);
        if clause.is_some() {
            return clause.unwrap_or(Direction::Unknown);
        }
        self.clause(0, self.words.len(), start, lexicon)
            .unwrap_or(Direction::Unknown)
    }

    /// "die am Freitag veröffentlichte Studie", "das am Freitag beginnende Fest": the participle decides.
    fn attribute(&self, start: usize, end: usize, lexicon: &Lexicon) -> Option<Direction> {
        let preposition = start.checked_sub(1).filter(|&at| self.is_preposition(at));
        let article = preposition.unwrap_or(start).checked_sub(1)?;
        let opens = matches!(
            self.part_of_speech(article),
            Some(
                PartOfSpeech::Article
                    | PartOfSpeech::Determiner
                    | PartOfSpeech::Possessive
                    | PartOfSpeech::Pronoun
                    | PartOfSpeech::RelativePronoun
            )
        );
        if !opens {
            return None;
        }
        (end..self.words.len().min(end + 4)).find_map(|at| {
            let word = self.word(at);
            if !word.starts_with(char::is_lowercase) {
                return None;
            }
            let classes = lexicon.classes(word, false);
            if classes.has(Classes::PRESENT_PARTICIPLE)
                || word.ends_with("ende")
                || word.ends_with("enden")
            {
                Some(Direction::Future)
            } else if classes.has(Classes::PAST_PARTICIPLE_ATTRIBUTE) {
                Some(Direction::Past)
            } else {
                None
            }
        })
    }

    fn is_preposition(&self, at: usize) -> bool {
        self.part_of_speech(at) == Some(PartOfSpeech::Preposition)
            || matches!(self.word(at), "am" | "im" | "vom" | "zum")
    }

    /// The finite verb nearest to `at` among the words from `left` to `right`.
    fn clause(&self, left: usize, right: usize, at: usize, lexicon: &Lexicon) -> Option<Direction> {
        let is_finite = |at: &usize| {
            matches!(
                self.part_of_speech(*at),
                Some(
                    PartOfSpeech::FiniteVerb
                        | PartOfSpeech::FiniteAuxiliary
                        | PartOfSpeech::FiniteModal
                )
            )
        };
        let verb = (left..right)
            .filter(is_finite)
            .min_by_key(|verb| verb.abs_diff(at))?;
        let has =
            |wanted: PartOfSpeech| (left..right).any(|at| self.part_of_speech(at) == Some(wanted));
        // "hat … gesagt" and "sei … gekommen" need their participle; a tagger takes "gekommen" for other things too.
        let has_participle = || {
            has(PartOfSpeech::Participle)
                || (left..right).any(|at| {
                    lexicon
                        .classes(self.word(at), false)
                        .has(Classes::PAST_PARTICIPLE)
                        && !is_finite(&at)
                })
        };
        let word = self.word(verb).to_lowercase();
        Some(match word.as_str() {
            "wird" | "werden" | "werde" | "würde" | "würden" | "wirst" | "werdet" => {
                Direction::Future
            }
            "wurde" | "wurden" | "war" | "waren" | "hatte" | "hatten" | "wäre" | "wären"
            | "hätte" | "hätten" => Direction::Past,
            "hat" | "haben" | "habe" | "ist" | "sind" | "sei" | "seien" | "hast" | "bin"
            | "habt" | "seid" => {
                if has_participle() {
                    Direction::Past
                } else {
                    Direction::Future
                }
            }
            "soll" | "sollen" | "solle" | "will" | "wollen" | "wolle" | "kann" | "können"
            | "könne" | "muss" | "müssen" | "müsse" | "darf" | "dürfen" | "dürfe" | "mag"
            | "mögen" | "möchte" | "möchten" | "könnte" | "könnten" | "dürfte" | "dürften" =>
            {
                // "soll am Mittwoch gesagt haben"
                let is_perfect = has_participle()
                    && (left..right)
                        .any(|at| matches!(self.word(at), "haben" | "sein") && at != verb);
                if is_perfect && !self.is_passive(left, right) {
                    Direction::Past
                } else {
                    Direction::Future
                }
            }
            "sollte" | "sollten" | "müsste" | "müssten" => Direction::Unknown,
            "konnte" | "konnten" | "musste" | "mussten" | "durfte" | "durften" | "wollte"
            | "wollten" | "mochte" | "mochten" => Direction::Past,
            _ => finite(&word, lexicon),
        })
    }

    /// "soll abgeschlossen sein" is no perfect: its participle says how things will be.
    fn is_passive(&self, left: usize, right: usize) -> bool {
        (left..right).any(|at| self.word(at) == "sein")
    }
}

/// Present or preterite of a full verb, by its form.
fn finite(word: &str, lexicon: &Lexicon) -> Direction {
    const STRONG: [&str; 14] = [
        "hielt", "trat", "bat", "bot", "riet", "galt", "stritt", "ritt", "schritt", "litt",
        "glitt", "tat", "briet", "focht",
    ];
    let is_infinitive = || {
        lexicon
            .verb(word)
            .is_some_and(|infinitive| infinitive == word)
    };
    if word.ends_with("ten") {
        return if is_infinitive() {
            Direction::Future
        } else {
            Direction::Past
        };
    }
    if word.ends_with("te") {
        // "warte", "arbeite": stems that end in t.
        let is_stem = lexicon
            .verb(word)
            .is_some_and(|infinitive| infinitive.strip_suffix('n') == Some(word));
        return if is_stem {
            Direction::Future
        } else {
            Direction::Past
        };
    }
    if word.ends_with('t') {
        let is_past = STRONG.iter().any(|ending| word.ends_with(ending));
        return if is_past {
            Direction::Past
        } else {
            Direction::Future
        };
    }
    if word.ends_with("en") || word.ends_with("rn") || word.ends_with("ln") {
        return if is_infinitive() {
            Direction::Future
        } else {
            Direction::Past
        };
    }
    if word.ends_with('e') {
        // Konjunktiv I: "er komme am Freitag".
        return Direction::Future;
    }
    Direction::Past
}
