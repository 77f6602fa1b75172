//! What the list shows of each statement.

use crate::document::{
    Confidence, Findings, Medium, Reason, Stance, Statement, StatementId, StatementKind, Verdict,
    Voice,
};

use super::speaker::{self, Speaker};

/// A statement as listed.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which one.
    pub id: StatementId,
    /// Who says it.
    pub speaker: Speaker,
    /// How it is rendered.
    pub kind: StatementKind,
    /// What is said, as printed.
    pub text: String,
    /// „teilte … mit“; empty if nothing announces it.
    pub cue: String,
    /// Whether who says it stays unnamed: „ein Insider“.
    pub is_unnamed: bool,
    /// Through whom it came: „Interfax“, nearest first.
    pub via: Vec<Link>,
    /// Whether it was spoken, written or thought.
    pub medium: Medium,
    /// What the article lets us know of its truth.
    pub stance: Stance,
    /// How sure the program is, 1 to 3.
    pub level: u8,
    /// The same in percent.
    pub percent: u8,
    /// Why it takes the speaker for the speaker.
    pub because: Option<Reason>,
    /// Whether it is a key statement.
    pub key: bool,
    /// The statement that it is a part of, if that one is shown.
    pub inside: Option<StatementId>,
    /// To whom it is said: „den Stadtrat“.
    pub addressee: Option<String>,
    /// What the reader says.
    pub verdict: Verdict,
    /// The reader's note; may be empty.
    pub note: String,
}

/// Somebody or something that a statement came through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// „Interfax“, „Sicherheitskreise“.
    pub name: String,
    /// Whether it stays unnamed.
    pub is_anonymous: bool,
}

impl Row {
    /// Whether who says it, or whom it came through, stays unnamed: „wie die dpa unter Berufung auf Sicherheitskreise
    /// meldet“.
    pub fn is_anonymous(&self) -> bool {
        self.is_unnamed || self.via.iter().any(|link| link.is_anonymous)
    }
}

/// One row for each statement that was not rejected, in text order.
pub fn rows(text: &str, findings: &Findings) -> Vec<Row> {
    findings
        .shown_statements()
        .map(|(id, statement)| row(text, findings, id, statement))
        .collect()
}

/// One row for each statement that was rejected, in text order.
pub fn rejected(text: &str, findings: &Findings) -> Vec<Row> {
    let numbered = findings.statements.iter().enumerate();
    let rejected = numbered.filter(|(_, statement)| statement.verdict == Verdict::Rejected);
    let mut rows: Vec<Row> = rejected
        .map(|(index, statement)| row(text, findings, StatementId(index as u32), statement))
        .collect();
    rows.sort_by_key(|row| findings.statement(row.id).extent().start());
    rows
}

pub(super) fn row(text: &str, findings: &Findings, id: StatementId, statement: &Statement) -> Row {
    let is_shown = |&id: &StatementId| {
        let outer = findings.statements.get(id.0 as usize);
        outer.is_some_and(|outer| outer.verdict != Verdict::Rejected)
    };
    Row {
        id,
        speaker: speaker::of(text, findings, statement.speaker.as_ref()),
        kind: statement.kind,
        text: statement.text(text),
        cue: speaker::words(text, &statement.cue),
        is_unnamed: (statement.speaker.as_ref())
            .is_some_and(|voice| speaker::is_anonymous(text, findings, voice)),
        via: links(text, findings, statement),
        medium: statement.medium,
        stance: statement.stance,
        level: level(statement.confidence),
        percent: percent(statement),
        because: statement.speaker.as_ref().map(|voice| voice.because),
        key: statement.key,
        inside: statement.inside.filter(is_shown),
        addressee: speaker::of(text, findings, statement.addressee.as_ref()).name,
        verdict: statement.verdict,
        note: statement.note.clone(),
    }
}

/// The stations of a statement that the article names.
pub(super) fn links(text: &str, findings: &Findings, statement: &Statement) -> Vec<Link> {
    let via = statement.via.iter();
    via.filter_map(|voice| link(text, findings, voice))
        .collect()
}

fn link(text: &str, findings: &Findings, voice: &Voice) -> Option<Link> {
    let name = speaker::of(text, findings, Some(voice)).name?;
    let is_entity = voice
        .entity
        .is_some_and(|id| (id.0 as usize) < findings.entities.len());
    Some(Link {
        name: if is_entity {
            name
        } else {
            without_article(&name).to_owned()
        },
        is_anonymous: speaker::is_anonymous(text, findings, voice),
    })
}

