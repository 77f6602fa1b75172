//! What the window has outside in the benchmark: reviews made before, no dialogs, no clipboard.

use std::sync::Arc;

use wortlaut::exchange::picture::Pixels;
use wortlaut::gui::clipboard::Clipboard;
use wortlaut::gui::command::ReadFailure;
use wortlaut::gui::picker::{Answer, DialogTexts, FilePicker, Picked};
use wortlaut::gui::source::{Clip, Source};
use wortlaut::gui::worker::{Read, Reading};
use wortlaut::review::Review;

/// Hands out reviews that were made before.
pub struct Prepared {
    pub long: Arc<Review>,
    pub short: Arc<Review>,
}

impl Reading for Prepared {
    fn read(&mut self, source: Source) -> Result<Read, ReadFailure> {
        let is_long = source.path().is_some_and(|path| path.ends_with("lang.txt"));
        let review = if is_long { &self.long } else { &self.short };
        Ok(review.clone().into())
    }
}

/// Picks nothing.
pub struct NoPicker;

impl FilePicker for NoPicker {
    fn pick_article(&mut self, _texts: DialogTexts, answer: Answer) {
        answer(Picked::Nothing);
    }

    fn pick_any(&mut self, _texts: DialogTexts, answer: Answer) {
        answer(Picked::Nothing);
    }

    fn pick_folder(&mut self, _texts: DialogTexts, answer: Answer) {
        answer(Picked::Nothing);
    }

    fn pick_target(&mut self, _texts: DialogTexts, _suggested: &str, answer: Answer) {
        answer(Picked::Nothing);
    }
}

/// Holds nothing.
pub struct NoClipboard;

impl Clipboard for NoClipboard {
    fn read(&mut self) -> Option<Clip> {
        None
    }

    fn write(&mut self, _clip: &Clip) -> bool {
        false
    }

    fn write_picture(&mut self, _pixels: &Pixels) -> bool {
        false
    }
}
