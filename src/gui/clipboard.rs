//! What other programs have put on the clipboard.

use super::source::Clip;

/// Looks at the clipboard. Tests put their own in its place.
pub trait Clipboard {
    /// What is on it, or nothing if that is no text.
    fn read(&mut self) -> Option<Clip>;
}

/// The system's clipboard, connected to when it is needed first.
#[derive(Default)]
pub struct SystemClipboard(Option<arboard::Clipboard>);

impl Clipboard for SystemClipboard {
    fn read(&mut self) -> Option<Clip> {
        if self.0.is_none() {
            self.0 = arboard::Clipboard::new().ok();
        }
        let clipboard = self.0.as_mut()?;
        let clip = Clip {
            html: clipboard.get().html().ok(),
            text: clipboard.get_text().unwrap_or_default(),
        };
        (clip.html.is_some() || !clip.text.trim().is_empty()).then_some(clip)
    }
}
