//! Formats that are not text: how a file of each is known by its bytes, and what reads it. One line for each.

use std::path::Path;

use super::damage::Damage;
use super::error::ReadError;
use super::{Article, Format, docx, eml, epub, mhtml, odt, pdf, rtf, subtitles};

/// Reads a file. Any bytes may come.
type Read = fn(&[u8]) -> Result<Article, Refusal>;

/// Reads a file in an encoding that somebody has chosen.
type ReadIn = fn(&[u8], Option<&str>) -> Result<Article, Refusal>;

/// A format, and what reads it.
pub(super) struct Reader {
    /// The format.
    pub format: Format,
    /// Whether a file is in it; by its first bytes rather than by its name, which may be wrong.
    pub is_one: fn(&[u8], &Path) -> bool,
    /// Reads it.
    pub read: Read,
    /// Reads it in another encoding, where files in this format have one.
    pub read_in: Option<ReadIn>,
}

/// All of them; the first that knows a file reads it.
const READERS: &[Reader] = &[
    reader(Format::Pdf, pdf::is_one, pdf::read),
    reader(Format::Docx, docx::is_one, docx::read),
    reader(Format::Odt, odt::is_one, odt::read),
    reader(Format::Epub, epub::is_one, epub::read),
    reader(Format::Mhtml, mhtml::is_one, mhtml::read).or_in(mhtml::read_in),
    reader(Format::Eml, eml::is_one, eml::read).or_in(eml::read_in),
    reader(Format::Rtf, rtf::is_one, rtf::read).or_in(rtf::read_in),
    reader(Format::Subtitles, subtitles::is_one, subtitles::read).or_in(subtitles::read_in),
];

const fn reader(format: Format, is_one: fn(&[u8], &Path) -> bool, read: Read) -> Reader {
    Reader {
        format,
        is_one,
        read,
        read_in: None,
    }
}

impl Reader {
    const fn or_in(self, read_in: ReadIn) -> Self {
        Self {
            read_in: Some(read_in),
            ..self
        }
    }
}

/// Why a file of such a format cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Cut off, or otherwise not as the format wants it.
    Damaged(Damage),
    /// A password is needed.
    Encrypted,
    /// It would unpack to more than any article takes, or its parts are nested too deep.
    Bloated,
    /// Pictures of text only.
    Scan,
    /// It takes longer than anybody waits.
    TooSlow,
}

impl Refusal {
    fn of(self, path: &Path) -> ReadError {
        let path = path.to_owned();
        match self {
            Self::Damaged(reason) => ReadError::Damaged { reason, path },
            Self::Encrypted => ReadError::Encrypted { path },
            Self::Bloated => ReadError::Bloated { path },
            Self::Scan => ReadError::Scan { path },
            Self::TooSlow => ReadError::TooSlow { path },
        }
    }
}

/// The article in a file of one of these formats, and which; nothing if it is in none of them. An encoding that somebody has
/// chosen counts where files in the format have one.
pub(super) fn read(
    bytes: &[u8],
    path: &Path,
    encoding: Option<&str>,
) -> Option<Result<(Format, Article), ReadError>> {
    read_with(READERS, bytes, path, encoding)
}

fn read_with(
    readers: &[Reader],
    bytes: &[u8],
    path: &Path,
    encoding: Option<&str>,
) -> Option<Result<(Format, Article), ReadError>> {
    let reader = readers.iter().find(|reader| (reader.is_one)(bytes, path))?;
    let read = match reader.read_in {
        Some(read_in) if encoding.is_some() => read_in(bytes, encoding),
        _ => (reader.read)(bytes),
    };
    let read = read.map_err(|refusal| refusal.of(path));
    Some(read.map(|article| (reader.format, article)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_is_asked_only_for_what_it_knows() {
        let readers = [Reader {
            format: Format::Plain,
            is_one: |bytes, _| bytes.starts_with(b"%XYZ"),
            read: |bytes| match bytes.len() {
                4 => Err(Refusal::Encrypted),
                _ => Ok(crate::article::from_text("Ein Satz.".into())),
            },
            read_in: None,
        }];
        let path = Path::new("a.xyz");
        assert!(read_with(&readers, b"Ein Satz.", path, None).is_none());
        let encrypted = read_with(&readers, b"%XYZ", path, None);
        assert!(matches!(encrypted, Some(Err(ReadError::Encrypted { .. }))));
        let whole = read_with(&readers, b"%XYZ.", path, None);
        assert!(matches!(whole, Some(Ok((Format::Plain, _)))));
    }
}
