//! Why a file with annotations is not shown.

use crate::exchange::import::Refusal;
use crate::exchange::json::Invalid;

/// Why a file with annotations cannot be read as such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// The message that says it.
    pub(super) key: &'static str,
    /// Where and how, in the words of whoever reads such files; for those who can mend them by hand.
    pub(super) detail: String,
}

impl Misread {
    fn of(key: &'static str) -> Self {
        Self {
            key,
            detail: String::new(),
        }
    }

    fn at(key: &'static str, detail: String) -> Self {
        Self { key, detail }
    }
}

impl From<Refusal> for Misread {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Json(invalid) => invalid.into(),
            Refusal::Damaged { place, reason } => {
                Self::at("failure-annotations-damaged", format!("{place}: {reason}"))
            }
            Refusal::Unknown => Self::of("failure-annotations-unknown"),
            Refusal::Empty => Self::of("failure-annotations-empty"),
            Refusal::NeedsArticle => Self::of("failure-annotations-needs-article"),
            Refusal::OtherText => Self::of("failure-annotations-other-text"),
            Refusal::TooLong => Self::of("failure-too-long"),
        }
    }
}

impl From<Invalid> for Misread {
    fn from(invalid: Invalid) -> Self {
        match invalid {
            Invalid::Damaged {
                line,
                column,
                reason,
            } => Self::at(
                "failure-annotations-damaged",
                format!("{line}:{column}: {reason}"),
            ),
            Invalid::Foreign => Self::of("failure-annotations-foreign"),
            Invalid::Newer(_) => Self::of("failure-annotations-newer"),
            Invalid::TooLong => Self::of("failure-too-long"),
            Invalid::Contradiction { place, reason } => Self::at(
                "failure-annotations-contradiction",
                format!("{place}: {reason}"),
            ),
            Invalid::Corrections(reason) => {
                Self::at("failure-annotations-corrections", reason.to_string())
            }
            Invalid::OtherResult => Self::of("failure-annotations-other-result"),
        }
    }
}
