//! Our own JSON: lossless, offsets in code points.

use crate::review::Review;

/// The whole file.
pub fn write(_review: &Review) -> Vec<u8> {
    Vec::new()
}
