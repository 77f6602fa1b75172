//! TEI P5, the Guidelines of the Text Encoding Initiative (<https://tei-c.org/guidelines/p5/>), as digital editions use it.
//!
//! The article in `div`, `head` and `p`; names and statements as elements around their words; the rest in `standOff`.
//!
//! | what | where |
//! |---|---|
//! | names | `persName`, `orgName`, `placeName`, `name`; words that only refer, "der Minister", "er", "russisch": `rs` with `@type` (kind) and `@subtype` (form) |
//! | roles, dates, times, durations, amounts | `roleName`, `date`, `time`, `date[@type='duration']`, `measure`; `@when`, `@from`, `@to`, `@dur`, `@quantity`, `@unit` where TEI can say it, and always the value as it is in `@when-custom` (EDTF) or `measure/@n` |
//! | whom they mean | `@ref` to `person`, `org`, `place` or `item` in `standOff` (`measure`: `@corresp`) |
//! | statements | `said` with `@who`, `@toWhom`, `@direct`, `@aloud`; kind, medium, stance, verdict and key statements in `@ana`, defined in the header's `taxonomy` elements |
//! | interrupted statements | the first `said` has the id; `@next` and `@prev` link the pieces, `@n` counts them. Pieces with the same `@n` are one that had to be cut, at a paragraph or at a name |
//! | confidence | `@cert`, 0 to 1 |
//! | cues, frames, the words for speakers, addressees and sources | `standOff/spanGrp/span` between two `anchor` elements in the text, whose ids count code points: `c120` |
//! | names that cross others | `standOff/spanGrp[@type='mentions']/span` in the same way |
//! | salience, statements inside statements, notes | `fs`, `linkGrp`, `note` in `standOff` |
//!
//! So a stylesheet that knows `persName` and `said` sees all but the few that cross, and nothing is lost.
//! `assets/schema/wortlaut-tei.rng` is what we write of TEI; files are also valid against the whole of TEI (`tei_all.rng`).
//!
//! ```xml
//! <p><said xml:id="s0" n="1" who="#e0" direct="true" aloud="true" cert="0.950" ana="#kind-direct">„Das ist neu“</said>,
//! sagte <persName xml:id="m0" ref="#e0" cert="0.990">Erika Ohnesorg</persName>.</p>
//! ```

mod header;
mod inline;
mod layout;
mod standoff;
mod value;

use std::fmt::Write;

use super::extract::Extract;
use super::format::{Facts, FileName, Group};
use super::loss::{Loss, Losses};
use super::parts::parts;
use super::{left_out, xml};
use crate::article::{Block, BlockKind};
use crate::document::Verdict;
use crate::span::{Offsets, Unit};
use inline::Tags;
use layout::{Event, Layout, What};
use xml::{Tag, escaped};

/// The format.
pub const FACTS: Facts = Facts {
    name: "tei",
    describe: "TEI P5 for digital editions: names, speeches and statements as elements",
    group: Group::Exchange,
    files: &[FileName::Suffix("tei.xml")],
    write: |extract, losses| vec![document(extract, losses).into_bytes()],
    read: None,
};

fn document(extract: &Extract<'_>, losses: &mut Losses) -> String {
    let parts = parts(extract);
    let mut layout = Layout::new(extract, &parts);
    let text = extract.text();
    let writer = Writer {
        extract,
        text,
        offsets: Offsets::new(text, Unit::CodePoints),
    };
    // Anchors have to be known before the text is written.
    let groups = writer.groups(&parts, &mut layout);
    let mut events: Vec<Vec<Event>> = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        events.push(layout.events(index, part.span));
    }
    let mut tags = Tags::new(extract, &events, &layout.apart);
    let body = writer.body(&parts, &events, &mut tags);
    let standoff = writer.standoff(&groups, &layout, &mut tags);
    tell(extract, &layout, losses);
    let root = Tag::new("TEI")
        .with("xmlns", "http://www.tei-c.org/ns/1.0")
        .with("xml:lang", extract.article().source.language.tag());
    let xml = format!(
        "\n{}<text>\n<body>\n{body}</body>\n</text>\n{standoff}",
        header::header(extract)
    );
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n",
        root.around(&xml)
    )
}

