//! Words in lower case, copied only where that changes them.

use std::borrow::Cow;

/// The word in lower case: "Angaben" → "angaben", "laut" → "laut".
pub fn lower_case(word: &str) -> Cow<'_, str> {
    let is_small = |c: char| c.is_ascii() && !c.is_ascii_uppercase() || c.is_lowercase();
    if word.chars().all(is_small) {
        word.into()
    } else {
        word.to_lowercase().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_as_in_the_standard_library() {
        for letter in (char::MIN..=char::MAX).map(String::from) {
            assert_eq!(lower_case(&letter), letter.to_lowercase());
        }
        for word in ["laut", "Über", "ÄRGER", "ΣΑΣ", "3,5", "", "straße"] {
            assert_eq!(lower_case(word), word.to_lowercase());
        }
    }
}
