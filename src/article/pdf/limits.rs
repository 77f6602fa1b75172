//! What a PDF may cost: sizes of its streams and of tables in it, checked before anything is made of them.

use std::time::Instant;

use hayro_interpret::hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, Stream};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{Filter, Pdf};

use super::super::documents::Refusal;
use super::content;
use super::unpack::{self, TooLarge};

/// The largest text of drawing commands; the map of a whole country in a newspaper has 12 MB.
const MAX_CONTENT: usize = 32 * 1024 * 1024;
/// The largest font, and the largest table of objects.
const MAX_STREAM: usize = 64 * 1024 * 1024;
/// The largest picture. It is not unpacked, but could be given out as something else.
const MAX_PICTURE: usize = 512 * 1024 * 1024;
/// All streams but pictures together.
const MAX_TOTAL: usize = 512 * 1024 * 1024;
/// Of the unencrypted size of an encrypted table of objects only the encrypted one is known in advance.
const MAX_ENCRYPTED: usize = 1024 * 1024;
/// Characters of the largest fonts are numbered to 65535.
const MAX_CHARACTER: f64 = 70_000.0;
/// Columns of the rows that a stream is made of.
const MAX_COLUMNS: f64 = 1_000_000.0;
/// Objects inside each other.
const MAX_DEPTH: usize = 32;

impl From<TooLarge> for Refusal {
    fn from(_: TooLarge) -> Self {
        Self::Bloated
    }
}

/// Checks the streams that are unpacked to find the others: tables of objects, known by their own text.
pub(super) fn before_loading(bytes: &[u8]) -> Result<(), Refusal> {
    let is_encrypted = contains(bytes, b"/Encrypt");
    let mut from = 0;
    let mut total = 0;
    while let Some(found) = find(&bytes[from..], b"stream") {
        let start = from + found;
        from = start + b"stream".len();
        if bytes[..start].ends_with(b"end") {
            continue;
        }
        let head = head(bytes, start);
        if ![&b"ObjStm"[..], b"XRef", b"/First"]
            .iter()
            .any(|name| contains(&head, name))
        {
            continue;
        }
        let raw = bytes[from..].trim_ascii_start();
        let length = find(raw, b"endstream").unwrap_or(raw.len());
        if is_encrypted && !contains(&head, b"XRef") && MAX_ENCRYPTED < length {
            return Err(Refusal::Bloated);
        }
        if numbers_after(&head, b"/Columns").any(|columns| MAX_COLUMNS < columns) {
            return Err(Refusal::Bloated);
        }
        // What lies behind a reference is taken for the usual.
        let mut filters = filters(&head);
        if filters.is_empty() {
            filters.push(Filter::FlateDecode);
        }
        // An `endstream` among the packed bytes is not the end.
        total += unpack::size(raw, &filters, MAX_STREAM)?;
        if MAX_TOTAL < total {
            return Err(Refusal::Bloated);
        }
    }
    Ok(())
}

/// The text before a stream, back to the beginning of its object, with names spelt out.
fn head(bytes: &[u8], stream: usize) -> Vec<u8> {
    let near = &bytes[stream.saturating_sub(4096)..stream];
    let start = near
        .windows(3)
        .rposition(|window| window == b"obj")
        .unwrap_or(0);
    let mut head = Vec::new();
    let mut rest = near[start..].iter();
    while let Some(&byte) = rest.next() {
        let escaped = || {
            let digits = rest.as_slice().get(..2)?;
            u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
        };
        match escaped().filter(|_| byte == b'#') {
            Some(letter) => {
                head.push(letter);
                rest.nth(1);
            }
            None => head.push(byte),
        }
    }
    head
}

fn filters(head: &[u8]) -> Vec<Filter> {
    let names = head.split(|&byte| byte == b'/').skip(1).filter_map(|name| {
        let end = name.iter().position(|byte| !byte.is_ascii_alphanumeric());
        match &name[..end.unwrap_or(name.len())] {
            b"FlateDecode" | b"Fl" => Some(Filter::FlateDecode),
            b"LZWDecode" | b"LZW" => Some(Filter::LzwDecode),
            b"RunLengthDecode" | b"RL" => Some(Filter::RunLengthDecode),
            b"ASCII85Decode" | b"A85" => Some(Filter::Ascii85Decode),
            b"ASCIIHexDecode" | b"AHx" => Some(Filter::AsciiHexDecode),
            _ => None,
        }
    });
    names.collect()
}

