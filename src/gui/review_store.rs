//! Where corrections are kept: beside the articles, or in the reader's folder for data.

use std::path::PathBuf;
use std::sync::Arc;

use crate::exchange::sidecar::{Belongs, Places, Reopened, article_of, is_sidecar, reopen};
use crate::review::Review;

use super::source::Source;

/// A place for corrections, or none.
#[derive(Clone, Debug, Default)]
pub struct ReviewStore {
    places: Option<Places>,
}

impl ReviewStore {
    /// As the system has it: beside the articles and in `~/.local/share/wortlaut` on Linux.
    pub fn system() -> Self {
        let folders = directories::ProjectDirs::from("", "", "wortlaut");
        let data = folders.map(|folders| folders.data_local_dir().to_owned());
        Self {
            places: Some(Places { data }),
        }
    }

    /// Beside the articles and in this folder.
    pub fn at(data: PathBuf) -> Self {
        Self {
            places: Some(Places { data: Some(data) }),
        }
    }

    /// Keeps nothing.
    pub fn nowhere() -> Self {
        Self::default()
    }

    /// The places, if there are any.
    pub fn places(&self) -> Option<&Places> {
        self.places.as_ref()
    }

    /// Where to read really: of corrections that were opened, the article beside which they are.
    pub fn source(&self, source: Source) -> Source {
        let path = source.path().filter(|path| is_sidecar(path));
        let article = path.and_then(article_of).filter(|path| path.is_file());
        match article {
            Some(article) if self.places.is_some() => Source::file(article),
            _ => source,
        }
    }

    /// An article that was just read, with the corrections that were made before. None where none are kept.
    pub fn reopen(&self, source: &Source, review: Arc<Review>) -> Option<Reopened> {
        let places = self.places.as_ref()?;
        match source {
            Source::File { path, .. } => reopen(places, Belongs::File(path), review),
            Source::Example(_) | Source::Clipboard(_) => {
                let document = review.shared_document();
                reopen(places, Belongs::Text(document.text()), review)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corrections_lead_to_their_article() {
        let folder = tempfile::tempdir().expect("a folder");
        let (article, alone) = (
            folder.path().join("a.txt"),
            folder.path().join("b.wortlaut.json"),
        );
        std::fs::write(&article, "Ein Satz.").expect("it can be written");
        let store = ReviewStore::at(folder.path().join("daten"));
        let corrections = Source::file(folder.path().join("a.txt.wortlaut.json"));
        assert_eq!(store.source(corrections.clone()), Source::file(article));
        assert_eq!(
            store.source(Source::file(alone.clone())),
            Source::file(alone)
        );
        assert_eq!(
            ReviewStore::nowhere().source(corrections.clone()),
            corrections
        );
    }
}
