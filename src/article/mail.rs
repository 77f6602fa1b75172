//! What mails and saved pages share: a head of header fields, parts inside parts, each with its own encoding.

use encoding_rs::Encoding;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{
    Encoding as Transfer, Message, MessageParser, MessagePart, MimeHeaders, PartType,
};

use super::damage::Damage;
use super::decode;
use super::documents::Refusal;

/// Bytes of the longest head that is looked at to tell a mail from a text; lists and spam filters write 20 kB.
const HEAD: usize = 64 * 1024;

/// Mails inside each other and parts with parts: each costs a walk over the file, and who reads mail has five of them.
const MAX_NESTED: usize = 48;

/// The header fields of a file, by lower-case name; empty if it does not begin with such a field.
#[derive(Debug, Default)]
pub(super) struct Head<'a> {
    fields: Vec<(String, &'a str)>,
}

impl<'a> Head<'a> {
    /// Reads the fields up to the first empty line. What is no field ends the reading, and makes it no head at all.
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        let bytes = start(bytes);
        let bytes = &bytes[..bytes.len().min(HEAD)];
        let mut fields: Vec<(String, &str)> = Vec::new();
        for line in bytes.split(|&byte| byte == b'\n') {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if line.is_empty() {
                return Self { fields };
            }
            if line.starts_with(b" ") || line.starts_with(b"\t") {
                // A field that goes on; its first line is enough here.
                continue;
            }
            let Some(colon) = line.iter().position(|&byte| byte == b':') else {
                return Self::default();
            };
            let (name, value) = (&line[..colon], &line[colon + 1..]);
            let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
            if name.is_empty() || !name.iter().all(is_name) {
                return Self::default();
            }
            let name = String::from_utf8_lossy(name).to_ascii_lowercase();
            // Values that are not ASCII are of no interest here.
            let value = std::str::from_utf8(value).unwrap_or_default();
            fields.push((name, value.trim()));
        }
        // A file may end with its head, or have a longer one.
        Self { fields }
    }

    /// The beginning of a field's value.
    pub(super) fn value(&self, name: &str) -> Option<&'a str> {
        let found = self.fields.iter().find(|(field, _)| field == name);
        found.map(|&(_, value)| value)
    }

    /// Whether there is such a field.
    pub(super) fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }
}

/// Without byte order mark, blank lines and the line "From anna@example.org Mon Mar …" of a mailbox.
fn start(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let blank = bytes.iter().take_while(|byte| b"\r\n".contains(byte));
    let bytes = &bytes[blank.count()..];
    if !bytes.starts_with(b"From ") {
        return bytes;
    }
    let end = bytes.iter().position(|&byte| byte == b'\n');
    end.map_or(bytes, |end| &bytes[end + 1..])
}

/// The parts of a mail or saved page.
pub(super) fn parse(bytes: &[u8]) -> Result<Message<'_>, Refusal> {
    let bytes = start(bytes);
    if MAX_NESTED < n_nested(bytes) {
        return Err(Refusal::Bloated);
    }
    let message = MessageParser::default().parse(bytes);
    message.ok_or(Refusal::Damaged(Damage::NoHeader))
}

/// How often the file says that something with parts begins.
fn n_nested(bytes: &[u8]) -> usize {
    let is_nested = |rest: &[u8]| {
        [b"multipart/".as_slice(), b"message/"].iter().any(|name| {
            rest.get(..name.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(name))
        })
    };
    let slashes = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    slashes
        .filter(|&(at, _)| {
            [9, 7].iter().any(|&length| {
                at.checked_sub(length)
                    .is_some_and(|from| is_nested(&bytes[from..]))
            })
        })
        .count()
}

