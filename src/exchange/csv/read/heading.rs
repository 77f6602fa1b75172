//! The first line of a table: what stands between its cells, and whether it is a table of statements.

/// A table of statements.
pub(super) struct Heading {
    pub delimiter: u8,
    /// The byte where it begins, after what Excel says about delimiters.
    pub start: usize,
    /// Lines before it.
    pub lines_before: u64,
}

impl Heading {
    /// Nothing where the columns are not those of statements.
    pub fn of(text: &str) -> Option<Self> {
        let first = text.lines().next()?;
        // "sep=;" is a line by which Excel is told the delimiter.
        let is_told = first.len() == 5 && first.as_bytes()[..4].eq_ignore_ascii_case(b"sep=");
        let start = if is_told {
            text.find('\n').map_or(text.len(), |end| end + 1)
        } else {
            0
        };
        let line = text[start..].lines().next()?;
        let delimiter = [b';', b'\t', b',']
            .into_iter()
            .max_by_key(|&delimiter| line.bytes().filter(|&byte| byte == delimiter).count())?;
        let names: Vec<String> = line.split(char::from(delimiter)).map(column).collect();
        let has = |name: &str| names.iter().any(|column| column == name);
        let is_placed = has("text") || has("ranges") || (has("start") && has("end"));
        let is_said = has("speaker") || has("kind");
        (is_placed && is_said).then_some(Self {
            delimiter,
            start,
            lines_before: u64::from(is_told),
        })
    }
}

/// The name of a column as it is compared.
pub(super) fn column(name: &str) -> String {
    let name = name.trim_start_matches('\u{FEFF}');
    name.trim_matches(['"', ' ']).to_lowercase()
}
