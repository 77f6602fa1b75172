//! Front matter of Markdown: what stands between two lines of `---` above the text.

use std::collections::BTreeMap;

/// The fields of simple front matter: `key: value` on lines of their own, and lists of values. Nested fields are left out.
pub(super) fn front_matter(source: &str) -> BTreeMap<String, String> {
    let mut fields: BTreeMap<String, String> = BTreeMap::new();
    let mut list: Option<String> = None;
    for line in source.lines() {
        let item = line.trim_start().strip_prefix("- ").map(unquoted);
        if let (Some(key), Some(item)) = (&list, item.filter(|item| !item.contains(": "))) {
            let values = fields.entry(key.clone()).or_default();
            let between = if values.is_empty() { "" } else { ", " };
            *values = format!("{values}{between}{item}");
            continue;
        }
        list = None;
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        let is_key = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_');
        if !is_key {
            continue;
        }
        let key = key.to_lowercase();
        let value = value.trim();
        if value.is_empty() {
            list = Some(key);
            continue;
        }
        let inner = value
            .strip_prefix('[')
            .and_then(|value| value.strip_suffix(']'));
        let value = match inner {
            Some(inner) => {
                let items: Vec<&str> = inner.split(',').map(unquoted).collect();
                items.join(", ")
            }
            None => unquoted(value).to_owned(),
        };
        if !value.is_empty() {
            fields.insert(key, value);
        }
    }
    fields
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    value
        .strip_prefix('"')
        .and_then(|inner| inner.strip_suffix('"'))
        .or_else(|| value.strip_prefix('\'')?.strip_suffix('\''))
        .unwrap_or(value)
}
