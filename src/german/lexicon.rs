//! The full-form lexicon: what a word form may be, and the word it is a form of.
//!
//! Compiled by [`super::lexicon_building`] from the `LanguageTool` dictionary (CC BY-SA 4.0) into a minimal automaton.

use fst::Map;

use super::lower_case::lower_case;

use crate::learning::model_file::{Damaged, Reader, Writer};

/// What a form may be, as a set of bits; the readings of a form are merged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Classes(pub u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:expr;)*) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*
        }
    };
}

classes! {
    /// "Haus".
    NOUN = 0;
    /// "Abgeordneten": an adjective or participle as a noun.
    NOMINALISED = 1;
    /// "neue".
    ATTRIBUTE = 2;
    /// "neu".
    PREDICATE = 3;
    /// "sagend".
    PRESENT_PARTICIPLE = 4;
    /// "gesagte".
    PAST_PARTICIPLE_ATTRIBUTE = 5;
    /// "gesagt".
    PAST_PARTICIPLE = 6;
    /// "sagen".
    INFINITIVE = 7;
    /// "mitzuteilen".
    ZU_INFINITIVE = 8;
    /// "sagt".
    INDICATIVE = 9;
    /// "sage".
    KONJUNKTIV_I = 10;
    /// "sagte", "wäre".
    KONJUNKTIV_II = 11;
    /// "sag".
    IMPERATIVE = 12;
    /// A finite form in the singular.
    SINGULAR_VERB = 13;
    /// A finite form in the plural.
    PLURAL_VERB = 14;
    /// A finite form in the third person.
    THIRD_PERSON = 15;
    /// A form of haben, sein, werden.
    AUXILIARY = 16;
    /// A form of können, sollen …
    MODAL = 17;
    /// "mitteilte": a separable verb in one piece.
    JOINED = 18;
    /// "Angela".
    FIRST_NAME = 19;
    /// "Müller".
    SURNAME = 20;
    /// "Berlin".
    CITY = 21;
    /// "Syrien".
    COUNTRY = 22;
    /// "Sachsen", "Rhein".
    REGION = 23;
    /// Other proper nouns.
    OTHER_NAME = 24;
    /// Masculine noun.
    MASCULINE = 25;
    /// Feminine noun.
    FEMININE = 26;
    /// Neuter noun.
    NEUTER = 27;
    /// Nominative singular; so on for the other cases.
    NOMINATIVE_SINGULAR = 28;
    /// Genitive singular.
    GENITIVE_SINGULAR = 29;
    /// Dative singular.
    DATIVE_SINGULAR = 30;
    /// Accusative singular.
    ACCUSATIVE_SINGULAR = 31;
    /// Nominative plural.
    NOMINATIVE_PLURAL = 32;
    /// Genitive plural.
    GENITIVE_PLURAL = 33;
    /// Dative plural.
    DATIVE_PLURAL = 34;
    /// Accusative plural.
    ACCUSATIVE_PLURAL = 35;
    /// "heute".
    ADVERB = 36;
    /// "er".
    PERSONAL_PRONOUN = 37;
    /// "sich".
    REFLEXIVE_PRONOUN = 38;
    /// "sein", "ihr".
    POSSESSIVE = 39;
    /// "dieser".
    DEMONSTRATIVE = 40;
    /// "welcher", "der".
    RELATIVE = 41;
    /// "jemand".
    INDEFINITE = 42;
    /// Other pronouns.
    OTHER_PRONOUN = 43;
    /// "davon", "wonach".
    PRONOMINAL_ADVERB = 44;
    /// "in", "zufolge".
    PREPOSITION = 45;
    /// "der", "ein".
    ARTICLE = 46;
    /// "und".
    COORDINATION = 47;
    /// "dass".
    SUBORDINATION = 48;
    /// "mit" in "teilte … mit".
    VERB_PARTICLE = 49;
    /// "drei".
    NUMERAL = 50;
    /// "usw".
    ABBREVIATION = 51;
    /// "nicht".
    NEGATION = 52;
    /// "ach".
    INTERJECTION = 53;
    /// "sagt", but not "sage": an indicative of the third person.
    THIRD_INDICATIVE = 54;
}

impl Classes {
    /// Whether any of `others` is among these.
    pub fn has(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// All of both.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Any finite form.
    pub const FINITE: Self = Self::INDICATIVE
        .or(Self::KONJUNKTIV_I)
        .or(Self::KONJUNKTIV_II);
    /// Any name.
    pub const NAME: Self = Self::FIRST_NAME
        .or(Self::SURNAME)
        .or(Self::CITY)
        .or(Self::COUNTRY)
        .or(Self::REGION)
        .or(Self::OTHER_NAME);
}

/// What is removed inside a form before its ending is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Infix {
    /// Nothing.
    None,
    /// "mit-ge-teilt".
    Ge,
    /// "mit-zu-teilen".
    Zu,
}

