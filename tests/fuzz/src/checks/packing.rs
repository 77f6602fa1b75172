//! Archives and mails around parts that are any bytes: nothing is compressed, and sums are right, so that a fuzzer gets
//! at what lies inside. A zero byte ends a part.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The parts of a Word document that bytes stand for, in this order.
pub const DOCX: &[&str] = &["word/document.xml", "word/styles.xml", "docProps/core.xml"];

/// The parts of an `OpenDocument` text.
pub const ODT: &[&str] = &["content.xml", "styles.xml", "meta.xml"];

/// The parts of a book.
pub const EPUB: &[&str] = &["content.opf", "1.xhtml", "2.xhtml"];

/// The parts of a mail: more of its head, its text, its page.
pub const MAIL: usize = 3;

/// The parts of a PDF: what a page draws, and which characters its font has.
pub const PDF: usize = 2;

/// The part of a book that leads to the others.
pub const CONTAINER: &[u8] = br#"<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#;

/// A Word document.
pub fn docx(bytes: &[u8]) -> Vec<u8> {
    archive(&[], DOCX, bytes)
}

/// An `OpenDocument` text.
pub fn odt(bytes: &[u8]) -> Vec<u8> {
    let kind = b"application/vnd.oasis.opendocument.text";
    archive(&[("mimetype", kind)], ODT, bytes)
}

/// A book.
pub fn epub(bytes: &[u8]) -> Vec<u8> {
    let fixed: [(&str, &[u8]); 2] = [
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
    ];
    archive(&fixed, EPUB, bytes)
}

fn archive(fixed: &[(&str, &[u8])], names: &[&str], bytes: &[u8]) -> Vec<u8> {
    let parts = names.iter().copied().zip(parts(bytes, names.len()));
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in fixed.iter().copied().chain(parts) {
        let started = writer.start_file(name, options);
        started.expect("memory takes everything");
        let written = writer.write_all(content);
        written.expect("memory takes everything");
    }
    writer
        .finish()
        .expect("memory takes everything")
        .into_inner()
}

/// A mail with a text and a page, both as Base64.
pub fn mail(bytes: &[u8]) -> Vec<u8> {
    let mut parts = parts(bytes, MAIL);
    let mut next = || parts.next().unwrap_or_default();
    let mut mail = b"From: a@example.org\r\nMIME-Version: 1.0\r\n".to_vec();
    // An empty line would end the head.
    let head = next().split(|&byte| byte == b'\n');
    for line in head.filter(|line| !line.trim_ascii().is_empty()) {
        mail.extend_from_slice(line);
        mail.push(b'\n');
    }
    mail.extend_from_slice(
        b"Content-Type: multipart/alternative; boundary=\"=_x\"\r\n\r\n--=_x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n",
    );
    mail.extend(base64(next()));
    mail.extend_from_slice(
        b"\r\n--=_x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n",
    );
    mail.extend(base64(next()));
    mail.extend_from_slice(b"\r\n--=_x--\r\n");
    mail
}

/// A PDF of one page.
pub fn pdf(bytes: &[u8]) -> Vec<u8> {
    let mut parts = parts(bytes, PDF);
    let mut stream = || {
        let part = parts.next().unwrap_or_default();
        let head = format!("<</Length {}>>stream\n", part.len());
        [head.as_bytes(), part, b"\nendstream"].concat()
    };
    let objects: [&[u8]; 6] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 6 0 R>>",
        &stream(),
        &stream(),
    ];
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut table = b"xref\n0 7\n0000000000 65535 f \n".to_vec();
    for (number, object) in (1..).zip(objects) {
        table.extend(format!("{:010} 00000 n \n", pdf.len()).bytes());
        pdf.extend(format!("{number} 0 obj\n").bytes());
        pdf.extend_from_slice(object);
        pdf.extend_from_slice(b"\nendobj\n");
    }
    let start = pdf.len();
    pdf.extend(table);
    pdf.extend(format!("trailer\n<</Size 7/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes());
    pdf
}

/// At most so many parts; the last one may contain zero bytes.
fn parts(bytes: &[u8], n_parts: usize) -> impl Iterator<Item = &[u8]> {
    bytes.splitn(n_parts, |&byte| byte == 0)
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut encoded = Vec::new();
    for (number, chunk) in bytes.chunks(3).enumerate() {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * at) & 63) as usize];
            encoded.push(if at <= chunk.len() { digit } else { b'=' });
        }
        if number % 19 == 18 {
            encoded.extend_from_slice(b"\r\n");
        }
    }
    encoded
}
