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

/// Where the columns of each layer begin, and how many there are.
const NAME: usize = 0;
const STATEMENT: usize = 2;
const LINK: usize = 10;
const PART: usize = 12;
const N_COLUMNS: usize = 14;

/// All columns of a line, with a tab after each.
pub(super) fn write(row: &Row<'_>, line: &mut String) {
    let mut columns = vec![Vec::new(); N_COLUMNS];
    for mark in &row.marks {
        let (first, values) = values_of(mark);
        for (column, value) in columns[first..].iter_mut().zip(values) {
            column.push(value);
        }
    }
    for arc in &row.arcs {
        columns[PART].push(escaped(arc.role));
        columns[PART + 1].push(format!("{}[{}_{}]", arc.unit, arc.ids.0, arc.ids.1));
    }
    for column in columns {
        line.push_str(if column.is_empty() { "_" } else { "" });
        line.push_str(&column.join("|"));
        line.push('\t');
    }
}

/// What a mark writes, from which column on.
fn values_of(mark: &Mark) -> (usize, Vec<String>) {
    match &mark.layer {
        Layer::Name { identifier, value } => {
            let values = [identifier.as_deref(), Some(value.as_str())];
            let numbered = values.map(|value| numbered(value, mark.id));
            (NAME, numbered.to_vec())
        }
        Layer::Statement(part) => {
            let values = part.values.iter();
            let numbered = values.map(|value| numbered(value.as_deref(), mark.id));
            (STATEMENT, numbered.collect())
        }
        Layer::Link {
            chain,
            place,
            value,
        } => {
            let link = format!("*->{chain}-{place}");
            (LINK, vec![link, numbered(Some(value), *chain)])
        }
    }
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