/// „dem „Spiegel““ has the case that its sentence wants; in a chain, the name alone reads well: „„Spiegel““.
fn without_article(words: &str) -> &str {
    const ARTICLES: [&str; 11] = [
        "der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einen", "einer",
    ];
    match words.split_once(' ') {
        Some((first, rest)) if ARTICLES.contains(&first.to_lowercase().as_str()) => rest,
        _ => words,
    }
}

/// Confidence in whole percent; 100 is only what the reader has settled.
fn percent(statement: &Statement) -> u8 {
    let percent = (statement.confidence.get() * 100.0).round() as u8;
    match statement.verdict {
        Verdict::Open | Verdict::Rejected => percent.min(99),
        Verdict::Accepted | Verdict::Changed | Verdict::Added => percent,
    }
}

/// Confidence in three steps: under a half is a guess, over three quarters is as good as certain.
pub fn level(confidence: Confidence) -> u8 {
    let confidence = confidence.get();
    if confidence < 0.5 {
        1
    } else if confidence < 0.75 {
        2
    } else {
        3
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;
    use crate::view::sample;
    use crate::view::speaker::SpeakerKey;

    #[test]
    fn a_row_says_who_says_what_and_how() {
        let document = sample::document();
        let rows = rows(document.text(), &document.findings);
        assert_eq!(rows[0].speaker.name.as_deref(), Some("Erika Ohnesorg"));
        assert_eq!(rows[0].text, "„Wir bauen die Brücke“");
        assert_eq!(rows[0].cue, "sagte");
        assert_eq!(rows[0].level, 3);
        assert_eq!(rows[2].via[0].name, "Stadtwerke");
        assert_eq!(rows[1].percent, 90);
        assert_eq!(rows[2].speaker.key, SpeakerKey::Unknown);
        assert_eq!(rows[2].level, 1);
    }

    #[test]
    fn a_chain_names_its_links_and_marks_the_unnamed() {
        let mut document = sample::document();
        let text = document.text().to_owned();
        let at = |words: &str| {
            let start = text.find(words).unwrap_or(0);
            vec![Span::new(start, start + words.len())]
        };
        let voice = |words: &str, entity| Voice {
            spans: at(words),
            entity,
            because: Reason::Medium,
        };
        let via = &mut document.findings.statements[2].via;
        *via = vec![voice("Den Stadtwerken", None), voice("Neustadt", None)];
        document.findings.statements[2].stance = Stance::Distancing;
        let row = rows(&text, &document.findings).remove(2);
        let names: Vec<_> = row.via.iter().map(|link| link.name.as_str()).collect();
        assert_eq!(names, ["Stadtwerken", "Neustadt"]);
        assert!(!row.is_anonymous());
        assert_eq!((row.stance, row.percent), (Stance::Distancing, 30));
        let text = "Insidern zufolge stimmt das.";
        let findings = Findings::default();
        let link = link(
            text,
            &findings,
            &Voice {
                spans: vec![Span::new(0, 8)],
                entity: None,
                because: Reason::Medium,
            },
        );
        assert!(link.is_some_and(|link| link.is_anonymous && link.name == "Insidern"));
    }

    #[test]
    fn no_guess_is_certain() {
        let mut statement = sample::document().findings.statements.remove(0);
        statement.confidence = Confidence::CERTAIN;
        assert_eq!(percent(&statement), 99);
        statement.verdict = Verdict::Accepted;
        assert_eq!(percent(&statement), 100);
        statement.confidence = Confidence::new(0.304);
        assert_eq!(percent(&statement), 30);
    }

    #[test]
    fn articles_are_no_part_of_a_name() {
        assert_eq!(without_article("dem „Spiegel“"), "„Spiegel“");
        assert_eq!(without_article("Der Trainer"), "Trainer");
        assert_eq!(without_article("seinen Anwalt"), "seinen Anwalt");
        assert_eq!(without_article("dem"), "dem");
    }

    #[test]
    fn what_is_inside_a_rejected_statement_stands_alone() {
        let mut document = sample::document();
        document.findings.statements[1].inside = Some(StatementId(0));
        let inside = |document: &crate::document::Document| {
            let rows = rows(document.text(), &document.findings);
            let row = rows.into_iter().find(|row| row.id == StatementId(1));
            row.and_then(|row| row.inside)
        };
        assert_eq!(inside(&document), Some(StatementId(0)));
        document.findings.statements[0].verdict = Verdict::Rejected;
        assert_eq!(inside(&document), None);
    }
}
