//! The list of statements: what a row shows, which rows are shown, in which order.

use crate::document::{Confidence, Findings, Reason, Statement, StatementId, StatementKind};

use super::speaker::{self, Speaker, SpeakerKey};

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
    /// Through whom it came: „Interfax“, nearest first.
    pub via: Vec<String>,
    /// Whether who says it, or whom it came through, stays unnamed.
    pub is_anonymous: bool,
    /// How sure the program is, 1 to 3.
    pub level: u8,
    /// Why it takes the speaker for the speaker.
    pub because: Option<Reason>,
    /// Whether it is a key statement.
    pub key: bool,
}

/// In which order statements are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Key statements first, each part in text order.
    #[default]
    KeyFirst,
    /// As they stand in the text.
    Text,
    /// What matters most first.
    Salience,
}

impl Order {
    /// All orders.
    pub const ALL: [Self; 3] = [Self::KeyFirst, Self::Text, Self::Salience];
}

/// Which statements are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only by this speaker.
    pub speaker: Option<SpeakerKey>,
    /// Only of this kind.
    pub kind: Option<StatementKind>,
    /// In this order.
    pub order: Order,
}

/// A speaker who can be filtered by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Who it is.
    pub speaker: Speaker,
    /// How many statements are by it.
    pub n_statements: usize,
}

/// One row for each statement that was not rejected, in text order.
pub fn rows(text: &str, findings: &Findings) -> Vec<Row> {
    findings
        .shown_statements()
        .map(|(id, statement)| row(text, findings, id, statement))
        .collect()
}

fn row(text: &str, findings: &Findings, id: StatementId, statement: &Statement) -> Row {
    let via = statement
        .via
        .iter()
        .filter_map(|voice| speaker::of(text, findings, Some(voice)).name);
    Row {
        id,
        speaker: speaker::of(text, findings, statement.speaker.as_ref()),
        kind: statement.kind,
        text: statement.text(text),
        cue: speaker::words(text, &statement.cue),
        via: via.collect(),
        is_anonymous: is_anonymous(text, findings, statement),
        level: level(statement.confidence),
        because: statement.speaker.as_ref().map(|voice| voice.because),
        key: statement.key,
    }
}

/// Whether the speaker of a statement, or somebody it came through, stays unnamed: „wie die dpa unter Berufung auf
/// Sicherheitskreise meldet“.
pub fn is_anonymous(text: &str, findings: &Findings, statement: &Statement) -> bool {
    let mut voices = statement.speaker.iter().chain(&statement.via);
    voices.any(|voice| speaker::is_anonymous(text, findings, voice))
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

/// Positions in `rows` of those that pass the filter, in its order.
pub fn listed(rows: &[Row], findings: &Findings, filter: &Filter) -> Vec<usize> {
    let passes = |row: &Row| {
        filter.kind.is_none_or(|kind| row.kind == kind)
            && filter
                .speaker
                .as_ref()
                .is_none_or(|key| row.speaker.key == *key)
    };
    let mut listed: Vec<usize> = (0..rows.len())
        .filter(|&index| passes(&rows[index]))
        .collect();
    match filter.order {
        Order::Text => {}
        Order::KeyFirst => listed.sort_by_key(|&index| !rows[index].key),
        Order::Salience => listed.sort_by(|&one, &other| {
            let salience = |index: usize| findings.statement(rows[index].id).salience;
            salience(other).total_cmp(&salience(one))
        }),
    }
    listed
}

/// Everyone who says something: the most talkative first, then by name, unknown last.
pub fn speakers(rows: &[Row]) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for row in rows {
        match choices
            .iter_mut()
            .find(|choice| choice.speaker.key == row.speaker.key)
        {
            Some(choice) => choice.n_statements += 1,
            None => choices.push(Choice {
                speaker: row.speaker.clone(),
                n_statements: 1,
            }),
        }
    }
    choices.sort_by(|one, other| {
        let rank = |choice: &Choice| {
            let is_unknown = choice.speaker.key == SpeakerKey::Unknown;
            (is_unknown, usize::MAX - choice.n_statements)
        };
        rank(one)
            .cmp(&rank(other))
            .then_with(|| one.speaker.name.cmp(&other.speaker.name))
    });
    choices
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    fn ids(rows: &[Row], listed: &[usize]) -> Vec<u32> {
        listed.iter().map(|&index| rows[index].id.0).collect()
    }

    #[test]
    fn a_row_says_who_says_what_and_how() {
        let document = sample::document();
        let rows = rows(document.text(), &document.findings);
        assert_eq!(rows[0].speaker.name.as_deref(), Some("Erika Ohnesorg"));
        assert_eq!(rows[0].text, "„Wir bauen die Brücke“");
        assert_eq!(rows[0].cue, "sagte");
        assert_eq!(rows[0].level, 3);
        assert_eq!(rows[2].via, ["Stadtwerke"]);
        assert_eq!(rows[2].speaker.key, SpeakerKey::Unknown);
        assert_eq!(rows[2].level, 1);
    }

    #[test]
    fn key_statements_come_first_each_part_in_text_order() {
        let document = sample::document();
        let rows = rows(document.text(), &document.findings);
        let mut filter = Filter::default();
        assert_eq!(
            ids(&rows, &listed(&rows, &document.findings, &filter)),
            [1, 0, 2]
        );
        filter.order = Order::Text;
        assert_eq!(
            ids(&rows, &listed(&rows, &document.findings, &filter)),
            [0, 1, 2]
        );
        filter.order = Order::Salience;
        assert_eq!(
            ids(&rows, &listed(&rows, &document.findings, &filter)),
            [1, 2, 0]
        );
    }

    #[test]
    fn filters_narrow_the_list_together() {
        let document = sample::document();
        let rows = rows(document.text(), &document.findings);
        let ohnesorg = rows[0].speaker.key.clone();
        let mut filter = Filter {
            speaker: Some(ohnesorg),
            ..Filter::default()
        };
        assert_eq!(listed(&rows, &document.findings, &filter).len(), 2);
        filter.kind = Some(StatementKind::Direct);
        assert_eq!(ids(&rows, &listed(&rows, &document.findings, &filter)), [0]);
        filter.speaker = Some(SpeakerKey::Unknown);
        assert!(listed(&rows, &document.findings, &filter).is_empty());
    }

    #[test]
    fn speakers_are_offered_with_counts_and_unknown_last() {
        let document = sample::document();
        let rows = rows(document.text(), &document.findings);
        let choices = speakers(&rows);
        assert_eq!(choices.len(), 2);
        assert_eq!(choices[0].n_statements, 2);
        assert_eq!(choices[1].speaker.key, SpeakerKey::Unknown);
    }
}
