//! What the reader is told about saving, and about corrections that come back.

use crate::document::Verdict;
use crate::exchange::sidecar::{Trouble, Wrong};
use crate::review::Edit;
use crate::review::transfer::{Lost, Report};

use super::failures::{self, WriteReason};
use super::i18n::Texts;
use super::labels;
use super::state::Says;

/// Title and body of a message.
pub fn words(says: &Says, texts: &Texts) -> (String, String) {
    let with_path = |key: &str, path: &std::path::Path| {
        let path = path.display().to_string();
        texts.with(key, &[("path", (&path).into())])
    };
    let simple = |title: &str, hint: &str| (texts.text(title), texts.text(hint));
    match says {
        Says::Saved(path) => (texts.text("message-saved"), path.display().to_string()),
        Says::SavedElsewhere(path) => (
            texts.text("message-saved-elsewhere"),
            with_path("message-saved-elsewhere-hint", path),
        ),
        Says::SavedBeside(path) => (
            texts.text("message-saved-beside"),
            with_path("message-saved-beside-hint", path),
        ),
        Says::SaveFailed(path, reason) => {
            let (path, reason) = (path.display().to_string(), why(reason, texts));
            let values = [("reason", (&reason).into()), ("path", (&path).into())];
            (
                texts.text("message-save-failed"),
                texts.with("message-save-failed-hint", &values),
            )
        }
        Says::WouldBeLost => simple("message-would-be-lost", "message-would-be-lost-hint"),
        Says::NothingToSave => simple("message-nothing-to-save", "message-nothing-to-save-hint"),
        Says::TakenOver => simple("message-taken-over", "message-taken-over-hint"),
        Says::ReviewNotUsed(trouble) => (
            texts.text("message-review-not-used"),
            not_used(trouble, texts),
        ),
        _ => (String::new(), String::new()),
    }
}

/// Why corrections are not saved.
pub fn why(reason: &WriteReason, texts: &Texts) -> String {
    match reason {
        WriteReason::Unwritable(system) => {
            texts.with("save-unwritable", &[("reason", system.into())])
        }
        reason => failures::write(reason, texts),
    }
}

fn not_used(trouble: &Trouble, texts: &Texts) -> String {
    let reason = match &trouble.wrong {
        Wrong::Unreadable(system) => texts.with("review-unreadable", &[("reason", system.into())]),
        Wrong::TooLarge => texts.text("review-too-large"),
        Wrong::Damaged(line, column) => {
            let (line, column) = (line.to_string(), column.to_string());
            let values = [("line", (&line).into()), ("column", (&column).into())];
            texts.with("review-damaged", &values)
        }
        Wrong::Foreign => texts.text("review-foreign"),
        Wrong::Senseless(reason) => texts.with("review-senseless", &[("reason", reason.into())]),
        Wrong::Newer(version) => {
            let version = version.to_string();
            texts.with("review-newer", &[("version", (&version).into())])
        }
        Wrong::OtherArticle => texts.text("review-other-article"),
    };
    let (key, path) = match &trouble.aside {
        Some(aside) => ("message-review-aside", aside),
        None => ("message-review-left", &trouble.path),
    };
    let path = path.display().to_string();
    texts.with(
        key,
        &[("reason", (&reason).into()), ("path", (&path).into())],
    )
}

/// „3 Korrekturen verschoben, 1 verloren“.
pub fn counts(report: &Report, texts: &Texts) -> String {
    let (n_moved, n_lost) = (report.moved.len(), report.lost.len());
    match (n_moved, n_lost) {
        (0, _) => texts.count("report-lost-only", n_lost),
        (_, 0) => texts.count("report-moved", n_moved),
        _ => {
            let (moved, lost) = (
                texts.count("report-moved", n_moved),
                texts.count("report-lost", n_lost),
            );
            format!("{moved}, {lost}")
        }
    }
}

/// „„Erika Ohnesorg“: als „Person“ bestimmt“.
pub fn lost(lost: &Lost, texts: &Texts) -> String {
    let what = corrected(&lost.edit, texts);
    let quote = shortened(&lost.quote);
    texts.with(
        "report-lost-line",
        &[("quote", (&quote).into()), ("what", (&what).into())],
    )
}

/// The first words of a quotation, without quotation marks of its own around it.
pub fn shortened(quote: &str) -> String {
    const MOST: usize = 80;
    const MARKS: [char; 6] = ['"', '„', '“', '”', '«', '»'];
    let inner = quote.strip_prefix(MARKS);
    let inner = inner.and_then(|inner| inner.strip_suffix(MARKS));
    let quote = inner
        .filter(|inner| !inner.contains(MARKS))
        .unwrap_or(quote);
    match quote.char_indices().nth(MOST) {
        Some((cut, _)) => format!("{}…", quote[..cut].trim_end()),
        None => quote.to_owned(),
    }
}

/// What had been corrected.
fn corrected(edit: &Edit, texts: &Texts) -> String {
    let with = |key: &str, what: &str| {
        let what = shortened(what);
        texts.with(key, &[("what", (&what).into())])
    };
    let key = match edit {
        Edit::JudgeMention { verdict, .. } | Edit::JudgeStatement { verdict, .. } => {
            match verdict {
                Verdict::Rejected => "lost-rejected",
                Verdict::Open => "lost-open",
                Verdict::Accepted | Verdict::Changed | Verdict::Added => "lost-accepted",
            }
        }
        Edit::SetMentionKind { kind, .. } | Edit::SetEntityKind { kind, .. } => {
            return with("lost-kind", &texts.text(labels::kind(*kind)));
        }
        Edit::AddMention { kind, .. } => {
            return with("lost-added-mention", &texts.text(labels::kind(*kind)));
        }
        Edit::SetMentionEntity { .. } => "lost-entity",
        Edit::ResizeMention { .. } | Edit::ResizeStatement { .. } => "lost-extent",
        Edit::SetMentionNote { note, .. }
        | Edit::SetEntityNote { note, .. }
        | Edit::SetStatementNote { note, .. }
        | Edit::SetArticleNote { note } => return with("lost-note", note),
        Edit::RenameEntity { name, .. } => return with("lost-renamed", name),
        Edit::SetEntityRole {
            role: Some(role), ..
        } => return with("lost-role", role),
        Edit::SetEntityRole { role: None, .. } => "lost-no-role",
        Edit::MergeEntities { .. } => "lost-merged",
        Edit::SplitEntity { .. } => "lost-split",
        Edit::SetStatementKind { kind, .. } => {
            return with("lost-statement-kind", &texts.text(labels::statement(*kind)));
        }
        Edit::AddStatement { .. } => "lost-added-statement",
        Edit::SetSpeaker { .. } => "lost-speaker",
        Edit::SetAddressee { .. } => "lost-addressee",
        Edit::SetVia { .. } => "lost-via",
        Edit::SetKey { .. } => "lost-key",
        Edit::Group { edits } => {
            let all: Vec<String> = edits.iter().map(|edit| corrected(edit, texts)).collect();
            return all.join(", ");
        }
    };
    texts.text(key)
}
