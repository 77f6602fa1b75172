//! The clipboard: what other programs have put there, and what they find there.

use arboard::ImageData;

use crate::exchange::picture::Pixels;

use super::source::Clip;

/// Reads and fills the clipboard. Tests put their own in its place.
pub trait Clipboard {
    /// What is on it, or nothing if that is no text.
    fn read(&mut self) -> Option<Clip>;
    /// Puts text there; whether that went well.
    fn write(&mut self, clip: &Clip) -> bool;
    /// Puts a picture there; whether that went well.
    fn write_picture(&mut self, pixels: &Pixels) -> bool;
}

/// The system's clipboard, connected to when it is needed first.
#[derive(Default)]
pub struct SystemClipboard(Option<arboard::Clipboard>);

impl SystemClipboard {
    fn connected(&mut self) -> Option<&mut arboard::Clipboard> {
        if self.0.is_none() {
            self.0 = arboard::Clipboard::new().ok();
        }
        self.0.as_mut()
    }
}

impl Clipboard for SystemClipboard {
    fn read(&mut self) -> Option<Clip> {
        let clipboard = self.connected()?;
        let clip = Clip {
            html: clipboard.get().html().ok(),
            text: clipboard.get_text().unwrap_or_default(),
        };
        (clip.html.is_some() || !clip.text.trim().is_empty()).then_some(clip)
    }

    fn write(&mut self, clip: &Clip) -> bool {
        let Some(clipboard) = self.connected() else {
            return false;
        };
        let written = match &clip.html {
            Some(html) => clipboard.set_html(html.as_str(), Some(clip.text.as_str())),
            None => clipboard.set_text(clip.text.as_str()),
        };
        written.is_ok()
    }

    fn write_picture(&mut self, pixels: &Pixels) -> bool {
        let picture = ImageData {
            width: usize::from(pixels.width),
            height: usize::from(pixels.height),
            bytes: pixels.bytes.as_slice().into(),
        };
        let clipboard = self.connected();
        clipboard.is_some_and(|clipboard| clipboard.set_image(picture).is_ok())
    }
}
