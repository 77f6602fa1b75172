//! Notices when an open file changes on disk.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};

use notify::event::{EventKind, ModifyKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};

/// Watches the folders of open files: programs that save often write a new file and give it the old name.
pub struct FileWatcher {
    /// None where the system cannot watch, or will not watch more; then nothing is noticed.
    system: Option<RecommendedWatcher>,
    touched: Receiver<PathBuf>,
    folders: BTreeSet<PathBuf>,
    files: BTreeSet<PathBuf>,
    /// Whether all of their folders are watched: one may be made only later.
    is_complete: bool,
}

impl FileWatcher {
    /// Watches nothing yet; `wake` is called when something was touched.
    pub fn new(wake: impl Fn() + Send + 'static) -> Self {
        let (sender, touched) = channel();
        let system = notify::recommended_watcher(move |event| tell(event, &sender, &wake)).ok();
        Self {
            system,
            touched,
            folders: BTreeSet::new(),
            files: BTreeSet::new(),
            is_complete: true,
        }
    }

    /// Watches these files and no others.
    pub fn follow(&mut self, files: BTreeSet<PathBuf>) {
        if files == self.files && self.is_complete {
            return;
        }
        let there: Vec<PathBuf> = files.iter().filter_map(|file| folder_of(file)).collect();
        self.is_complete = there.len() == files.len();
        let folders: BTreeSet<PathBuf> = there.into_iter().collect();
        if let Some(system) = &mut self.system {
            for gone in self.folders.difference(&folders) {
                // It may have been deleted.
                let _ = system.unwatch(gone);
            }
            for new in folders.difference(&self.folders) {
                // What cannot be watched is not noticed.
                let _ = system.watch(new, RecursiveMode::NonRecursive);
            }
        }
        (self.folders, self.files) = (folders, files);
    }

    /// Which of the files were touched since the last call: written, replaced, or only looked like it.
    pub fn touched(&self) -> BTreeSet<PathBuf> {
        let touched: BTreeSet<PathBuf> = self.touched.try_iter().collect();
        let is_touched = |file: &&PathBuf| {
            let absolute = folder_of(file).zip(file.file_name());
            let absolute = absolute.map(|(folder, name)| folder.join(name));
            absolute.is_some_and(|file| touched.contains(&file))
        };
        self.files.iter().filter(is_touched).cloned().collect()
    }
}

/// The folder of a file, by its whole name, as the system reports it.
fn folder_of(file: &Path) -> Option<PathBuf> {
    let folder = file.parent()?;
    let folder = if folder == Path::new("") {
        Path::new(".")
    } else {
        folder
    };
    folder.canonicalize().ok()
}

fn tell(event: notify::Result<notify::Event>, touched: &Sender<PathBuf>, wake: &impl Fn()) {
    let Ok(event) = event else { return };
    let is_change = match event.kind {
        EventKind::Create(_) | EventKind::Any => true,
        EventKind::Modify(kind) => !matches!(kind, ModifyKind::Metadata(_)),
        EventKind::Access(_) | EventKind::Remove(_) | EventKind::Other => false,
    };
    if !is_change {
        return;
    }
    for path in event.paths {
        // If the window is gone, nobody waits for it.
        let _ = touched.send(path);
    }
    wake();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_replaced_is_noticed_and_its_neighbour_is_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("artikel.txt");
        std::fs::write(&file, "eins").expect("it can be written");
        let (sender, woken) = channel();
        let mut watcher = FileWatcher::new(move || {
            let _ = sender.send(());
        });
        watcher.follow([file.clone()].into());
        std::fs::write(folder.path().join("anderer.txt"), "x").expect("it can be written");
        let new = folder.path().join("neu.tmp");
        std::fs::write(&new, "zwei").expect("it can be written");
        std::fs::rename(&new, &file).expect("it can be renamed");
        loop {
            let patience = std::time::Duration::from_secs(30);
            woken
                .recv_timeout(patience)
                .expect("the system tells of it");
            let touched = watcher.touched();
            if !touched.is_empty() {
                assert_eq!(touched, [file].into());
                break;
            }
        }
    }
}
