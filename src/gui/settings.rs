//! What the reader has set, kept from run to run.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};

use crate::view::shown::Shown;

use super::command::ZoomStep;
use super::i18n::LanguageChoice;
use super::keymap::Keymap;
use super::state::ThemeChoice;
use super::typography::{Typography, WindowZoom};

/// Files that are remembered as opened.
const MOST_RECENT: usize = 12;

/// Everything that the reader has set. A value that cannot be read becomes the usual one, and the others stay.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on the sheet"
)]
pub struct Settings {
    /// Colours.
    #[serde(deserialize_with = "or_usual")]
    pub theme: ThemeChoice,
    /// Language of the interface.
    #[serde(deserialize_with = "or_usual")]
    pub language: LanguageChoice,
    /// How the article is set.
    #[serde(deserialize_with = "or_usual")]
    pub typography: Typography,
    /// Size of everything.
    #[serde(deserialize_with = "or_usual")]
    pub window_zoom: WindowZoom,
    /// Whether every mark bears the letter of its kind.
    #[serde(deserialize_with = "or_usual")]
    pub letter_tags: bool,
    /// Whether nothing moves by itself.
    #[serde(deserialize_with = "or_usual")]
    pub reduced_motion: bool,
    /// Which kinds are highlighted.
    #[serde(deserialize_with = "or_usual")]
    pub shown: Shown,
    /// Whether the list of names is put away.
    #[serde(deserialize_with = "or_usual")]
    pub hides_entities: bool,
    /// Whether the lists on the right are put away.
    #[serde(deserialize_with = "or_usual")]
    pub hides_lists: bool,
    /// How large the window is.
    #[serde(deserialize_with = "or_usual")]
    pub window: WindowSize,
    /// What the reader calls himself in corrections; may be empty.
    #[serde(deserialize_with = "or_usual")]
    pub reader_name: String,
    /// Keys that the reader has chosen.
    #[serde(deserialize_with = "or_usual")]
    pub keys: Keymap,
    /// Files that were opened, the last one first.
    #[serde(deserialize_with = "or_usual")]
    recent: Vec<PathBuf>,
}

/// How large the window is, in points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WindowSize {
    /// Width without the frame.
    pub width: f32,
    /// Height without the frame.
    pub height: f32,
    /// Whether it fills the screen; then width and height are as they were before.
    pub is_maximized: bool,
}

impl Default for WindowSize {
    fn default() -> Self {
        Self {
            width: 1280.0,
            height: 800.0,
            is_maximized: false,
        }
    }
}

fn or_usual<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}

impl Settings {
    /// Makes everything look as it did at first; language and what else was set stays.
    pub fn reset_appearance(&mut self) {
        let usual = Self::default();
        self.theme = usual.theme;
        self.typography = usual.typography;
        self.window_zoom = usual.window_zoom;
        self.letter_tags = usual.letter_tags;
        self.reduced_motion = usual.reduced_motion;
    }

    /// Whether everything looks as it did at first.
    pub fn looks_usual(&self) -> bool {
        let mut usual = self.clone();
        usual.reset_appearance();
        usual == *self
    }

    /// Makes the article's text larger, smaller or as it was at first.
    pub fn zoom(&mut self, step: ZoomStep) {
        let typography = self.typography.fitted();
        let steps = match step {
            ZoomStep::In => typography.size_steps + 1,
            ZoomStep::Out => typography.size_steps - 1,
            ZoomStep::Reset => 0,
        };
        self.typography = typography.with_size(steps);
    }

    /// Makes everything larger, smaller or as it was at first.
    pub fn zoom_window(&mut self, step: ZoomStep) {
        let zoom = &mut self.window_zoom;
        *zoom = match step {
            ZoomStep::In => zoom.larger(),
            ZoomStep::Out => zoom.smaller(),
            ZoomStep::Reset => WindowZoom::default(),
        };
    }

    /// Files that were opened, the last one first.
    pub fn recent(&self) -> &[PathBuf] {
        &self.recent
    }

    /// Remembers a file as the last one opened.
    pub fn remember(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.forget(&path);
        self.recent.insert(0, path);
        self.recent.truncate(MOST_RECENT);
    }

    /// No longer lists a file as opened.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|recent| recent != path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Kind;
    use crate::gui::i18n::Language;

    #[test]
    fn what_is_written_is_read_back() {
        let mut settings = Settings {
            theme: ThemeChoice::Dark,
            language: LanguageChoice::Fixed(Language::German),
            hides_entities: true,
            ..Settings::default()
        };
        settings.typography.characters = 72;
        settings.shown.toggle(Kind::Date);
        settings.remember(Path::new("/artikel/eins.txt"));
        let json = serde_json::to_string(&settings).expect("it can be written");
        let read: Settings = serde_json::from_str(&json).expect("it can be read");
        assert_eq!(read, settings);
    }

    #[test]
    fn one_value_that_makes_no_sense_leaves_the_others() {
        let json = r#"{"theme": "purple", "typography": {"size_steps": 2}, "shown": 5, "new": [1], "recent": ["a"]}"#;
        let read: Settings = serde_json::from_str(json).expect("it can be read");
        assert_eq!(read.theme, ThemeChoice::System);
        assert_eq!(read.shown, Shown::default());
        assert_eq!(read.recent(), [PathBuf::from("a")]);
        assert_eq!(read.typography.percent(), 121);
        let wild = r#"{"typography": {"size_steps": 99999}, "window_zoom": 7}"#;
        let wild: Settings = serde_json::from_str(wild).expect("numbers");
        assert!(wild.typography.zoom() < 3.0);
        assert_eq!(wild.window_zoom.percent(), 80);
    }

    #[test]
    fn a_reset_touches_the_look_only() {
        let mut settings = Settings {
            theme: ThemeChoice::Sepia,
            language: LanguageChoice::Fixed(Language::English),
            letter_tags: true,
            window_zoom: WindowZoom::default().larger(),
            hides_lists: true,
            ..Settings::default()
        };
        settings.typography.line_height = 180;
        assert!(!settings.looks_usual());
        settings.reset_appearance();
        let kept = Settings {
            language: LanguageChoice::Fixed(Language::English),
            hides_lists: true,
            ..Settings::default()
        };
        assert_eq!(settings, kept);
        assert!(settings.looks_usual());
    }

    #[test]
    fn the_last_file_comes_first_and_no_file_twice() {
        let mut settings = Settings::default();
        for index in 0..20 {
            settings.remember(Path::new(&format!("/{index}.txt")));
        }
        settings.remember(Path::new("/15.txt"));
        assert_eq!(settings.recent().len(), MOST_RECENT);
        assert_eq!(settings.recent()[0], Path::new("/15.txt"));
        assert_eq!(settings.recent()[1], Path::new("/19.txt"));
        settings.forget(Path::new("/15.txt"));
        assert_eq!(settings.recent()[0], Path::new("/19.txt"));
    }
}
