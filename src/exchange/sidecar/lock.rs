//! One window at a time compares and writes.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::time::Duration;

/// How often, and how long each time, is waited for another window; comparing and writing takes milliseconds.
const TRIES: u32 = 100;
const PAUSE: Duration = Duration::from_millis(10);

/// Held until it is dropped, and let go by the system if the program dies. Others are only kept off if they ask, too.
pub(super) struct Lock {
    /// None where nothing can be locked: then comparing alone has to do.
    _file: Option<File>,
}

impl Lock {
    /// Waits for it.
    ///
    /// # Errors
    /// If another window holds it for too long: it hangs, or its disk does.
    pub fn take(path: Option<&Path>) -> io::Result<Self> {
        let file = path.and_then(open);
        let Some(file) = file else {
            return Ok(Self { _file: None });
        };
        for _ in 0..TRIES {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: Some(file) }),
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
                // A file system without locks.
                Err(TryLockError::Error(_)) => return Ok(Self { _file: None }),
            }
        }
        Err(io::ErrorKind::WouldBlock.into())
    }
}

fn open(path: &Path) -> Option<File> {
    std::fs::create_dir_all(path.parent()?).ok()?;
    let mut options = OpenOptions::new();
    options
        .create(true)
        .write(true)
        .truncate(false)
        .open(path)
        .ok()
}
