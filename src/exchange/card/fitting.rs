//! Words as large as a card has room for.

use unicode_segmentation::UnicodeSegmentation;

use crate::exchange::picture::{Letters, Weight, broken, even};
use crate::view::quoting;

/// From line to line, as a share of the size.
pub(super) const LEADING: f32 = 1.28;
/// The largest letters, and the smallest that are read on a telephone.
pub(super) const SIZES: (f32, f32) = (76.0, 30.0);
/// How high capitals stand and how deep letters hang, as shares of the size.
pub(super) const ASCENT: f32 = 0.74;
pub(super) const DESCENT: f32 = 0.24;

/// Words in lines of a size.
pub(super) struct Set {
    /// One below the other.
    pub lines: Vec<String>,
    /// Of the letters.
    pub size: f32,
}

impl Set {
    /// From the top of the first capitals to what hangs from the last line.
    pub fn height(&self) -> f32 {
        let n_steps = self.lines.len().saturating_sub(1) as f32;
        self.size * (n_steps * LEADING + ASCENT + DESCENT)
    }
}

/// Words as large as they fit; cut where even the smallest letters do not.
pub(super) fn fitted(words: &str, letters: &Letters, width: f32, room: f32) -> Set {
    let set = |words: &str, size: f32| Set {
        lines: broken(words, letters, Weight::Text, size, width),
        size,
    };
    // Long words need no trial of sizes that are too large: a thousand letters fit none.
    let (largest, smallest) = SIZES;
    let mut size = largest;
    while smallest <= size && words.len() < 4000 {
        let found = set(words, size);
        if found.height() <= room {
            let lines = even(words, letters, Weight::Text, size, width);
            return Set { lines, size };
        }
        size -= 2.0;
    }
    // No card has room for more.
    let ends: Vec<usize> = (words.split_word_bound_indices().take(600))
        .filter(|(_, piece)| piece.chars().any(char::is_alphanumeric))
        .map(|(at, piece)| at + piece.len())
        .collect();
    let cut = |end: usize| quoting::balanced(&format!("{} …", &words[..end]));
    let fits = |&end: &usize| set(&cut(end), smallest).height() <= room;
    let n_fitting = ends.partition_point(fits);
    let end = ends.get(n_fitting.saturating_sub(1)).copied().unwrap_or(0);
    set(&cut(end), smallest)
}
