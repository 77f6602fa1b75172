//! Why a file could not be read, in the reader's words: the reason, the way out, the path last.

use std::path::{Path, PathBuf};

use super::damage::Damage;
use super::time_limit::Unfinished;

/// Why a file could not be read. One variant per reason, so that the window can say it in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// There is nothing at this place.
    #[error("there is no such file; check the name: {}", path.display())]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// A folder where a file is needed.
    #[error("this is a folder; choose a file inside it: {}", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// A folder without a single article.
    #[error("no article in this folder; put files with articles there or choose another one: {}", path.display())]
    EmptyFolder {
        /// The folder.
        path: PathBuf,
    },
    /// A device, a pipe or a socket: it may never end.
    #[error("this is a device or a pipe, not a file; save what it holds as a file first: {}", path.display())]
    NotAFile {
        /// The device.
        path: PathBuf,
    },
    /// The system refuses.
    #[error("no permission to read this file; change its permissions or copy it: {}", path.display())]
    NoPermission {
        /// The file.
        path: PathBuf,
    },
    /// Not a single byte.
    #[error("this file is empty; choose another one: {}", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// Nothing but white space.
    #[error("this file holds nothing but white space; choose another one: {}", path.display())]
    Blank {
        /// The file.
        path: PathBuf,
    },
    /// Not text.
    #[error("this is {looks}, not text; save the article as text (.txt) or in another format that can be read: {}", path.display())]
    Binary {
        /// What it looks like.
        looks: Looks,
        /// The file.
        path: PathBuf,
    },
    /// More than [`super::MAX_BYTES`].
    #[error("this file is larger than 50 MB; cut it into smaller ones: {}", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// More than [`super::MAX_WORDS`].
    #[error("this text has more than {} words and marks, more than a long book; cut it into smaller files: {}", super::MAX_WORDS, path.display())]
    TooLong {
        /// The file.
        path: PathBuf,
    },
    /// A web page with more elements than any article has.
    #[error("this web page is too intricate to be an article; save the article as text (.txt): {}", path.display())]
    TooIntricate {
        /// The file.
        path: PathBuf,
    },
    /// A web page or Markdown file that shows no text.
    #[error("no article text in this file; save the article as text (.txt): {}", path.display())]
    NoArticle {
        /// The file.
        path: PathBuf,
    },
    /// Cut off, or otherwise not as its format wants it.
    #[error("this file is damaged ({reason}); get it again, or save the article as text (.txt): {}", path.display())]
    Damaged {
        /// What is wrong.
        reason: Damage,
        /// The file.
        path: PathBuf,
    },
    /// A password is needed.
    #[error("this file is encrypted; open it in its own program, save it without a password, and open that: {}", path.display())]
    Encrypted {
        /// The file.
        path: PathBuf,
    },
    /// Pictures of pages, without letters.
    #[error("this file holds pictures of pages, not text; run a text recognition (OCR) on it first: {}", path.display())]
    Scan {
        /// The file.
        path: PathBuf,
    },
    /// It would unpack to more than any article takes.
    #[error("this file unpacks to more than any article takes; save the article as text (.txt): {}", path.display())]
    Bloated {
        /// The file.
        path: PathBuf,
    },
    /// It was read for as long as any file may take, and there was no end to it.
    #[error("reading this file takes too long; save the article as text (.txt), or cut it into smaller files: {}", path.display())]
    TooSlow {
        /// The file.
        path: PathBuf,
    },
    /// Any other trouble of the operating system.
    #[error("this file cannot be read ({reason}); try a copy of it: {}", path.display())]
    Unreadable {
        /// The system's words.
        reason: String,
        /// The file.
        path: PathBuf,
    },
}

impl ReadError {
    /// The file or folder that it is about.
    pub fn path(&self) -> &Path {
        match self {
            Self::Missing { path }
            | Self::Folder { path }
            | Self::EmptyFolder { path }
            | Self::NotAFile { path }
            | Self::NoPermission { path }
            | Self::Empty { path }
            | Self::Blank { path }
            | Self::Binary { path, .. }
            | Self::TooLarge { path }
            | Self::TooLong { path }
            | Self::TooIntricate { path }
            | Self::NoArticle { path }
            | Self::Damaged { path, .. }
            | Self::Encrypted { path }
            | Self::Scan { path }
            | Self::Bloated { path }
            | Self::TooSlow { path }
            | Self::Unreadable { path, .. } => path,
        }
    }

    /// What `path` is instead of text.
    pub(super) fn of_looks(looks: Looks, path: &Path) -> Self {
        let path = path.to_owned();
        match looks {
            // These are read where they are sound.
            Looks::Docx | Looks::Odt | Looks::Epub | Looks::Rtf => Self::Damaged {
                reason: Damage::NoText(looks),
                path,
            },
            looks => Self::Binary { looks, path },
        }
    }

    /// Why reading `path` came to no end.
    pub(crate) fn of_unfinished(unfinished: Unfinished, path: &Path) -> Self {
        let path = path.to_owned();
        match unfinished {
            Unfinished::TooSlow => Self::TooSlow { path },
            // What makes a reader of such files fail is not how they are made.
            Unfinished::Panicked => Self::Damaged {
                reason: Damage::NoSense,
                path,
            },
            Unfinished::NoThread(reason) => Self::Unreadable { reason, path },
        }
    }

    /// What the operating system reported about `path`.
    pub(super) fn from_io(error: &std::io::Error, path: &Path) -> Self {
        let path = path.to_owned();
        match error.kind() {
            std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => {
                Self::Missing { path }
            }
            std::io::ErrorKind::PermissionDenied => Self::NoPermission { path },
            std::io::ErrorKind::IsADirectory => Self::Folder { path },
            _ => Self::Unreadable {
                reason: error.to_string(),
                path,
            },
        }
    }
}

