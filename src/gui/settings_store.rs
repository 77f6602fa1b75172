//! Where settings are kept: a file in the reader's folder for configuration.

use std::path::PathBuf;

use crate::exchange;

use super::settings::Settings;

/// A place for settings, or none.
#[derive(Clone, Debug, Default)]
pub struct SettingsStore {
    path: Option<PathBuf>,
}

impl SettingsStore {
    /// As the system has it: `~/.config/wortlaut/settings.json` on Linux.
    pub fn system() -> Self {
        let folders = directories::ProjectDirs::from("", "", "wortlaut");
        Self {
            path: folders.map(|folders| folders.config_dir().join("settings.json")),
        }
    }

    /// In this file.
    pub fn at(path: PathBuf) -> Self {
        Self { path: Some(path) }
    }

    /// Keeps nothing.
    pub fn nowhere() -> Self {
        Self::default()
    }

    /// Where the personal lexicon is kept: beside the settings.
    pub fn lexicon(&self) -> Option<PathBuf> {
        let path = self.path.as_ref()?;
        Some(path.with_file_name("lexicon.tsv"))
    }

    /// What was kept. A file that cannot be read is put aside under another name, so that nothing in it is lost.
    pub fn load(&self) -> Settings {
        let Some(path) = &self.path else {
            return Settings::default();
        };
        let Ok(bytes) = std::fs::read(path) else {
            return Settings::default();
        };
        serde_json::from_slice(&bytes).unwrap_or_else(|_| {
            // If that fails, too, there is nothing more to be done.
            let _ = std::fs::rename(path, path.with_extension("json.broken"));
            Settings::default()
        })
    }

    /// Keeps settings.
    ///
    /// # Errors
    /// Where the file cannot be written; says why.
    pub fn save(&self, settings: &Settings) -> Result<(), exchange::WriteError> {
        let Some(path) = &self.path else {
            return Ok(());
        };
        if let Some(folder) = path.parent() {
            // If it cannot be made, neither can the file, and that says why.
            let _ = std::fs::create_dir_all(folder);
        }
        let json = serde_json::to_vec_pretty(settings).unwrap_or_default();
        exchange::save(path, &json, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::state::ThemeChoice;

    #[test]
    fn settings_are_kept_and_a_broken_file_is_put_aside() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep").join("settings.json");
        let store = SettingsStore::at(path.clone());
        assert_eq!(store.load(), Settings::default());
        let mut settings = Settings::default();
        settings.theme = ThemeChoice::Dark;
        store.save(&settings).expect("it can be written");
        assert_eq!(store.load(), settings);
        std::fs::write(&path, b"{\"theme\": ").expect("it can be written");
        assert_eq!(store.load(), Settings::default());
        let aside = std::fs::read(path.with_extension("json.broken"));
        assert_eq!(aside.expect("it is there"), b"{\"theme\": ");
        assert_eq!(SettingsStore::nowhere().load(), Settings::default());
        assert!(SettingsStore::nowhere().save(&settings).is_ok());
    }
}
