//! Marks as brackets in MISC, in the order that `CorefUD` asks for.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

/// What stands in MISC, per token and key.
#[derive(Default)]
pub(super) struct Misc(BTreeMap<(usize, &'static str), Value>);

#[derive(Default)]
struct Value {
    /// Where the mark began, later ones first, since they are the inner ones.
    closing: Vec<(Reverse<usize>, String)>,
    /// Where it ends, later ones first.
    opening: Vec<(Reverse<usize>, String)>,
    single: Vec<String>,
    plain: Vec<String>,
}

impl Misc {
    /// A bracket around tokens. `id` stands in both brackets, `facts` behind it in the first.
    pub fn bracket(&mut self, key: &'static str, tokens: Range<usize>, id: &str, facts: &str) {
        let last = tokens.end - 1;
        let first = self.0.entry((tokens.start, key)).or_default();
        if tokens.start == last {
            first.single.push(format!("({id}{facts})"));
            return;
        }
        first
            .opening
            .push((Reverse(tokens.end), format!("({id}{facts}")));
        let at_end = self.0.entry((last, key)).or_default();
        at_end
            .closing
            .push((Reverse(tokens.start), format!("{id})")));
    }

    /// A value without brackets; several are parted by commas.
    pub fn set(&mut self, token: usize, key: &'static str, value: &str) {
        let entry = self.0.entry((token, key)).or_default();
        entry.plain.push(value.to_owned());
    }

    /// The whole column.
    pub fn of(&self, token: usize) -> String {
        let mut column = String::new();
        for (&(_, key), value) in self.0.range((token, "")..(token + 1, "")) {
            let bar = if column.is_empty() { "" } else { "|" };
            // Writing to a string cannot fail.
            let _ = write!(column, "{bar}{key}={}", value.text());
        }
        if column.is_empty() {
            column.push('_');
        }
        column
    }
}

impl Value {
    /// Closing brackets come before opening ones, inner before outer; a token alone stands inside whatever is open around it.
    fn text(&self) -> String {
        let sorted = |brackets: &[(Reverse<usize>, String)]| {
            let mut brackets: Vec<_> = brackets.iter().collect();
            brackets.sort_by_key(|(place, _)| *place);
            brackets
                .into_iter()
                .map(|(_, bracket)| bracket.as_str())
                .collect::<String>()
        };
        let (closing, opening) = (sorted(&self.closing), sorted(&self.opening));
        let (single, plain) = (self.single.concat(), self.plain.join(","));
        if opening.is_empty() {
            single + &closing + &plain
        } else {
            closing + &opening + &single + &plain
        }
    }
}

/// A value in which no sign has a meaning of its own.
pub(super) fn plain(value: &str) -> String {
    let mut plain = String::new();
    for character in value.chars() {
        let is_sign = character.is_ascii() && !character.is_ascii_alphanumeric();
        if is_sign && !matches!(character, '_' | '.') || character.is_whitespace() {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                let _ = write!(plain, "%{byte:02X}");
            }
        } else {
            plain.push(character);
        }
    }
    plain
}

/// `-key:value,key:value` to stand behind other fields; nothing if there are no pairs.
pub(super) fn pairs(pairs: &[(&str, String)]) -> String {
    let pairs = pairs.iter().map(|(key, value)| format!("{key}:{value}"));
    let joined = pairs.collect::<Vec<_>>().join(",");
    if joined.is_empty() {
        joined
    } else {
        format!("-{joined}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_close_before_they_open_and_nest() {
        let mut misc = Misc::default();
        for (tokens, id) in [
            (0..3, "a"),
            (2..4, "b"),
            (2..6, "c"),
            (2..3, "d"),
            (1..3, "e"),
            (3..4, "f"),
        ] {
            misc.bracket("Entity", tokens, id, "");
        }
        misc.set(0, "SpaceAfter", "No");
        let columns: Vec<_> = (0..7).map(|token| misc.of(token)).collect();
        let expected = [
            "Entity=(a|SpaceAfter=No",
            "Entity=(e",
            "Entity=e)a)(c(b(d)",
            "Entity=(f)b)",
            "_",
            "Entity=c)",
            "_",
        ];
        assert_eq!(columns, expected);
    }

    #[test]
    fn signs_with_a_meaning_are_escaped() {
        assert_eq!(plain("2016-12-07TEV"), "2016%2D12%2D07TEV");
        assert_eq!(plain("~80 %ä"), "%7E80%20%25ä");
        assert_eq!(pairs(&[]), "");
        assert_eq!(
            pairs(&[("a", "1".to_owned()), ("b", "2".to_owned())]),
            "-a:1,b:2"
        );
    }
}
