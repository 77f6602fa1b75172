//! Archives (ZIP) of files, the same bytes for the same files.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// An archive of these files, in this order. No clock: every file is from 1980, the first year that ZIP knows.
pub(super) fn packed(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let full = "memory takes all that it is given, and names are short and different";
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, bytes) in files {
        archive.start_file(name.as_str(), options).expect(full);
        archive.write_all(bytes).expect(full);
    }
    archive.finish().expect(full).into_inner()
}
