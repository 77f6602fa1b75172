//! Where the corrections of an article are kept: in a file of our own JSON beside it, the article itself is never touched.
//!
//! `aleppo.txt` has `aleppo.txt.wortlaut.json`. Where the folder cannot be written to, and for what is no file, they are
//! kept in the reader's data folder. Two windows on one article do not overwrite each other: who writes says what the file
//! held when he saw it last, and nothing is written if it holds something else now.

mod aside;
mod lock;
mod opening;
mod place;
mod reopening;
mod strays;
mod writing;

pub use aside::{back_up, put_aside, write_numbered};
pub use place::{Belongs, Places, article_of, is_sidecar};
pub use reopening::{Came, Reopened, Trouble, Wrong, reopen};
pub use writing::{Checksum, Kept, SaveError, checksum_of_file, save};

#[cfg(test)]
mod mutation_tests;
#[cfg(test)]
mod tests;
