//! Whether two files are the same.

use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::MAX_BYTES;

/// SHA-256 of the bytes of a file, as in [`super::Source::sha256`]; of a file that is too large to be read, of its beginning.
///
/// # Errors
/// The system's reason why it cannot be read.
pub fn sha256_of_file(path: &Path) -> std::io::Result<String> {
    // Nobody knows when a pipe that has taken the file's place would answer.
    if !std::fs::metadata(path)?.is_file() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path)?;
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(sha256(&bytes))
}

/// The digits of a hash of these bytes, lower case.
pub(super) fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write;
    let digest = Sha256::digest(bytes);
    digest.iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
