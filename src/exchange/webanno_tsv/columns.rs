//! The columns: what the header says of them, and what stands in them.

use super::marks::{Layer, Mark};
use super::rows::Row;

/// The layers with their features, spans before chains before relations, features in the order of the alphabet.
pub(super) fn header() -> String {
    [
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value",
        "#T_SP=webanno.custom.Statement|entity|inside|key|kind|medium|role|stance|statement",
        "#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink|referenceRelation|referenceType",
        "#T_RL=webanno.custom.StatementPart|role|BT_webanno.custom.Statement",
        "",
    ]
    .join("\n")
}

/// All columns of a line, with a tab after each.
pub(super) fn write(row: &Row<'_>, line: &mut String) {
    let name = |value: fn(&Option<String>, &String) -> Option<String>| {
        column(row, |mark| match &mark.layer {
            Layer::Name {
                identifier,
                value: label,
            } => Some(numbered(value(identifier, label).as_deref(), mark.id)),
            Layer::Statement(_) | Layer::Link { .. } => None,
        })
    };
    let mut columns = vec![
        name(|identifier, _| identifier.clone()),
        name(|_, label| Some(label.clone())),
    ];
    for feature in 0..8 {
        columns.push(column(row, |mark| match &mark.layer {
            Layer::Statement(part) => Some(numbered(part.values[feature].as_deref(), mark.id)),
            Layer::Name { .. } | Layer::Link { .. } => None,
        }));
    }
    columns.push(column(row, |mark| match &mark.layer {
        Layer::Link { chain, place, .. } => Some(format!("*->{chain}-{place}")),
        Layer::Name { .. } | Layer::Statement(_) => None,
    }));
    columns.push(column(row, |mark| match &mark.layer {
        Layer::Link { chain, value, .. } => Some(numbered(Some(value), *chain)),
        Layer::Name { .. } | Layer::Statement(_) => None,
    }));
    columns.push(joined(
        row.arcs.iter().map(|arc| escaped(arc.role)).collect(),
    ));
    columns.push(joined(
        row.arcs
            .iter()
            .map(|arc| format!("{}[{}_{}]", arc.unit, arc.ids.0, arc.ids.1))
            .collect(),
    ));
    for column in columns {
        line.push_str(&column);
        line.push('\t');
    }
}

fn column(row: &Row<'_>, value: impl Fn(&Mark) -> Option<String>) -> String {
    joined(row.marks.iter().filter_map(|mark| value(mark)).collect())
}

fn joined(values: Vec<String>) -> String {
    if values.is_empty() {
        return "_".to_owned();
    }
    values.join("|")
}

/// A value, `*` for none, with the number of its mark.
fn numbered(value: Option<&str>, id: usize) -> String {
    let value = value.map(escaped).filter(|value| !value.is_empty());
    format!("{}[{id}]", value.as_deref().unwrap_or("*"))
}

/// A value on one line, with a backslash before all signs that have a meaning.
fn escaped(value: &str) -> String {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut escaped = String::with_capacity(value.len());
    let mut rest = value.chars().peekable();
    while let Some(character) = rest.next() {
        let is_arrow = character == '-' && rest.peek() == Some(&'>');
        if is_arrow || matches!(character, '\\' | '[' | ']' | '|' | '_' | ';' | '*') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_with_a_meaning_are_escaped() {
        assert_eq!(
            escaped("a_b [1]|*->\n\\;"),
            "a\\_b \\[1\\]\\|\\*\\-> \\\\\\;"
        );
        assert_eq!(numbered(Some(" \n"), 3), "*[3]");
        assert_eq!(numbered(None, 3), "*[3]");
    }
}
