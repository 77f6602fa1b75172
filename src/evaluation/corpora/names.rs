//! Corpora of names: one text a line, JSON.

use serde::Deserialize;

use crate::document::{Form, Kind};
use crate::pipeline::names::features::Domain;
use crate::pipeline::names::training::GoldText;
use crate::span::{Offsets, Unit};

#[derive(Deserialize)]
struct Line {
    text: String,
    entities: Vec<(usize, usize, String, String, u8)>,
}

/// Why a line of a corpus cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    /// Not the JSON that is expected.
    #[error("line {0} is not as expected: {1}")]
    Line(usize, serde_json::Error),
    /// An offset that does not fit the text.
    #[error("line {0} has a name outside its text")]
    Offset(usize),
}

/// Reads texts with their outer names. `domain` says whose habits they follow.
///
/// # Errors
/// If a line is not in the format of `corpora/ner`.
pub fn gold_texts(lines: &str, domain: Domain) -> Result<Vec<GoldText>, CorpusError> {
    let read = |(index, line): (usize, &str)| {
        let line: Line =
            serde_json::from_str(line).map_err(|error| CorpusError::Line(index + 1, error))?;
        let offsets = Offsets::new(&line.text, Unit::CodePoints);
        let mut names = Vec::new();
        for (start, end, kind, form, level) in &line.entities {
            let kind = Kind::ALL
                .into_iter()
                .find(|known| known.label() == kind && known.is_name());
            let forms = [Form::Name, Form::Derived, Form::Part];
            let form = forms.into_iter().find(|known| known.label() == form);
            if let (Some(kind), Some(form), 0) = (kind, form, level) {
                let span = offsets
                    .to_span(&line.text, *start, *end)
                    .ok_or(CorpusError::Offset(index + 1))?;
                names.push((span, kind, form));
            }
        }
        Ok(GoldText {
            text: line.text,
            names,
            domain,
        })
    };
    lines.lines().enumerate().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_code_points_and_inner_names_are_left_out() {
        let line = r#"{"id":"1","text":"Übrigens Köln","entities":[[9,13,"location","name",0],[9,10,"other","name",1],[0,1,"date","name",0]]}"#;
        let texts = gold_texts(line, Domain::Sentence).expect("a good line");
        let names: Vec<&str> = texts[0]
            .names
            .iter()
            .map(|(span, ..)| span.of(&texts[0].text))
            .collect();
        assert_eq!(names, ["Köln"]);
        assert!(gold_texts("{", Domain::Sentence).is_err());
    }
}
