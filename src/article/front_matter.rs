//! What stands before the text of a Markdown file: YAML between `---` (Jekyll, pandoc, Obsidian), TOML between `+++` (Hugo),
//! or the bare lines of `MultiMarkdown` and Pelican.

use std::collections::BTreeMap;

use serde_json::Value;

/// Longer front matter is text: no program writes that much.
const MAX_BYTES: usize = 64 * 1024;

/// What a file without a fence has to begin with, for its first lines to be fields.
const BARE: &[&str] = &[
    "author", "autor", "autorin", "date", "datum", "title", "titel",
];

/// The fields of a file, by their names in lower case.
#[derive(Debug, Default)]
pub(super) struct FrontMatter(BTreeMap<String, Value>);

impl FrontMatter {
    /// The first of these fields that has a value; the values of a list one after the other.
    pub(super) fn field(&self, names: &[&str]) -> Option<String> {
        let mut values = names.iter().filter_map(|name| self.0.get(*name));
        values.find_map(words)
    }
}

/// The words of a value: of a name with more to it (`{name: …, affiliation: …}`) the name.
fn words(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(words) => words.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Number(number) => number.to_string(),
        Value::Array(values) => values
            .iter()
            .filter_map(words)
            .collect::<Vec<_>>()
            .join(", "),
        Value::Object(fields) => words(fields.get("name").or_else(|| fields.get("main"))?)?,
        Value::Null | Value::Bool(_) => return None,
    };
    (!words.is_empty()).then_some(words)
}

/// The front matter, and the Markdown after it.
pub(super) fn split(source: &str) -> (FrontMatter, &str) {
    let fenced = fenced(source, "---", &["---", "..."])
        .map(|(inside, rest)| (yaml(inside).unwrap_or_else(|| lines(inside, ':')), rest))
        .or_else(|| {
            let (inside, rest) = fenced(source, "+++", &["+++"])?;
            Some((lines(inside, '='), rest))
        });
    let (fields, rest) = fenced.or_else(|| bare(source)).unwrap_or_default();
    if fields.is_empty() {
        return (FrontMatter::default(), source);
    }
    (FrontMatter(fields), rest)
}

/// What stands between two fences, and what follows.
fn fenced<'a>(source: &'a str, opening: &str, closing: &[&str]) -> Option<(&'a str, &'a str)> {
    let after = source.strip_prefix(opening)?;
    let start = after.find('\n')? + 1;
    if !after[..start].trim().is_empty() {
        return None;
    }
    let mut at = start;
    for line in after[start..].split_inclusive('\n') {
        if closing.contains(&line.trim_end()) {
            return Some((&after[start..at], &after[at + line.len()..]));
        }
        at += line.len();
        if MAX_BYTES < at {
            return None;
        }
    }
    None
}

/// Lines `Title: …` at the beginning up to the first blank one; a line that is set in goes on with the value before.
fn bare(source: &str) -> Option<(BTreeMap<String, Value>, &str)> {
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        if line.trim().is_empty() {
            break;
        }
        let is_more = 0 < at && line.starts_with([' ', '\t']);
        let name = key(line.split_once(':').map_or("", |(name, _)| name));
        if !is_more && name.is_none_or(|name| at == 0 && !BARE.contains(&name.as_str())) {
            return None;
        }
        at += line.len();
        if MAX_BYTES < at {
            return None;
        }
    }
    (0 < at).then(|| (lines(&source[..at], ':'), &source[at..]))
}

/// The fields of YAML; nothing if it is not sound, as where a title has a colon.
fn yaml(inside: &str) -> Option<BTreeMap<String, Value>> {
    let fields: BTreeMap<String, Value> = serde_saphyr::from_str(inside).ok()?;
    let named = |(name, value): (String, Value)| (name.to_lowercase(), value);
    Some(fields.into_iter().map(named).collect())
}

/// The fields of lines that stand each for itself; what they cannot tell is left out.
fn lines(inside: &str, sign: char) -> BTreeMap<String, Value> {
    let mut fields: BTreeMap<String, Value> = BTreeMap::new();
    let mut last = None;
    for line in inside.lines() {
        let begun = line.split_once(sign).and_then(|(name, value)| {
            let name = key(name)?;
            Some((name, value.trim()))
        });
        match begun {
            Some((name, value)) if !line.starts_with([' ', '\t']) => {
                let bare = value.trim_matches(['"', '\'']);
                let value = if value.starts_with('[') {
                    serde_saphyr::from_str(value).unwrap_or_else(|_| bare.into())
                } else {
                    bare.into()
                };
                fields.insert(name.clone(), value);
                last = Some(name);
            }
            _ => {
                let more = last.as_ref().and_then(|name| fields.get_mut(name));
                if let Some(Value::String(words)) = more {
                    words.push(' ');
                    words.push_str(line.trim());
                }
            }
        }
    }
    fields
}

fn key(name: &str) -> Option<String> {
    let is_key = !name.is_empty()
        && name.len() <= 40
        && (name.trim_end().chars()).all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    is_key.then(|| name.trim_end().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, title: Option<&str>, author: Option<&str>, rest: &str) {
        let (fields, found) = split(source);
        assert_eq!(
            fields.field(&["title"]).as_deref(),
            title,
            "title of {source:?}"
        );
        assert_eq!(
            fields.field(&["author", "authors"]).as_deref(),
            author,
            "author of {source:?}"
        );
        assert_eq!(found, rest, "rest of {source:?}");
    }

    #[test]
    fn yaml_of_every_shape_is_read() {
        check(
            "---\ntitle: \"Eis: es taut\"\nauthors:\n  - Anna Beispiel\n  - {name: Ole Muster, ort: Kiel}\n---\nText",
            Some("Eis: es taut"),
            Some("Anna Beispiel, Ole Muster"),
            "Text",
        );
        check(
            "--- \nTitle: >\n  Eis auf\n  dem See\nAuthor: 7\n...\n\nText\n",
            Some("Eis auf dem See"),
            Some("7"),
            "\nText\n",
        );
    }

    #[test]
    fn yaml_that_is_not_sound_is_read_by_lines() {
        check(
            "---\ntitle: Eis: es taut\nauthor: 'Anna Beispiel'\n---\n",
            Some("Eis: es taut"),
            Some("Anna Beispiel"),
            "",
        );
    }

    #[test]
    fn toml_is_read() {
        check(
            "+++\ntitle = \"Eis\"\nauthors = [\"Anna Beispiel\", \"Ole Muster\"]\n+++\nText",
            Some("Eis"),
            Some("Anna Beispiel, Ole Muster"),
            "Text",
        );
    }

    #[test]
    fn bare_lines_are_read_if_they_begin_with_a_known_field() {
        check(
            "Title: Eis auf\n  dem See\nAuthor: Anna Beispiel\n\nText",
            Some("Eis auf dem See"),
            Some("Anna Beispiel"),
            "\nText",
        );
        for text in [
            "Berlin: Eis\n\nText",
            "Title: Eis\nEin Satz ohne Feld.\n",
            "---\n\nText\n\n---\n",
            "---\ntitle: ohne Ende\n",
            "--- Text\n---\n",
            "",
        ] {
            check(text, None, None, text);
        }
    }
}
