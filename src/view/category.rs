//! The groups of kinds that a reader switches on and off together.

use crate::document::Kind;

/// What one chip stands for: dates, times and durations go together, every other kind stands alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// „Sergej Lawrow“.
    Person,
    /// „OSZE“.
    Organisation,
    /// „Aleppo“.
    Location,
    /// „Oktoberfest“.
    Other,
    /// „Vize-Außenminister“.
    Role,
    /// „am Mittwoch“, „15.30 Uhr“, „seit drei Jahren“.
    Date,
    /// „80 Prozent“.
    Amount,
}

impl Category {
    /// All categories, in the order of the chips.
    pub const ALL: [Self; 7] = [
        Self::Person,
        Self::Organisation,
        Self::Location,
        Self::Other,
        Self::Role,
        Self::Date,
        Self::Amount,
    ];

    /// The category of a kind.
    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::Person => Self::Person,
            Kind::Organisation => Self::Organisation,
            Kind::Location => Self::Location,
            Kind::Other => Self::Other,
            Kind::Role => Self::Role,
            Kind::Date | Kind::Time | Kind::Duration => Self::Date,
            Kind::Amount => Self::Amount,
        }
    }

    /// The kind whose colour and underline stand for all of them.
    pub fn kind(self) -> Kind {
        match self {
            Self::Person => Kind::Person,
            Self::Organisation => Kind::Organisation,
            Self::Location => Kind::Location,
            Self::Other => Kind::Other,
            Self::Role => Kind::Role,
            Self::Date => Kind::Date,
            Self::Amount => Kind::Amount,
        }
    }
}

/// Which categories are highlighted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown([bool; Category::ALL.len()]);

impl Default for Shown {
    /// The four kinds of names; roles, dates and amounts are off.
    fn default() -> Self {
        Self(Category::ALL.map(|category| category.kind().is_name()))
    }
}

impl Shown {
    /// Whether a category is highlighted.
    pub fn category(self, category: Category) -> bool {
        self.0[category as usize]
    }

    /// Whether mentions of a kind are highlighted.
    pub fn kind(self, kind: Kind) -> bool {
        self.category(Category::of(kind))
    }

    /// Switches a category on or off.
    pub fn toggle(&mut self, category: Category) {
        let shown = &mut self.0[category as usize];
        *shown = !*shown;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_shown_at_first_and_the_rest_on_demand() {
        let mut shown = Shown::default();
        assert!(shown.kind(Kind::Person) && shown.kind(Kind::Other));
        assert!(!shown.kind(Kind::Role) && !shown.kind(Kind::Duration));
        shown.toggle(Category::Date);
        assert!(shown.kind(Kind::Duration) && shown.kind(Kind::Time));
        shown.toggle(Category::Person);
        assert!(!shown.kind(Kind::Person));
    }

    #[test]
    fn every_category_stands_for_itself() {
        for (index, category) in Category::ALL.into_iter().enumerate() {
            assert_eq!(Category::of(category.kind()), category);
            assert_eq!(category as usize, index);
        }
    }
}
