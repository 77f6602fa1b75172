//! What assistive programs read out for a mark.

use crate::document::{MentionId, Verdict};
use crate::gui::i18n::Texts;
use crate::gui::labels;
use crate::gui::opened::Opened;
use crate::gui::stamps;
use crate::view::nesting;

/// „Person, Sergej Lawrow, 2 Erwähnungen, 1 Aussage“.
pub fn name(opened: &Opened, block: usize, id: MentionId, texts: &Texts) -> String {
    let findings = opened.findings();
    let mention = findings.mention(id);
    let words = |id: MentionId| findings.mention(id).span.of(opened.document().text());
    let kind = texts.text(labels::kind(mention.kind));
    let entity = mention
        .entity
        .and_then(|entity| findings.entities.get(entity.0 as usize));
    let name = if let (Some(entity), Some((n_mentions, n_statements))) = (entity, opened.tally(id))
    {
        let key = if 0 < n_statements {
            "mark-name-speaker"
        } else {
            "mark-name"
        };
        let mentions = texts.count("n-mentions", n_mentions);
        let statements = texts.count("n-statements", n_statements);
        let inserted = [
            ("kind", (&kind).into()),
            ("name", (&entity.name).into()),
            ("mentions", (&mentions).into()),
            ("statements", (&statements).into()),
        ];
        texts.with(key, &inserted)
    } else {
        let inserted = [("kind", (&kind).into()), ("name", words(id).into())];
        texts.with("mark-words", &inserted)
    };
    let name = match &mention.value {
        Some(value) => {
            let inserted = [("label", (&name).into()), ("value", value.into())];
            texts.with("mark-value", &inserted)
        }
        None => name,
    };
    let name = with_verdict(name, mention.verdict, texts);
    let nesting = nesting::nesting(findings, opened.mentions_in(block), id);
    match nesting.around.first() {
        Some(&outer) => {
            let inserted = [("label", (&name).into()), ("name", words(outer).into())];
            texts.with("mark-inside", &inserted)
        }
        None => name,
    }
}

/// „Person, Sergej Lawrow, bestätigt“; as it is for what nobody has looked at.
pub fn with_verdict(name: String, verdict: Verdict, texts: &Texts) -> String {
    match verdict {
        Verdict::Open | Verdict::Rejected => name,
        Verdict::Accepted | Verdict::Changed | Verdict::Added => {
            let verdict = texts.text(stamps::verdict_key(verdict));
            let inserted = [("label", (&name).into()), ("verdict", (&verdict).into())];
            texts.with("mark-verdict", &inserted)
        }
    }
}