fn tell(extract: &Extract<'_>, layout: &Layout, losses: &mut Losses) {
    left_out::count(extract, &[Loss::Steps, Loss::Provenance], losses);
    let findings = extract.findings();
    for &id in &layout.nowhere {
        losses.add(Loss::Mentions, findings.mention(id).span.of(extract.text()));
    }
    let mentions = findings.mentions.iter().map(|mention| mention.verdict);
    let verdicts = mentions.chain(
        findings
            .statements
            .iter()
            .map(|statement| statement.verdict),
    );
    let n_rejected = verdicts.filter(|&verdict| verdict == Verdict::Rejected);
    losses.count(Loss::Verdicts, n_rejected.count());
    xml::tell_forbidden(extract.text(), losses);
}

/// What all parts of the file need.
struct Writer<'a> {
    extract: &'a Extract<'a>,
    text: &'a str,
    offsets: Offsets,
}

impl Writer<'_> {
    /// The id of an anchor: the code points before it.
    fn anchor(&self, byte: usize) -> String {
        format!("c{}", self.offsets.from_byte(self.text, byte))
    }

    fn body(&self, parts: &[Block], events: &[Vec<Event>], tags: &mut Tags<'_>) -> String {
        let mut xml = String::from("<div type=\"article\">\n");
        // Headings stand at the beginning of a division only.
        let (mut has_text, mut is_in_section) = (false, false);
        for (part, events) in parts.iter().zip(events) {
            let (tag, is_head) = element(part.kind);
            if is_head && has_text {
                if is_in_section {
                    xml.push_str("</div>\n");
                }
                xml.push_str("<div type=\"section\">\n");
                is_in_section = true;
            }
            has_text = !is_head;
            let marked = self.marked(events, tags);
            let _ = writeln!(xml, "{}", tag.around(&marked));
        }
        if parts.is_empty() {
            xml.push_str("<p/>\n");
        }
        xml.push_str(if is_in_section {
            "</div>\n</div>\n"
        } else {
            "</div>\n"
        });
        xml
    }

    fn marked(&self, events: &[Event], tags: &mut Tags<'_>) -> String {
        let mut xml = String::new();
        for &event in events {
            match event {
                Event::Text(span) => xml.push_str(&escaped(span.of(self.text), false)),
                Event::Anchor(byte) => {
                    let anchor = Tag::new("anchor").with("xml:id", self.anchor(byte));
                    xml.push_str(&anchor.empty());
                }
                Event::Open(What::Said(id, piece)) => xml.push_str(&tags.said(id, piece).open()),
                Event::Open(What::Name(id)) => xml.push_str(&tags.name(id).open()),
                Event::Close(What::Said(..)) => xml.push_str("</said>"),
                Event::Close(What::Name(id)) => {
                    let _ = write!(
                        xml,
                        "</{}>",
                        inline::element(self.extract.findings().mention(id))
                    );
                }
            }
        }
        xml
    }
}

/// The element of a part, and whether it is a heading.
fn element(kind: BlockKind) -> (Tag, bool) {
    match kind {
        BlockKind::Kicker => (Tag::new("head").with("type", "kicker"), true),
        BlockKind::Headline => (Tag::new("head").with("type", "headline"), true),
        BlockKind::Subheading => (Tag::new("head").with("type", "subheading"), true),
        BlockKind::Paragraph => (Tag::new("p"), false),
        kind @ (BlockKind::Lead | BlockKind::Caption | BlockKind::Signature) => {
            (Tag::new("p").with("rend", kind.label()), false)
        }
    }
}

#[cfg(test)]
mod tests;
