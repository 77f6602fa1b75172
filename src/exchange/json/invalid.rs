//! What can be wrong with a file, and the checks that look at more than one finding.

use super::VERSION;
use crate::article::MAX_WORDS;
use crate::document::{EntityId, Findings, Statement};
use crate::review::EditError;

/// Why something is no file of ours. Says what to do.
#[derive(Debug, thiserror::Error)]
pub enum Invalid {
    /// No JSON, or cut off, or a field is missing or of another type.
    #[error(
        "is damaged or was not written by Wortlaut (line {line}, column {column}: {reason}); export it again"
    )]
    Damaged {
        /// From 1.
        line: usize,
        /// From 1, in bytes.
        column: usize,
        /// The JSON parser's words.
        reason: String,
    },
    /// JSON of another program.
    #[error("is JSON, but not Wortlaut's; open the article itself instead")]
    Foreign,
    /// Written by a later Wortlaut.
    #[error(
        "has version {0} of the format, this Wortlaut reads up to {VERSION}; use a newer Wortlaut"
    )]
    Newer(u64),
    /// The text in it is longer than an article may be.
    #[error("holds a text of more than {MAX_WORDS} words and marks; split it")]
    TooLong,
    /// Something in it contradicts something else.
    #[error("contradicts itself ({place}: {reason}); correct it there or export it again")]
    Contradiction {
        /// "mention 3".
        place: String,
        /// What is wrong.
        reason: String,
    },
    /// Its corrections do not fit what they correct.
    #[error(
        "has corrections that do not fit ({0}); set \"edits\" to [] and \"found\" to null to open it without them"
    )]
    Corrections(#[from] EditError),
    /// Its corrections lead elsewhere than to what it shows.
    #[error(
        "shows something else than its corrections lead to; set \"edits\" to [] and \"found\" to null to open what it shows"
    )]
    OtherResult,
}

/// What is wrong, without the place.
pub(super) struct Fault(pub(super) String);

impl Fault {
    pub(super) fn at(self, place: &str) -> Invalid {
        Invalid::Contradiction {
            place: place.into(),
            reason: self.0,
        }
    }
}

/// What was found may only refer to what was found, not to what the reader added.
pub(super) fn check_ids(found: &Findings) -> Result<(), Invalid> {
    let is_there =
        |id: Option<EntityId>| id.is_none_or(|id| (id.0 as usize) < found.entities.len());
    for (index, mention) in found.mentions.iter().enumerate() {
        if !is_there(mention.entity) {
            return Err(Fault("its entity is not among the found".into())
                .at(&format!("found mention {index}")));
        }
    }
    for (index, statement) in found.statements.iter().enumerate() {
        let voices = statement.speaker.iter().chain(&statement.addressee);
        let all_there = voices
            .chain(&statement.via)
            .all(|voice| is_there(voice.entity));
        let inside = statement.inside;
        if !all_there || inside.is_some_and(|id| found.statements.len() <= id.0 as usize) {
            return Err(
                Fault("it refers to something that is not among the found".into())
                    .at(&format!("found statement {index}")),
            );
        }
    }
    Ok(())
}

/// A statement inside itself, also by way of others, would never end.
pub(super) fn check_nesting(statements: &[Statement]) -> Result<(), Invalid> {
    // 0: not seen; otherwise one more than the index of the statement from which it was first reached.
    let mut reached_from = vec![0; statements.len()];
    for start in 0..statements.len() {
        let mut at = Some(start);
        while let Some(index) = at {
            if reached_from[index] == start + 1 {
                let fault = Fault("it stands inside itself".into());
                return Err(fault.at(&format!("statement {index}")));
            }
            if reached_from[index] != 0 {
                break;
            }
            reached_from[index] = start + 1;
            at = statements[index].inside.map(|id| id.0 as usize);
        }
    }
    Ok(())
}

/// Offsets counted in another unit show here first.
pub(super) fn same_text(told: &str, there: &str) -> Result<(), Fault> {
    if told == there {
        return Ok(());
    }
    let short = |text: &str| text.chars().take(40).collect::<String>();
    Err(Fault(format!(
        "it says »{}«, its place in the text »{}«; offsets are code points",
        short(told),
        short(there)
    )))
}
