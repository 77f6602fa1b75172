//! The file a model travels in: magic line, version, checksum, then numbers and strings; compressed.

use sha2::{Digest, Sha256};

/// First bytes of every model file.
const MAGIC: &[u8] = b"wortlaut model 1\n";
const CHECKSUM_BYTES: usize = 8;
/// No list in a model is longer: a damaged length must not exhaust memory.
const MAX_LENGTH: u64 = 1 << 26;

/// Why a model file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Damaged(pub &'static str);

/// Writes the contents of a model file.
#[derive(Debug, Default)]
pub struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// A byte.
    pub fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    /// A number, seven bits a byte, low ones first.
    pub fn number(&mut self, mut number: u64) {
        while 0x80 <= number {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    /// A fraction.
    pub fn float(&mut self, number: f32) {
        self.bytes.extend(number.to_le_bytes());
    }

    /// A string.
    pub fn string(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes.extend(text.as_bytes());
    }

    /// What was written, bare.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// What was written, with magic line and checksum; to be compressed with Zstandard.
    pub fn into_file(self) -> Vec<u8> {
        let mut file = MAGIC.to_vec();
        file.extend(&Sha256::digest(&self.bytes)[..CHECKSUM_BYTES]);
        file.extend(self.bytes);
        file
    }
}

/// Reads the contents of a model file.
#[derive(Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

/// Unpacks a compressed model file and checks magic line and checksum; returns the contents for [`Reader::new`].
pub fn unpack(compressed: &[u8]) -> Result<Vec<u8>, Damaged> {
    let mut decoder = ruzstd::decoding::StreamingDecoder::new(compressed)
        .map_err(|_| Damaged("it is not compressed"))?;
    let mut file = Vec::new();
    std::io::Read::read_to_end(&mut decoder, &mut file).map_err(|_| Damaged("it is cut off"))?;
    let contents = file
        .strip_prefix(MAGIC)
        .ok_or(Damaged("it is of another version"))?;
    let (checksum, contents) = contents
        .split_at_checked(CHECKSUM_BYTES)
        .ok_or(Damaged("it is cut off"))?;
    if Sha256::digest(contents)[..CHECKSUM_BYTES] != *checksum {
        return Err(Damaged("its checksum is wrong"));
    }
    let n_before = file.len() - contents.len();
    file.drain(..n_before);
    Ok(file)
}

impl<'a> Reader<'a> {
    /// Reads from unpacked contents.
    pub fn new(contents: &'a [u8]) -> Self {
        Self { rest: contents }
    }

    /// The next `length` bytes.
    pub fn take(&mut self, length: usize) -> Result<&'a [u8], Damaged> {
        let (taken, rest) = self
            .rest
            .split_at_checked(length)
            .ok_or(Damaged("it is cut off"))?;
        self.rest = rest;
        Ok(taken)
    }

    /// A byte.
    pub fn byte(&mut self) -> Result<u8, Damaged> {
        Ok(self.take(1)?[0])
    }

    /// A number.
    pub fn number(&mut self) -> Result<u64, Damaged> {
        let mut number = 0;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(Damaged("a number is too large"))
    }

    /// A number of things that follow.
    pub fn length(&mut self) -> Result<usize, Damaged> {
        let length = self.number()?;
        if MAX_LENGTH < length {
            Err(Damaged("a list is too long"))
        } else {
            Ok(length as usize)
        }
    }

    /// A fraction.
    pub fn float(&mut self) -> Result<f32, Damaged> {
        let bytes = self.take(4)?;
        Ok(f32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }

    /// A string.
    pub fn string(&mut self) -> Result<&'a str, Damaged> {
        let length = self.length()?;
        std::str::from_utf8(self.take(length)?).map_err(|_| Damaged("a name is not UTF-8"))
    }
}
