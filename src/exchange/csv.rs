//! Tables of statements and of entities, for spreadsheets and statistics.

use crate::review::Review;

/// One row per statement.
pub fn statements(_review: &Review) -> Vec<u8> {
    Vec::new()
}

/// One row per entity.
pub fn entities(_review: &Review) -> Vec<u8> {
    Vec::new()
}
