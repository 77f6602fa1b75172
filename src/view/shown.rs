//! Which kinds of mentions the reader has switched on.

use serde::{Deserialize, Serialize};

use crate::document::Kind;

/// Which kinds are highlighted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Kind>", into = "Vec<Kind>")]
pub struct Shown([bool; Kind::ALL.len()]);

impl Default for Shown {
    /// The four kinds of names; roles, dates and amounts are off.
    fn default() -> Self {
        Self(Kind::ALL.map(Kind::is_name))
    }
}

impl Shown {
    /// Whether mentions of a kind are highlighted.
    pub fn kind(self, kind: Kind) -> bool {
        self.0[kind as usize]
    }

    /// Switches a kind on or off.
    pub fn toggle(&mut self, kind: Kind) {
        let shown = &mut self.0[kind as usize];
        *shown = !*shown;
    }
}

impl From<Vec<Kind>> for Shown {
    fn from(kinds: Vec<Kind>) -> Self {
        Self(Kind::ALL.map(|kind| kinds.contains(&kind)))
    }
}

impl From<Shown> for Vec<Kind> {
    fn from(shown: Shown) -> Self {
        let kinds = Kind::ALL.into_iter();
        kinds.filter(|&kind| shown.kind(kind)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_shown_at_first_and_the_rest_on_demand() {
        let mut shown = Shown::default();
        for kind in Kind::ALL {
            assert_eq!(shown.kind(kind), kind.is_name(), "{kind:?}");
        }
        shown.toggle(Kind::Date);
        assert!(shown.kind(Kind::Date) && !shown.kind(Kind::Time));
        shown.toggle(Kind::Person);
        assert!(!shown.kind(Kind::Person));
    }

    #[test]
    fn every_kind_has_a_switch_of_its_own() {
        for (index, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, index);
        }
    }
}
