//! Archives (ZIP) that office documents and electronic books are packed in. Files are unpacked into memory only, and no more of them
//! than any article takes, whatever the archive says of their sizes.

use std::io::{Cursor, Read};
use std::sync::LazyLock;

use regex::bytes::Regex;
use zip::ZipArchive;
use zip::result::ZipError;

use super::damage::Damage;
use super::documents::Refusal;

/// Files in an archive; a book with a thousand pictures has 1,200.
const MAX_FILES: usize = 20_000;

/// Bytes of one file, unpacked: the text of 3,000 pages with all its markup.
const MAX_FILE: u64 = super::MAX_BYTES;

/// Bytes of all files that are unpacked.
const MAX_ALL: u64 = 2 * MAX_FILE;

/// How many times larger a file may become, once it is larger than [`FREE`]. Markup of real documents shrinks to a fortieth.
const MAX_RATIO: u64 = 250;

/// Bytes below which nobody cares.
const FREE: u64 = 4 * 1024 * 1024;

/// An archive in memory.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes that may still be unpacked.
    left: u64,
}

/// Whether a file is an archive, sound or not.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Whether a file is an archive with such files in it; of a damaged one, whose list of files is lost, whether `mark` stands in it.
pub(super) fn is_archive_with(bytes: &[u8], mark: &[u8], holds: fn(&mut Archive) -> bool) -> bool {
    if !is_archive(bytes) {
        return false;
    }
    if let Ok(mut archive) = Archive::open(bytes) {
        return holds(&mut archive);
    }
    let head = &bytes[..bytes.len().min(8192)];
    head.windows(mark.len()).any(|window| window == mark)
}

impl<'a> Archive<'a> {
    /// Opens it.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        // Before the list of files is built: the archive itself may say anything about its length.
        static LISTED: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r"(?-u)PK\x01\x02").expect("the pattern is valid"));
        if MAX_FILES < LISTED.find_iter(bytes).take(MAX_FILES + 1).count() {
            return Err(Refusal::Bloated);
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| match error {
            // What is in an archive is listed at its end.
            ZipError::InvalidArchive(_) => Refusal::Damaged(Damage::Cut),
            error => refusal(&error),
        })?;
        Ok(Self { zip, left: MAX_ALL })
    }

    /// Whether there is a file of this name.
    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The content of a file; nothing if there is none of this name.
    pub fn file(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let mut file = match self.zip.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(refusal(&error)),
        };
        let by_ratio = file.compressed_size().saturating_mul(MAX_RATIO).max(FREE);
        let limit = MAX_FILE.min(by_ratio).min(self.left);
        let mut content = Vec::new();
        // One byte more than allowed, to notice a file that is too large.
        let outcome = file.by_ref().take(limit + 1).read_to_end(&mut content);
        outcome.map_err(|error| Refusal::Damaged(Damage::Told(error.to_string())))?;
        if limit < content.len() as u64 {
            return Err(Refusal::Bloated);
        }
        self.left -= content.len() as u64;
        Ok(Some(content))
    }

    /// The content of a file without which there is no article.
    pub fn needed(&mut self, name: &str) -> Result<Vec<u8>, Refusal> {
        let missing = || Refusal::Damaged(Damage::Missing(name.to_owned()));
        self.file(name)?.ok_or_else(missing)
    }
}

fn refusal(error: &ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Refusal::Encrypted
        }
        _ => Refusal::Damaged(Damage::Told(error.to_string())),
    }
}

