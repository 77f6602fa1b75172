//! brat standoff: the text, one line per annotation, and the configuration that lets brat open the folder.
//!
//! Offsets are code points of the text, whose lines end with `\n`. What is written is described on
//! <https://brat.nlplab.org/standoff.html> and <https://brat.nlplab.org/configuration.html>; ⇥ stands for a tab:
//!
//! | line | what it holds |
//! |---|---|
//! | `T1⇥Person 42 56⇥Erika Ohnesorg` | a mention; the label is its kind |
//! | `T2⇥Statement_direct 0 12;20 31⇥„Wir bauen …` | a statement; its pieces are fragments, and so are the lines of a piece |
//! | `T3⇥Cue 14 19⇥sagte`, `T4⇥Voice …` | what announces it; words for a voice that are no mention |
//! | `R1⇥SaidBy Arg1:T2 Arg2:T1` | who says it; also `SaidTo`, `Via`, `CueOf` (cue → statement), `PartOf` (inner → outer) |
//! | `N1⇥Reference T1 Wortlaut:0⇥Erika Ohnesorg` | which entity is meant; the number is that of the entity |
//! | `N2⇥SaidBy T2 Wortlaut:0⇥Erika Ohnesorg` | a voice that has an entity, but no words |
//! | `A1⇥Form T1 part` | how it is named, unless names are named by their name and all else is described; also `Verdict`, `Key`, `Medium`, `Stance` |
//! | `#1⇥AnnotatorNotes T1⇥nachgefragt` | the reader's note, one line for each of its lines |
//! | `#2⇥Confidence T1⇥0.75` | numbers, which attributes cannot hold; also `Value`, `Salience`, `Because` (of R and N lines) |
//! | `#3⇥EntityRole T1⇥Bürgermeisterin` | what is known of the entity; also `EntityKind`, `EntityParty`, `EntityAlias`, `EntityNote` |
//! | `#4⇥ArticleNote T1⇥…` | the note on the article, at the first mark |
//! | `#5⇥SaidBy T2⇥editorial` | a voice of which only the reason is known |
//!
//! A mark must not contain a line break, and brat's own reader takes U+2028 and its like for one, so marks over several lines
//! are split, and their words joined with spaces. When they are read, pieces that only white space with a line break parts
//! become one again. White space at the ends of such pieces goes.
//!
//! Read is any corpus: labels of other tag sets are mapped (`super::labels`), events as well as relations may say who
//! speaks, equivalence lines and normalisations make entities. What means nothing here is told.

mod bound;
mod configuration;
mod entities;
mod lines;
mod parse;
mod read;
mod saying;
mod write;

#[cfg(test)]
mod tests;

use super::format::{Facts, FileName, Group, Reading};

/// The format.
pub const FACTS: Facts = Facts {
    name: "brat",
    describe: "for the annotation tool brat: standoff marks, relations, notes",
    group: Group::Tool,
    // The text comes first: where it would replace the article, nothing has been written yet.
    files: &[
        FileName::Suffix("txt"),
        FileName::Suffix("ann"),
        FileName::Shared("annotation.conf"),
        FileName::Shared("visual.conf"),
    ],
    write: |extract, losses| {
        vec![
            extract.text().as_bytes().to_vec(),
            write::annotations(extract, losses).into_bytes(),
            configuration::ANNOTATION.as_bytes().to_vec(),
            configuration::VISUAL.as_bytes().to_vec(),
        ]
    },
    read: Some(Reading {
        recognises: |input| parse::is_standoff(input.path, input.bytes),
        read: read::read,
        needs_article: true,
    }),
};

/// What our normalisations refer to.
const DATABASE: &str = "Wortlaut";

/// Types of notes.
mod note {
    pub(super) const READER: &str = "AnnotatorNotes";
    pub(super) const ARTICLE: &str = "ArticleNote";
    pub(super) const CONFIDENCE: &str = "Confidence";
    pub(super) const SALIENCE: &str = "Salience";
    pub(super) const VALUE: &str = "Value";
    pub(super) const BECAUSE: &str = "Because";
    pub(super) const ENTITY_KIND: &str = "EntityKind";
    pub(super) const ENTITY_ROLE: &str = "EntityRole";
    pub(super) const ENTITY_PARTY: &str = "EntityParty";
    pub(super) const ENTITY_ALIAS: &str = "EntityAlias";
    pub(super) const ENTITY_NOTE: &str = "EntityNote";
}

/// Types of attributes.
mod attribute {
    pub(super) const FORM: &str = "Form";
    pub(super) const VERDICT: &str = "Verdict";
    pub(super) const KEY: &str = "Key";
    pub(super) const MEDIUM: &str = "Medium";
    pub(super) const STANCE: &str = "Stance";
}