/// The words of a part, in an encoding that somebody has chosen or in its own, and the name of it; nothing if it holds no text.
pub(super) fn words(
    message: &Message,
    part: &MessagePart,
    chosen: Option<&str>,
) -> Option<(String, &'static str)> {
    let (PartType::Text(contents) | PartType::Html(contents)) = &part.body else {
        return None;
    };
    let charset = part
        .content_type()
        .and_then(|kind| kind.attribute("charset"));
    // Programs that know of no letters beyond ASCII say so and send them all the same.
    let charset = charset.filter(|charset| !charset.eq_ignore_ascii_case("us-ascii"));
    let declared = charset.and_then(|charset| Encoding::for_label(charset.trim().as_bytes()));
    if let Some(declared) = declared
        && chosen.is_none()
        && !contents.contains('\u{FFFD}')
    {
        let contents = contents.strip_prefix('\u{FEFF}').unwrap_or(contents);
        return Some((
            decode::unify_line_ends(contents.to_owned()),
            declared.name(),
        ));
    }
    // Not as declared, or not declared: as with any other file.
    let range = part.offset_body as usize..part.offset_end as usize;
    let raw = message.raw_message.get(range).unwrap_or_default();
    let decoded = match part.encoding {
        Transfer::None => Some(raw.to_vec()),
        Transfer::QuotedPrintable => quoted_printable_decode(raw),
        Transfer::Base64 => base64_decode(raw),
    };
    let decoded = decoded.and_then(|bytes| decode::decode(&bytes, chosen).ok());
    Some(match decoded {
        Some(decoded) => (decoded.text, decoded.encoding),
        None => (
            decode::unify_line_ends(contents.clone().into_owned()),
            "UTF-8",
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_fields_up_to_an_empty_line() {
        let head = Head::of(b"\xEF\xBB\xBFFrom anna@example.org Mon\nSubject: Regen\r\n und Sturm\nDate: x\n\nTo: y");
        assert_eq!(head.value("subject"), Some("Regen"));
        assert!(head.has("date") && !head.has("to"));
        assert!(!Head::of(b"Date: x\nEs regnet.\n\n").has("date"));
        assert!(!Head::of("Größe: 3\nDate: x\n\n".as_bytes()).has("date"));
        assert!(!Head::of(b"").has(""));
    }

    #[test]
    fn parts_inside_parts_are_counted() {
        let nested = |n: usize| "Content-Type: Message/rfc822\n\n".repeat(n);
        assert_eq!(n_nested(nested(3).as_bytes()), 3);
        assert_eq!(n_nested(b"/multipart/x message multipart/"), 2);
        let deep = nested(100_000);
        assert_eq!(parse(deep.as_bytes()).err(), Some(Refusal::Bloated));
    }

    #[test]
    fn an_encoding_that_is_not_declared_is_found() {
        let check = |head: &str, body: &[u8], expected: (&str, &str)| {
            let mail = [b"From: a@b.de\n", head.as_bytes(), b"\n\n", body].concat();
            let message = parse(&mail).expect("a mail");
            let words = words(&message, message.root_part(), None).expect("text");
            assert_eq!((words.0.trim(), words.1), expected, "{head}");
        };
        let latin = b"F\xFCr Gr\xF6\xDFe";
        check("X: y", latin, ("Für Größe", "windows-1252"));
        check(
            "Content-Type: text/plain; charset=us-ascii",
            "Für".as_bytes(),
            ("Für", "UTF-8"),
        );
        check(
            "Content-Type: text/plain; charset=iso-8859-15",
            b"5 \xA4",
            ("5 €", "ISO-8859-15"),
        );
        let quoted = "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable";
        check(quoted, b"F=FCr Gr=F6=DFe", ("Für Größe", "windows-1252"));
        let declared = b"From: a@b.de\nContent-Type: text/plain; charset=iso-8859-1\n\n5 \xA4";
        let message = parse(declared).expect("a mail");
        let chosen = words(&message, message.root_part(), Some("iso-8859-15"));
        assert_eq!(chosen, Some(("5 €".to_owned(), "ISO-8859-15")));
        let base64 = "Content-Type: text/plain\nContent-Transfer-Encoding: base64";
        check(base64, b"RvxyIEdy9t9l", ("Für Größe", "windows-1252"));
    }
}
