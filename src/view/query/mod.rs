//! What can be typed into the search field, and what of an article it finds.
//!
//! | typed | found |
//! |---|---|
//! | `schwere Waffen` | these words, one after the other, anywhere in the text |
//! | `"Waffen" "Aleppo"` | both, in paragraphs that have both |
//! | `/\d+ Tote/` | a regular expression, in one paragraph |
//! | `typ:person`, `typ:ort aleppo` | marks of a type; with words, those that contain them |
//! | `sprecher:Assad art:indirekt` | statements for which all of this holds |
//! | `sprecher:Assad Waffen` | statements that contain the words |
//! | `notiz:prüfen`, `notiz:*` | what the reader has noted this on, or anything |
//! | `-art:direkt`, `-"Waffen"` | everything but this |
//!
//! The same field twice means either of the two. Case makes no difference; an accent does only if it was typed: "Muller"
//! finds „Müller“, but "Müller" does not find „Muller“. Fields and types have German and English names.

mod hits;
mod names;
mod parse;
mod pattern;
mod run;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::document::{Kind, StatementKind};

pub use hits::{Found, Hit, Hits, Piece};
pub use parse::parse;
pub use pattern::{Pattern, PatternFault};
pub use run::Subject;

/// What is looked for.
#[derive(Clone, Debug, Default)]
pub struct Query {
    terms: Vec<Term>,
}

/// One condition of a query.
#[derive(Clone, Debug)]
struct Term {
    is_excluded: bool,
    condition: Condition,
}

#[derive(Clone, Debug)]
enum Condition {
    Words(Pattern),
    Type(Vec<Kind>),
    Speaker(Whose),
    Manner(Vec<StatementKind>),
    Via(Pattern),
    Note(Noted),
}

/// What a note has to say.
#[derive(Clone, Debug)]
enum Noted {
    /// Anything: "*".
    Anything,
    /// These words.
    Words(Pattern),
}

impl Noted {
    fn is_in(&self, note: &str) -> bool {
        match self {
            Self::Anything => !note.trim().is_empty(),
            Self::Words(pattern) => pattern.is_in(note),
        }
    }
}

/// Which speakers are meant.
#[derive(Clone, Debug)]
enum Whose {
    /// Somebody called so.
    Named(Pattern),
    /// Nobody known, or somebody called so: "unbekannt".
    Unknown(Pattern),
    /// The article itself, or somebody called so: "redaktion".
    Editorial(Pattern),
    /// Whoever stays unnamed, or somebody called so: "anonym".
    Anonymous(Pattern),
}

/// What a word before a colon asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// `typ:person`: of which type a mark is.
    Type,
    /// `sprecher:Assad`: who says something.
    Speaker,
    /// `art:indirekt`: how a statement is rendered.
    Manner,
    /// `über:Interfax`: through whom a statement came.
    Via,
    /// `notiz:prüfen`: what the reader has noted.
    Note,
}

/// Why a query finds nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The part of the query that is wrong, in bytes.
    pub at: Range<usize>,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no such field: "spercher".
    Field(String),
    /// There is no such type of marks.
    Type(String),
    /// There is no such kind of statements.
    Manner(String),
    /// Nothing stands after the colon.
    NoValue(Field),
    /// Nothing but words that must not be there.
    OnlyExcluded,
    /// The second `/` is missing.
    OpenPattern,
    /// More than a search takes.
    TooLong,
    /// The regular expression is not right.
    Pattern(PatternFault),
}

impl Fault {
    /// Whether whoever types has not come to the end of it yet: no reason for alarm.
    pub fn is_unfinished(&self) -> bool {
        match self {
            Self::NoValue(_) | Self::OpenPattern | Self::OnlyExcluded => true,
            Self::Field(_) | Self::Type(_) | Self::Manner(_) | Self::TooLong | Self::Pattern(_) => {
                false
            }
        }
    }
}

impl Query {
    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}