/// The name of the file that `target` means in the folder of the file `base`: "word/document.xml" and "../docProps/core.xml" →
/// "docProps/core.xml". A name from the root begins with a slash.
pub(super) fn resolved(base: &str, target: &str) -> String {
    let mut folders: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => base.split('/').collect(),
    };
    folders.pop();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                folders.pop();
            }
            step => folders.push(step),
        }
    }
    folders.join("/")
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Write;

    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    use super::*;

    /// An archive of these files.
    pub(in crate::article) fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in files {
            // As these formats want it, so that the kind of a file shows in its first bytes.
            let method = match *name {
                "mimetype" => CompressionMethod::Stored,
                _ => CompressionMethod::Deflated,
            };
            let options = SimpleFileOptions::default().compression_method(method);
            writer.start_file(*name, options).expect("memory");
            writer.write_all(content).expect("memory");
        }
        writer.finish().expect("memory").into_inner()
    }

    #[test]
    fn files_are_found_by_name() {
        let bytes = packed(&[("a.xml", b"<a/>"), ("b/c.xml", b"<c/>")]);
        let mut archive = Archive::open(&bytes).expect("an archive");
        assert!(archive.has("a.xml") && !archive.has("c.xml"));
        assert_eq!(archive.file("b/c.xml"), Ok(Some(b"<c/>".to_vec())));
        assert_eq!(archive.file("c.xml"), Ok(None));
        assert!(matches!(archive.needed("c.xml"), Err(Refusal::Damaged(_))));
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let zeros = vec![0; MAX_FILE as usize + 1];
        let bytes = packed(&[("a.xml", &zeros)]);
        assert!(bytes.len() < 100_000);
        let mut archive = Archive::open(&bytes).expect("an archive");
        assert_eq!(archive.file("a.xml"), Err(Refusal::Bloated));
        // An archive that lies about the size: in the list of files and before the file itself.
        let mut lying = bytes;
        let size = (zeros.len() as u32).to_le_bytes();
        let at: Vec<usize> = (0..lying.len() - 4)
            .filter(|&at| lying[at..at + 4] == size)
            .collect();
        for at in at {
            lying[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
        }
        let outcome = Archive::open(&lying).and_then(|mut archive| archive.file("a.xml"));
        assert!(outcome.is_err(), "it is larger than it says");
    }

    #[test]
    fn many_files_together_are_a_bomb_too() {
        let text = "Es regnet. ".repeat(2_000_000);
        let mut noisy = text.into_bytes();
        // Not so uniform that the ratio of one file gives it away.
        for (index, byte) in noisy.iter_mut().enumerate().step_by(37) {
            *byte = b'a' + (index * 7919 / 37 % 26) as u8;
        }
        let bytes = packed(&[
            ("1", &noisy),
            ("2", &noisy),
            ("3", &noisy),
            ("4", &noisy),
            ("5", &noisy),
        ]);
        let mut archive = Archive::open(&bytes).expect("an archive");
        let outcomes: Vec<bool> = ["1", "2", "3", "4", "5"]
            .iter()
            .map(|name| archive.file(name).is_ok())
            .collect();
        assert_eq!(outcomes, [true, true, true, true, false]);
    }

    #[test]
    fn too_many_files_are_refused() {
        let listed = [&b"PK\x03\x04"[..], &b"PK\x01\x02".repeat(MAX_FILES + 1)].concat();
        assert_eq!(Archive::open(&listed).err(), Some(Refusal::Bloated));
    }

    #[test]
    fn a_damaged_archive_is_told() {
        let text = "Es regnet seit Tagen, sagte sie am Morgen.".repeat(20);
        let mut bytes = packed(&[("a.xml", text.as_bytes())]);
        let cut = Archive::open(&bytes[..bytes.len() / 2]).err();
        assert!(matches!(cut, Some(Refusal::Damaged(_))));
        bytes[50] ^= 0x55;
        let outcome = Archive::open(&bytes).and_then(|mut archive| archive.file("a.xml"));
        assert!(matches!(outcome, Err(Refusal::Damaged(_))), "{outcome:?}");
    }

    #[test]
    fn an_encrypted_file_is_told() {
        let mut bytes = packed(&[("a.xml", b"<a>Es regnet.</a>")]);
        // The flag in the local header and in the list of files.
        bytes[6] |= 1;
        let listed = bytes.windows(4).position(|w| w == b"PK\x01\x02");
        bytes[listed.expect("there is a list") + 8] |= 1;
        let mut archive = Archive::open(&bytes).expect("an archive");
        assert_eq!(archive.file("a.xml"), Err(Refusal::Encrypted));
    }

    #[test]
    fn names_are_resolved() {
        let check = |base, target, name| assert_eq!(resolved(base, target), name);
        check("word/document.xml", "styles.xml", "word/styles.xml");
        check("word/document.xml", "../a/b.xml", "a/b.xml");
        check("word/document.xml", "/a/b.xml", "a/b.xml");
        check("", "word/document.xml", "word/document.xml");
        check("a", "../../../b", "b");
    }
}
