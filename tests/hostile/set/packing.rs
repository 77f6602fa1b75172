//! Archives with an article in them, and archives put together byte by byte, as no program writes them.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive of these files, as a program writes it.
pub fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
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

/// The XML of a Word document with this content.
pub fn word_xml(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    )
}

/// A paragraph of a Word document.
pub fn word_paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

/// A Word document of this XML and these other files.
pub fn docx_with(xml: &str, others: &[(&str, &[u8])]) -> Vec<u8> {
    let mut files = vec![("word/document.xml", xml.as_bytes())];
    files.extend(others);
    packed(&files)
}

/// A Word document with this content.
pub fn docx(body: &str) -> Vec<u8> {
    docx_with(&word_xml(body), &[])
}

/// An `OpenDocument` text with this content.
pub fn odt(body: &str) -> Vec<u8> {
    let xml = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", xml.as_bytes()),
    ])
}

/// The files of a book that has these chapters in its list, as often as they are named.
pub fn book_frame(chapters: &[&str]) -> (String, String) {
    let items: String = (chapters.iter().enumerate())
        .map(|(index, name)| {
            format!("<item id=\"c{index}\" href=\"{name}\" media-type=\"application/xhtml+xml\"/>")
        })
        .collect();
    let spine: String = (0..chapters.len())
        .map(|index| format!("<itemref idref=\"c{index}\"/>"))
        .collect();
    let package = format!(
        "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\"><metadata/><manifest>{items}</manifest><spine>{spine}</spine></package>"
    );
    let container = "<?xml version=\"1.0\"?><container><rootfiles><rootfile full-path=\"book.opf\"/></rootfiles></container>".to_owned();
    (container, package)
}

/// A book with these chapters in its list, and these files.
pub fn epub_with(chapters: &[&str], files: &[(&str, &[u8])]) -> Vec<u8> {
    let (container, package) = book_frame(chapters);
    let mut all: Vec<(&str, &[u8])> = vec![
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container.as_bytes()),
        ("book.opf", package.as_bytes()),
    ];
    all.extend(files);
    packed(&all)
}

/// A book of one chapter.
pub fn epub(body: &str) -> Vec<u8> {
    let page = format!("<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>{body}</body></html>");
    epub_with(&["c.xhtml"], &[("c.xhtml", page.as_bytes())])
}

/// An entry of an archive that is put together by hand.
#[derive(Clone, Debug)]
pub struct Entry {
    pub name: String,
    /// 0 stored, 8 deflated, anything else unknown.
    pub method: u16,
    pub flags: u16,
    pub packed: Vec<u8>,
    pub size: u32,
    pub crc: u32,
    /// Unix mode, for links.
    pub mode: u32,
}

impl Entry {
    /// A file that is stored as it is.
    pub fn stored(name: &str, content: &[u8]) -> Self {
        Self {
            name: name.to_owned(),
            method: 0,
            flags: 0,
            packed: content.to_vec(),
            size: content.len() as u32,
            crc: crc(content),
            mode: 0o100_644,
        }
    }

    /// A file as `packed` packs it.
    pub fn deflated(name: &str, content: &[u8]) -> Self {
        let archive = packed(&[("a", content)]);
        // The head of the only file: 30 bytes and its name.
        let length = u32::from_le_bytes([archive[18], archive[19], archive[20], archive[21]]);
        let start = 30 + 1 + usize::from(u16::from_le_bytes([archive[28], archive[29]]));
        Self {
            method: 8,
            packed: archive[start..start + length as usize].to_vec(),
            ..Self::stored(name, content)
        }
    }

    fn fields(&self) -> Vec<u8> {
        let mut fields = Vec::new();
        for short in [20, self.flags, self.method, 0, 0] {
            fields.extend(short.to_le_bytes());
        }
        for long in [self.crc, self.packed.len() as u32, self.size] {
            fields.extend(long.to_le_bytes());
        }
        fields.extend((self.name.len() as u16).to_le_bytes());
        fields.extend(0_u16.to_le_bytes());
        fields
    }

    /// The file with its head.
    pub fn local(&self) -> Vec<u8> {
        [
            b"PK\x03\x04",
            self.fields().as_slice(),
            self.name.as_bytes(),
            &self.packed,
        ]
        .concat()
    }

    /// The line in the list of files.
    pub fn listed(&self, at: u32) -> Vec<u8> {
        let mut line = [b"PK\x01\x02\x14\x03".as_slice(), &self.fields()].concat();
        line.extend([0; 6]);
        line.extend((self.mode << 16).to_le_bytes());
        line.extend(at.to_le_bytes());
        line.extend(self.name.as_bytes());
        line
    }
}

/// The end of an archive with so many files.
pub fn end(n_files: u16, list_length: u32, list_at: u32) -> Vec<u8> {
    let mut end = b"PK\x05\x06\0\0\0\0".to_vec();
    end.extend(n_files.to_le_bytes());
    end.extend(n_files.to_le_bytes());
    end.extend(list_length.to_le_bytes());
    end.extend(list_at.to_le_bytes());
    end.extend(0_u16.to_le_bytes());
    end
}

/// An archive of these entries.
pub fn archive(entries: &[Entry]) -> Vec<u8> {
    let (mut files, mut list) = (Vec::new(), Vec::new());
    for entry in entries {
        list.extend(entry.listed(files.len() as u32));
        files.extend(entry.local());
    }
    let end = end(entries.len() as u16, list.len() as u32, files.len() as u32);
    [files, list, end].concat()
}

/// An archive whose list names all of these, and every name means the same file.
pub fn overlapping(names: &[String], entry: &Entry, others: &[Entry]) -> Vec<u8> {
    let (mut files, mut list) = (entry.local(), Vec::new());
    for other in others {
        list.extend(other.listed(files.len() as u32));
        files.extend(other.local());
    }
    for name in names {
        let named = Entry {
            name: name.clone(),
            packed: Vec::new(),
            ..entry.clone()
        };
        let mut line = named.listed(0);
        // The packed size, which the clone without content does not know.
        line[20..24].copy_from_slice(&(entry.packed.len() as u32).to_le_bytes());
        list.extend(line);
    }
    let n_files = (names.len() + others.len()) as u16;
    let end = end(n_files, list.len() as u32, files.len() as u32);
    [files, list, end].concat()
}

fn crc(content: &[u8]) -> u32 {
    let mut table = [0_u32; 256];
    for (entry, index) in table.iter_mut().zip(0_u32..) {
        *entry = (0..8).fold(index, |value, _| {
            (value >> 1) ^ (0xEDB8_8320 & (value & 1).wrapping_neg())
        });
    }
    !content.iter().fold(!0, |crc, &byte| {
        (crc >> 8) ^ table[((crc ^ u32::from(byte)) & 0xFF) as usize]
    })
}
