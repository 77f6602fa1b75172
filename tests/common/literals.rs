//! Reading string literals in the sources.

/// Where a literal that begins with a quotation mark ends.
pub fn end_of_string(literal: &str) -> usize {
    let mut is_escaped = false;
    for (at, character) in literal.char_indices().skip(1) {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    literal.len()
}
