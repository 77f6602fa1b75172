//! What a PDF says about itself: title, author and date.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Dict, Stream};

use super::super::Source;
use super::super::signs::iso_date;
use super::super::weave::squeeze;
use super::super::xml::{self, Node, Nodes, Vocabulary};
use super::unpack;

/// Title, author and date from the file's own list or, where that is silent, from the packet of XML beside it; `headline` stands in for a
/// title that no reader is meant to see.
pub(super) fn source(pdf: &Pdf, headline: Option<String>) -> Source {
    let listed = pdf.metadata();
    let packet = packet(pdf).unwrap_or_default();
    let text = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(|bytes| squeeze(&decoded(bytes)));
    let date = listed.creation_date.filter(|date| {
        1900 < date.year && (1..=12).contains(&date.month) && (1..=31).contains(&date.day)
    });
    let date = date.map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day));
    Source {
        title: text(&listed.title)
            .filter(|title| is_title(title))
            .or(packet.title.filter(|title| is_title(title)))
            .or(headline),
        byline: text(&listed.author)
            .filter(|author| is_author(author))
            .or(Some(packet.creators.join(", ")).filter(|author| is_author(author))),
        date: packet.published.or(date).or(packet.created),
        ..Source::default()
    }
}

/// What a packet of XML (XMP) says.
#[derive(Debug, Default, PartialEq, Eq)]
struct Packet {
    title: Option<String>,
    creators: Vec<String>,
    published: Option<String>,
    created: Option<String>,
}

/// The largest packet; programs leave 4 KB of room in theirs.
const MAX_PACKET: usize = 1024 * 1024;

fn packet(pdf: &Pdf) -> Option<Packet> {
    let catalogue = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    let stream = catalogue.get::<Stream<'_>>("Metadata")?;
    unpack::size(&stream.raw_data(), &stream.filters(), MAX_PACKET).ok()?;
    let data = stream.decoded_data().ok()?;
    Some(read_packet(&xml::decoded(&data)))
}

/// As far as it can be read.
fn read_packet(source: &str) -> Packet {
    let mut packet = Packet::default();
    let mut nodes = Nodes::new(source);
    while let Ok(Some(node)) = nodes.next() {
        let Node::Open(element) = node else {
            continue;
        };
        let tag = element.tag();
        let date = match tag {
            (Vocabulary::DublinCore, "title") => {
                packet.title = items(&mut nodes).into_iter().next();
                continue;
            }
            (Vocabulary::DublinCore, "creator") => {
                packet.creators = items(&mut nodes);
                continue;
            }
            (Vocabulary::DublinCore, "date") => &mut packet.published,
            (_, "CreateDate") => &mut packet.created,
            // Short forms are attributes.
            (_, "Description") => {
                let created = element.value("CreateDate");
                packet.created = packet.created.or(created.and_then(|date| iso_date(&date)));
                continue;
            }
            _ => continue,
        };
        let first = items(&mut nodes).into_iter().next();
        *date = first.and_then(|date| iso_date(&date));
    }
    packet
}

/// The entries of a list, or the one that stands there without a list.
fn items(nodes: &mut Nodes<'_>) -> Vec<String> {
    let mut items = Vec::new();
    let mut plain = String::new();
    let mut depth = 1;
    while 0 < depth && items.len() < 50 {
        match nodes.next() {
            Ok(Some(Node::Open(element))) if element.name() == "li" => {
                items.push(squeeze(&nodes.content().unwrap_or_default()));
            }
            Ok(Some(Node::Open(_))) => depth += 1,
            Ok(Some(Node::Close)) => depth -= 1,
            Ok(Some(Node::Text(text))) => plain.push_str(&text),
            Ok(None) | Err(_) => break,
        }
    }
    if items.is_empty() {
        items.push(squeeze(&plain));
    }
    items.retain(|item| !item.is_empty());
    items
}

/// A text of the metadata: UTF-16 or UTF-8 with a mark, else in the PDF standard's own order.
pub(super) fn decoded(bytes: &[u8]) -> String {
    if bytes.starts_with(&[0xFE, 0xFF])
        || bytes.starts_with(&[0xFF, 0xFE])
        || bytes.starts_with(&[0xEF, 0xBB, 0xBF])
    {
        let (text, ..) = encoding_rs::UTF_8.decode(bytes);
        return text.into_owned();
    }
    let letters = bytes.iter().map(|&byte| match byte {
        0x80..=0x9E => SIGNS[usize::from(byte - 0x80)],
        0xA0 => '€',
        _ => char::from(byte),
    });
    letters.collect()
}

/// The characters of the PDF standard from 0x80 on that Latin-1 has not.
const SIGNS: [char; 31] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™',
    'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž',
];

/// Whether somebody is named, not the program or nobody.
fn is_author(author: &str) -> bool {
    let lower = author.to_lowercase();
    !lower.is_empty()
        && ![
            "(anonymous)",
            "anonymous",
            "unknown",
            "unbekannt",
            "admin",
            "user",
            "administrator",
        ]
        .contains(&lower.as_str())
}

/// Whether it was written for readers, not left there by a program.
fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let endings = [
        ".doc", ".docx", ".odt", ".pdf", ".indd", ".qxd", ".qxp", ".tex", ".dvi", ".html", ".txt",
        ".rtf",
    ];
    let stems = [
        "microsoft word",
        "untitled",
        "unbenannt",
        "about:blank",
        "(anonymous)",
        "file:",
    ];
    !lower.is_empty()
        && !endings.iter().any(|ending| lower.ends_with(ending))
        && !stems.iter().any(|stem| lower.starts_with(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_no_file_names() {
        assert!(is_title("Deich wird höher"));
        assert!(!is_title("Microsoft Word - Deich.doc"));
        assert!(!is_title("deich-final2.indd"));
    }

    #[test]
    fn texts_of_metadata_are_decoded() {
        assert_eq!(decoded(b"\xFE\xFF\0B\0\xFC\0r"), "Bür");
        assert_eq!(decoded(b"\xEF\xBB\xBFB\xC3\xBCr"), "Bür");
        assert_eq!(decoded(b"B\xFCrger \x8CJa\x8D"), "Bürger „Ja“");
    }

    #[test]
    fn the_author_is_somebody() {
        assert!(is_author("Imke Saß"));
        assert!(!is_author("(anonymous)"));
        assert!(!is_author(""));
    }

    #[test]
    fn packets_of_xml_are_read() {
        let packet = read_packet(
            "<?xpacket begin=''?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\
             <rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:CreateDate='2024-05-03T10:00:00Z'>\
             <dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Deich wird höher</rdf:li></rdf:Alt></dc:title>\
             <dc:creator><rdf:Seq><rdf:li>Imke Saß</rdf:li><rdf:li>Ole Brüggemann</rdf:li></rdf:Seq></dc:creator>\
             </rdf:Description></rdf:RDF></x:xmpmeta>",
        );
        let expected = Packet {
            title: Some("Deich wird höher".into()),
            creators: vec!["Imke Saß".into(), "Ole Brüggemann".into()],
            published: None,
            created: iso_date("2024-05-03T10:00:00Z"),
        };
        assert_eq!(packet, expected);
        assert_eq!(read_packet("<a><b"), Packet::default());
    }
}