/// How a form becomes its dictionary word: take out the infix, cut off `cut` bytes, append `ending`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LemmaRule {
    /// What is taken out first.
    pub infix: Infix,
    /// Bytes to cut off the end.
    pub cut: u8,
    /// What is appended.
    pub ending: String,
}

impl LemmaRule {
    /// The dictionary word of `form`, or `None` if the rule does not fit.
    pub fn apply(&self, form: &str) -> Option<String> {
        let mut word = match self.infix {
            Infix::None => form.to_owned(),
            Infix::Ge => form.replacen("ge", "", 1),
            Infix::Zu => form.replacen("zu", "", 1),
        };
        let keep = word.len().checked_sub(usize::from(self.cut))?;
        if !word.is_char_boundary(keep) {
            return None;
        }
        word.truncate(keep);
        word.push_str(&self.ending);
        Some(word)
    }
}

/// What the lexicon says of a form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// What it may be.
    pub classes: Classes,
    /// The way to its verb, if it may be a form of one.
    pub verb: Option<LemmaRule>,
    /// The way to its noun, if it may be a form of one.
    pub noun: Option<LemmaRule>,
}

/// The lexicon.
#[derive(Debug)]
pub struct Lexicon {
    forms: Map<Vec<u8>>,
    entries: Vec<Entry>,
}

impl Lexicon {
    /// Puts together forms, sorted and unique, with indices into `entries`.
    ///
    /// # Errors
    /// If the forms are not sorted.
    pub fn new(
        forms: impl Iterator<Item = (String, u64)>,
        entries: Vec<Entry>,
    ) -> Result<Self, fst::Error> {
        Ok(Self {
            forms: Map::from_iter(forms)?,
            entries,
        })
    }

    /// What `form` may be, spelt exactly so.
    pub fn look_up(&self, form: &str) -> Option<&Entry> {
        self.forms
            .get(form)
            .and_then(|index| self.entries.get(index as usize))
    }

    /// Classes of `form`, or of its lower-case spelling where it is unknown or opens a sentence.
    pub fn classes(&self, form: &str, opens_sentence: bool) -> Classes {
        let exact = self
            .look_up(form)
            .map_or(Classes::default(), |entry| entry.classes);
        let is_capital = form.chars().next().is_some_and(char::is_uppercase);
        if is_capital && (opens_sentence || exact.is_empty()) {
            let lower = self
                .look_up(&lower_case(form))
                .map_or(Classes::default(), |entry| entry.classes);
            return if opens_sentence {
                exact.or(lower)
            } else {
                lower
            };
        }
        exact
    }

    /// The infinitive of a verb form: "sagte" → "sagen".
    pub fn verb(&self, form: &str) -> Option<String> {
        let lower = lower_case(form);
        self.look_up(&lower)?.verb.as_ref()?.apply(&lower)
    }

    /// The nominative singular of a noun form: "Angaben" → "Angabe".
    pub fn noun(&self, form: &str) -> Option<String> {
        self.look_up(form)?.noun.as_ref()?.apply(form)
    }

    /// Number of forms.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether it knows nothing.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// Appends itself to a model file.
    pub fn write(&self, out: &mut Writer) {
        out.number(self.entries.len() as u64);
        for entry in &self.entries {
            out.number(entry.classes.0);
            for rule in [&entry.verb, &entry.noun] {
                write_rule(rule.as_ref(), out);
            }
        }
        let automaton = self.forms.as_fst().as_bytes();
        out.number(automaton.len() as u64);
        for &byte in automaton {
            out.byte(byte);
        }
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(input: &mut Reader) -> Result<Self, Damaged> {
        let entry = |input: &mut Reader| {
            Ok(Entry {
                classes: Classes(input.number()?),
                verb: read_rule(input)?,
                noun: read_rule(input)?,
            })
        };
        let n_entries = input.length()?;
        let entries = (0..n_entries)
            .map(|_| entry(input))
            .collect::<Result<_, _>>()?;
        let length = input.length()?;
        let automaton = input.take(length)?.to_vec();
        let forms = Map::new(automaton).map_err(|_| Damaged("its automaton is broken"))?;
        Ok(Self { forms, entries })
    }
}

fn write_rule(rule: Option<&LemmaRule>, out: &mut Writer) {
    match rule {
        None => out.byte(0),
        Some(rule) => {
            out.byte(match rule.infix {
                Infix::None => 1,
                Infix::Ge => 2,
                Infix::Zu => 3,
            });
            out.byte(rule.cut);
            out.string(&rule.ending);
        }
    }
}

fn read_rule(input: &mut Reader) -> Result<Option<LemmaRule>, Damaged> {
    let infix = match input.byte()? {
        0 => return Ok(None),
        1 => Infix::None,
        2 => Infix::Ge,
        3 => Infix::Zu,
        _ => return Err(Damaged("a rule is unknown")),
    };
    Ok(Some(LemmaRule {
        infix,
        cut: input.byte()?,
        ending: input.string()?.to_owned(),
    }))
}
