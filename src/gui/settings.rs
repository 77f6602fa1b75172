//! What the reader has set, kept from run to run.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};

use crate::view::shown::Shown;

use super::i18n::LanguageChoice;
use super::state::ThemeChoice;

/// Factor of one step of text size.
const ZOOM_STEP: f32 = 1.1;

/// Steps of text size in either direction: from 56 % to 259 %.
const ZOOM_LIMITS: (i32, i32) = (-6, 10);

/// Files that are remembered as opened.
const MOST_RECENT: usize = 12;

/// Everything that the reader has set. A value that cannot be read becomes the usual one, and the others stay.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Colours.
    #[serde(deserialize_with = "or_usual")]
    pub theme: ThemeChoice,
    /// Language of the interface.
    #[serde(deserialize_with = "or_usual")]
    pub language: LanguageChoice,
    /// Text size as a number of steps from normal.
    #[serde(deserialize_with = "or_usual")]
    zoom_steps: i32,
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
    /// Files that were opened, the last one first.
    #[serde(deserialize_with = "or_usual")]
    recent: Vec<PathBuf>,
}

fn or_usual<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}

impl Settings {
    /// Text size, 1 is normal.
    pub fn zoom(&self) -> f32 {
        let (least, most) = ZOOM_LIMITS;
        ZOOM_STEP.powi(self.zoom_steps.clamp(least, most))
    }

    /// Makes the text larger (or, by a negative number of steps, smaller).
    pub fn zoom_by(&mut self, n_steps: i32) {
        let (least, most) = ZOOM_LIMITS;
        self.zoom_steps = (self.zoom_steps.clamp(least, most) + n_steps).clamp(least, most);
    }

    /// Makes the text as large as it was at first.
    pub fn reset_zoom(&mut self) {
        self.zoom_steps = 0;
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
        settings.zoom_by(3);
        settings.shown.toggle(Kind::Date);
        settings.remember(Path::new("/artikel/eins.txt"));
        let json = serde_json::to_string(&settings).expect("it can be written");
        let read: Settings = serde_json::from_str(&json).expect("it can be read");
        assert_eq!(read, settings);
    }

    #[test]
    fn one_value_that_makes_no_sense_leaves_the_others() {
        let json =
            r#"{"theme": "purple", "zoom_steps": 2, "shown": 5, "new": [1], "recent": ["a"]}"#;
        let read: Settings = serde_json::from_str(json).expect("it can be read");
        assert_eq!(read.theme, ThemeChoice::System);
        assert_eq!(read.shown, Shown::default());
        assert_eq!(read.recent(), [PathBuf::from("a")]);
        assert!(1.2 < read.zoom());
        let wild: Settings = serde_json::from_str(r#"{"zoom_steps": 99999}"#).expect("a number");
        assert!(wild.zoom() < 3.0);
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
