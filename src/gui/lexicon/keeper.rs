//! Keeps the personal lexicon in its file, on the thread that reads and writes. The file is the truth: each change is made
//! in what stands there at that moment, so that nothing that was edited by hand, or in another window, is lost.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::exchange;
use crate::german::personal_lexicon::file::LexiconFile;
use crate::german::personal_lexicon::{Entry, PersonalLexicon};
use crate::gui::failures::WriteReason;

use super::news::{Cause, News};

/// Something to do with the file.
#[derive(Clone, Debug)]
pub enum Job {
    /// Read it from here; for the first time.
    Load(Option<PathBuf>),
    /// Another program has touched it.
    Look,
    /// Change it.
    Change(Change),
    /// Take over the entries of another file.
    Import(PathBuf),
    /// Write a copy.
    Export(PathBuf),
}

/// A change of the file.
#[derive(Clone, Debug)]
pub enum Change {
    /// Add entries; each takes the place of one on the same words.
    Add(Vec<Entry>),
    /// Take entries away.
    Remove(Vec<Entry>),
}

/// The file, and what is in it.
#[derive(Debug, Default)]
pub struct Keeper {
    path: Option<PathBuf>,
    file: LexiconFile,
}

/// No lexicon made by hand is larger.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

impl Keeper {
    /// Does something; what has come of it, and the entries that hold from now on.
    pub fn run(&mut self, job: Job) -> (News, Arc<PersonalLexicon>) {
        let cause = match job {
            Job::Load(path) => {
                self.path = path;
                self.refresh();
                Cause::Loaded
            }
            Job::Look => {
                self.refresh();
                Cause::ChangedOnDisk
            }
            Job::Change(change) => {
                self.refresh();
                let mut changed = self.file.clone();
                match change {
                    Change::Add(entries) => {
                        for entry in entries {
                            changed.add(entry);
                        }
                    }
                    Change::Remove(entries) => {
                        for entry in entries {
                            changed.remove(&entry);
                        }
                    }
                }
                self.put(changed, Cause::Changed)
            }
            Job::Import(path) => self.import(path),
            Job::Export(path) => match exchange::save(&path, &self.file.write(), None) {
                Ok(()) => Cause::Exported(path),
                Err(error) => Cause::Failed(path, error.into()),
            },
        };
        let news = News {
            file: Arc::new(self.file.clone()),
            faults: self.file.faults(),
            path: self.path.clone(),
            cause,
        };
        let lexicon = PersonalLexicon::new(self.file.entries().cloned());
        (news, Arc::new(lexicon))
    }

    /// Reads the file anew; one that is missing is empty, one that cannot be read stays as it was.
    fn refresh(&mut self) {
        let Some(path) = &self.path else { return };
        match read(path) {
            Ok(bytes) => self.file = LexiconFile::read(&bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                self.file = LexiconFile::default();
            }
            Err(_) => {}
        }
    }

    /// Writes the file; what cannot be written is not taken over.
    fn put(&mut self, changed: LexiconFile, cause: Cause) -> Cause {
        if changed == self.file {
            return cause;
        }
        if let Some(path) = &self.path {
            if let Some(folder) = path.parent() {
                // If it cannot be made, neither can the file, and that says why.
                let _ = std::fs::create_dir_all(folder);
            }
            let bytes = changed.write();
            if let Err(error) = exchange::save(path, &bytes, None) {
                return Cause::Failed(path.clone(), WriteReason::from(error));
            }
            // With the explanation that a new file begins with.
            self.file = LexiconFile::read(&bytes);
            return cause;
        }
        self.file = changed;
        cause
    }

    fn import(&mut self, path: PathBuf) -> Cause {
        let bytes = match read(&path) {
            Ok(bytes) => bytes,
            Err(error) => return Cause::ImportFailed(path, error.to_string()),
        };
        self.refresh();
        let mut changed = self.file.clone();
        let other = LexiconFile::read(&bytes);
        let merged = changed.merge(&other);
        let contradicting = merged.contradicting.iter();
        let cause = Cause::Imported {
            n_new: merged.n_new,
            n_known: merged.n_known,
            contradicting: contradicting.map(|it| it.words().to_owned()).collect(),
            n_faults: other.faults().len(),
        };
        self.put(changed, cause)
    }
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    use std::io::Read;
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path)?;
    file.take(MOST_BYTES).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn never(name: &str) -> Entry {
        Entry::never(name).expect("a name")
    }

    fn words(keeper: &Keeper) -> Vec<&str> {
        keeper.file.entries().map(Entry::words).collect()
    }

    #[test]
    fn changes_are_made_in_what_stands_in_the_file_by_then() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep").join("lexicon.tsv");
        let mut keeper = Keeper::default();
        let (news, _) = keeper.run(Job::Load(Some(path.clone())));
        assert_eq!(news.cause, Cause::Loaded);
        keeper.run(Job::Change(Change::Add(vec![never("Morgen")])));
        // By hand, in the meantime.
        let mut by_hand = std::fs::read(&path).expect("it was written");
        by_hand.extend_from_slice(b"never\tUlm\n");
        std::fs::write(&path, by_hand).expect("it can be written");
        let (news, lexicon) = keeper.run(Job::Change(Change::Add(vec![never("Bonn")])));
        assert_eq!(news.cause, Cause::Changed);
        assert_eq!(words(&keeper), ["Morgen", "Ulm", "Bonn"]);
        assert_eq!(lexicon.hits("Ulm und Bonn").len(), 2);
        keeper.run(Job::Change(Change::Remove(vec![never("Ulm")])));
        let again = LexiconFile::read(&std::fs::read(&path).expect("it was written"));
        assert_eq!(again.entries().count(), 2);
    }

    #[test]
    fn importing_tells_what_is_new_known_and_contradicting_and_exporting_copies() {
        let folder = tempfile::tempdir().expect("a folder");
        let (own, other) = (
            folder.path().join("own.tsv"),
            folder.path().join("other.tsv"),
        );
        std::fs::write(&own, "never\tMorgen\nnever\tUlm\n").expect("it can be written");
        std::fs::write(&other, "name\tUlm\tperson\nnever\tBonn\nnever\tMorgen\nx\n")
            .expect("it can be written");
        let mut keeper = Keeper::default();
        keeper.run(Job::Load(Some(own)));
        let (news, _) = keeper.run(Job::Import(other.clone()));
        let expected = Cause::Imported {
            n_new: 1,
            n_known: 1,
            contradicting: vec!["Ulm".to_owned()],
            n_faults: 1,
        };
        assert_eq!(news.cause, expected);
        let copy = folder.path().join("copy.tsv");
        let (news, _) = keeper.run(Job::Export(copy.clone()));
        assert_eq!(news.cause, Cause::Exported(copy.clone()));
        let copied = LexiconFile::read(&std::fs::read(copy).expect("it was written"));
        assert_eq!(copied.entries().count(), 3);
        let missing = folder.path().join("none.tsv");
        let (news, _) = keeper.run(Job::Import(missing));
        assert!(matches!(news.cause, Cause::ImportFailed(..)));
    }

    #[test]
    fn what_cannot_be_written_is_told_and_not_taken_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let blocked = folder.path().join("file");
        std::fs::write(&blocked, "").expect("it can be written");
        let mut keeper = Keeper::default();
        keeper.run(Job::Load(Some(blocked.join("lexicon.tsv"))));
        let (news, _) = keeper.run(Job::Change(Change::Add(vec![never("Morgen")])));
        assert!(matches!(news.cause, Cause::Failed(..)));
        assert_eq!(words(&keeper), [] as [&str; 0]);
    }
}