/// What the bytes of a file that is not text look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Looks {
    /// A Portable Document Format file.
    Pdf,
    /// A Word document of today.
    Docx,
    /// A Word document of before 2007, or another file of that Office.
    Doc,
    /// A `LibreOffice` or `OpenOffice` text.
    Odt,
    /// An electronic book.
    Epub,
    /// A Rich Text Format file.
    Rtf,
    /// An archive with something else inside.
    Zip,
    /// Another kind of archive: gzip, 7z, RAR …
    Archive,
    /// PNG, JPEG, GIF, WebP, TIFF, BMP.
    Image,
    /// Sound or film.
    Media,
    /// A program.
    Program,
    /// None of these.
    Data,
}

impl std::fmt::Display for Looks {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Pdf => "a PDF",
            Self::Docx => "a Word document (DOCX)",
            Self::Doc => "an old Office document (DOC)",
            Self::Odt => "an OpenDocument text (ODT)",
            Self::Epub => "an electronic book (EPUB)",
            Self::Rtf => "a Rich Text document (RTF)",
            Self::Zip => "a ZIP archive",
            Self::Archive => "a packed archive",
            Self::Image => "an image",
            Self::Media => "a sound or a film",
            Self::Program => "a program",
            Self::Data => "binary data",
        })
    }
}

impl Looks {
    /// What the first bytes give away; `None` if they may well be text.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        const MAGIC: &[(&[u8], Looks)] = &[
            (b"%PDF-", Looks::Pdf),
            (b"{\\rtf", Looks::Rtf),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Looks::Doc),
            (b"PK\x05\x06", Looks::Zip),
            (b"\x1F\x8B", Looks::Archive),
            (b"7z\xBC\xAF\x27\x1C", Looks::Archive),
            (b"Rar!\x1A\x07", Looks::Archive),
            (b"BZh", Looks::Archive),
            (b"\xFD7zXZ\x00", Looks::Archive),
            (b"\x28\xB5\x2F\xFD", Looks::Archive),
            (b"\x89PNG\r\n", Looks::Image),
            (b"\xFF\xD8\xFF", Looks::Image),
            (b"GIF87a", Looks::Image),
            (b"GIF89a", Looks::Image),
            (b"II*\x00", Looks::Image),
            (b"MM\x00*", Looks::Image),
            (b"ID3", Looks::Media),
            (b"OggS", Looks::Media),
            (b"fLaC", Looks::Media),
            (b"\x1AE\xDF\xA3", Looks::Media),
            (b"\x7FELF", Looks::Program),
            (b"MZ\x90\x00", Looks::Program),
        ];
        if bytes.starts_with(b"PK\x03\x04") {
            return Some(Self::of_zip(bytes));
        }
        if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            return Some(Self::Image);
        }
        if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WAVE") {
            return Some(Self::Media);
        }
        if bytes.get(4..8) == Some(b"ftyp") {
            return Some(Self::Media);
        }
        let magic = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
        // "BZh", "ID3", "GIF89a" can begin a text; a text has no NUL bytes near its beginning.
        let textual = |magic: &[u8]| magic.iter().all(u8::is_ascii_graphic);
        let has_nul = bytes.iter().take(512).any(|&byte| byte == 0);
        magic
            .filter(|(magic, looks)| {
                !textual(magic) || has_nul || matches!(looks, Self::Pdf | Self::Rtf)
            })
            .map(|&(_, looks)| looks)
    }

    /// What a ZIP archive is used for: office formats name their parts near the beginning or in the directory at the end.
    fn of_zip(bytes: &[u8]) -> Self {
        let head = &bytes[..bytes.len().min(4096)];
        let tail = &bytes[bytes.len().saturating_sub(65_536)..];
        let has = |needle: &[u8]| {
            [head, tail]
                .iter()
                .any(|part| part.windows(needle.len()).any(|window| window == needle))
        };
        if has(b"application/epub+zip") {
            Self::Epub
        } else if has(b"application/vnd.oasis.opendocument") {
            Self::Odt
        } else if has(b"word/document.xml") {
            Self::Docx
        } else {
            Self::Zip
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_programs_are_named() {
        let check = |bytes: &[u8], expected| assert_eq!(Looks::of(bytes), expected);
        check(b"%PDF-1.7\n", Some(Looks::Pdf));
        check(b"PK\x03\x04....", Some(Looks::Zip));
        check(b"PK\x03\x04....word/document.xml", Some(Looks::Docx));
        check(
            b"PK\x03\x04..mimetypeapplication/epub+zip",
            Some(Looks::Epub),
        );
        check(b"\x89PNG\r\n\x1A\n", Some(Looks::Image));
        check(b"{\\rtf1\\ansi", Some(Looks::Rtf));
        check("Berlin (dpa) – Es regnet.".as_bytes(), None);
        check(b"", None);
    }

    #[test]
    fn a_text_may_begin_like_a_sound_file() {
        assert_eq!(Looks::of(b"ID3 hei\xC3\x9Ft ein Auto."), None);
    }

    #[test]
    fn messages_end_with_the_path() {
        let error = ReadError::Binary {
            looks: Looks::Pdf,
            path: "lage.txt".into(),
        };
        let message = error.to_string();
        assert!(message.starts_with("this is a PDF, not text;"), "{message}");
        assert!(message.ends_with(": lage.txt"), "{message}");
    }
}