fn numbers_after<'a>(text: &'a [u8], name: &'a [u8]) -> impl Iterator<Item = f64> + 'a {
    text.windows(name.len())
        .enumerate()
        .filter_map(move |(place, window)| {
            let digits = (window == name).then(|| text[place + name.len()..].trim_ascii_start())?;
            let end = digits
                .iter()
                .position(|byte| !byte.is_ascii_digit() && *byte != b'+');
            let digits = std::str::from_utf8(&digits[..end.unwrap_or(digits.len())]).ok()?;
            digits.parse().ok()
        })
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes
        .windows(needle.len())
        .position(|window| window == needle)
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    find(bytes, needle).is_some()
}

/// Checks all streams and tables that the file turned out to have.
pub(super) fn after_loading(pdf: &Pdf, until: Instant) -> Result<(), Refusal> {
    let mut total = 0;
    for object in pdf.objects() {
        if until < Instant::now() {
            return Err(Refusal::TooSlow);
        }
        if let Object::Stream(stream) = &object {
            total += stream_size(stream)?;
            if MAX_TOTAL < total {
                return Err(Refusal::Bloated);
            }
        }
        check(&object, 0)?;
    }
    Ok(())
}

/// The size that counts: none of a picture and of what is attached.
fn stream_size(stream: &Stream<'_>) -> Result<usize, Refusal> {
    let name = |key: &str| stream.dict().get::<Name<'_>>(key);
    let kind = name("Subtype");
    let kind = kind.as_deref();
    // What is attached to the file is not looked at either.
    let is_passed_over = kind == Some(b"Image") || name("Type").as_deref() == Some(b"EmbeddedFile");
    let limit = match kind {
        _ if is_passed_over => MAX_PICTURE,
        Some(b"Form") => MAX_CONTENT,
        _ => MAX_STREAM,
    };
    let size = unpack::size(&stream.raw_data(), &stream.filters(), limit)?;
    if kind == Some(b"Form")
        && let Ok(data) = stream.decoded_data()
    {
        content::check(&data)?;
    }
    Ok(if is_passed_over { 0 } else { size })
}

/// Widths are written as ranges of characters, columns as numbers: both are made into tables of that size.
fn check(object: &Object<'_>, depth: usize) -> Result<(), Refusal> {
    if MAX_DEPTH < depth {
        return Ok(());
    }
    let dictionary = match object {
        Object::Dict(dictionary) => dictionary,
        Object::Stream(stream) => stream.dict(),
        Object::Array(array) => return array.raw_iter().try_for_each(|item| inside(item, depth)),
        _ => return Ok(()),
    };
    let is_high = |array: &Array<'_>, limit| {
        let mut numbers = array.iter::<Object<'_>>();
        numbers.any(|object| matches!(object, Object::Number(number) if limit < number.as_f64()))
    };
    for name in ["W", "W2"] {
        if dictionary
            .get::<Array<'_>>(name)
            .is_some_and(|widths| is_high(&widths, MAX_CHARACTER))
        {
            return Err(Refusal::Bloated);
        }
    }
    for name in ["Columns", "Colors"] {
        if dictionary
            .get::<f64>(name)
            .is_some_and(|number| MAX_COLUMNS < number)
        {
            return Err(Refusal::Bloated);
        }
    }
    dictionary
        .entries()
        .try_for_each(|(_, item)| inside(item, depth))
}

/// What is referred to is looked at by itself.
fn inside(item: MaybeRef<Object<'_>>, depth: usize) -> Result<(), Refusal> {
    match item {
        MaybeRef::NotRef(object) => check(&object, depth + 1),
        MaybeRef::Ref(_) => Ok(()),
    }
}

/// The drawing commands of a page, if they are not too many.
pub(super) fn contents(page: &Page<'_>) -> Result<Vec<u8>, Refusal> {
    let dictionary: &Dict<'_> = page.raw();
    let streams: Vec<Stream<'_>> = match dictionary.get::<Object<'_>>("Contents") {
        Some(Object::Stream(stream)) => vec![stream],
        Some(Object::Array(array)) => array.iter::<Stream<'_>>().take(MAX_PARTS).collect(),
        _ => Vec::new(),
    };
    let mut contents = Vec::new();
    for stream in streams {
        let left = MAX_CONTENT - contents.len().min(MAX_CONTENT);
        unpack::size(&stream.raw_data(), &stream.filters(), left)?;
        if let Ok(data) = stream.decoded_data() {
            contents.extend_from_slice(&data);
            contents.push(b'\n');
        }
    }
    content::check(&contents)?;
    Ok(contents)
}

/// Parts of the commands of a page; some programs make one of each paragraph.
const MAX_PARTS: usize = 10_000;
