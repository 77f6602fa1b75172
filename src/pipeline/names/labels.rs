//! The labels of the name model: where a name begins and goes on, of what kind and in what form.

use crate::document::{Form, Kind};

/// A label: outside, or first or further word of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// No name.
    Outside,
    /// First word.
    First(Kind, Form),
    /// Further word.
    Further(Kind, Form),
}

/// All labels of the model. Derived words and parts have more than one word so rarely that only "New Yorker" has a label.
pub const LABELS: [Label; 19] = [
    Label::Outside,
    Label::First(Kind::Person, Form::Name),
    Label::First(Kind::Organisation, Form::Name),
    Label::First(Kind::Location, Form::Name),
    Label::First(Kind::Other, Form::Name),
    Label::Further(Kind::Person, Form::Name),
    Label::Further(Kind::Organisation, Form::Name),
    Label::Further(Kind::Location, Form::Name),
    Label::Further(Kind::Other, Form::Name),
    Label::First(Kind::Person, Form::Derived),
    Label::First(Kind::Organisation, Form::Derived),
    Label::First(Kind::Location, Form::Derived),
    Label::First(Kind::Other, Form::Derived),
    Label::First(Kind::Person, Form::Part),
    Label::First(Kind::Organisation, Form::Part),
    Label::First(Kind::Location, Form::Part),
    Label::First(Kind::Other, Form::Part),
    Label::Further(Kind::Location, Form::Derived),
    Label::Further(Kind::Other, Form::Part),
];

impl Label {
    /// Its name in the model file: "outside", "first person name" …
    pub fn name(self) -> String {
        match self {
            Self::Outside => "outside".to_owned(),
            Self::First(kind, form) => format!("first {} {}", kind.label(), form.label()),
            Self::Further(kind, form) => format!("further {} {}", kind.label(), form.label()),
        }
    }

    /// Its index in [`LABELS`], if it is one of them.
    pub fn index(self) -> Option<usize> {
        LABELS.iter().position(|&label| label == self)
    }

    /// Whether it may stand after `before`: a further word needs a first one of its kind and form.
    pub fn follows(self, before: Self) -> bool {
        match self {
            Self::Outside | Self::First(..) => true,
            Self::Further(kind, form) => {
                matches!(before, Self::First(k, f) | Self::Further(k, f) if k == kind && f == form)
            }
        }
    }
}

/// Runs of words that form a mention: (first word, one past the last, kind, form).
pub fn mentions(labels: &[Label]) -> Vec<(usize, usize, Kind, Form)> {
    let mut found: Vec<(usize, usize, Kind, Form)> = Vec::new();
    let mut before = Label::Outside;
    for (at, &label) in labels.iter().enumerate() {
        match label {
            Label::Outside => (),
            Label::Further(..) if label.follows(before) => {
                if let Some(last) = found.last_mut() {
                    last.1 = at + 1;
                }
            }
            Label::First(kind, form) | Label::Further(kind, form) => {
                found.push((at, at + 1, kind, form));
            }
        }
        before = label;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_further_word_without_its_first_begins_a_mention() {
        let person = |first| {
            if first {
                Label::First(Kind::Person, Form::Name)
            } else {
                Label::Further(Kind::Person, Form::Name)
            }
        };
        let found = mentions(&[
            person(true),
            person(false),
            person(true),
            Label::Outside,
            person(false),
        ]);
        let ranges: Vec<_> = found.iter().map(|&(first, end, ..)| (first, end)).collect();
        assert_eq!(ranges, [(0, 2), (2, 3), (4, 5)]);
    }

    #[test]
    fn every_label_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<String> =
            LABELS.iter().map(|label| label.name()).collect();
        assert_eq!(names.len(), LABELS.len());
    }
}
