//! `standOff`: who and what the names mean, and everything that is no element around words.

use std::fmt::Write;

use super::Writer;
use super::inline::{Tags, certainty, verdict};
use super::layout::{Layout, Mark, What};
use crate::article::Block;
use crate::document::{Entity, EntityId, Kind, MentionId, StatementId, Voice};
use crate::exchange::xml::Tag;
use crate::span::Span;

/// The words that belong to a statement: cue, frame, voices; what there is of each, with its place in the text.
pub(super) struct Group {
    id: StatementId,
    spans: Vec<Words>,
}

struct Words {
    role: &'static str,
    /// Of several in a row, from 1.
    number: Option<usize>,
    /// Whether others point here.
    is_named: bool,
    entity: Option<EntityId>,
    because: Option<&'static str>,
    place: Option<Span>,
}

impl Writer<'_> {
    /// The words that belong to statements, with anchors for all of them.
    pub fn groups(&self, parts: &[Block], layout: &mut Layout) -> Vec<Group> {
        let mut groups = Vec::new();
        for (id, statement) in self.extract.findings().shown_statements() {
            let mut spans = Vec::new();
            let plain = |role, place| Words {
                role,
                number: None,
                is_named: false,
                entity: None,
                because: None,
                place: Some(place),
            };
            for (role, all) in [("cue", &statement.cue), ("frame", &statement.frame)] {
                for &span in all {
                    spans.extend(layout.anchored(parts, span).map(|span| plain(role, span)));
                }
            }
            let mut voice = |role, number, voice: &Voice| {
                let mut places: Vec<Option<Span>> = Vec::new();
                for &span in &voice.spans {
                    places.extend(layout.anchored(parts, span).map(Some));
                }
                if places.is_empty() {
                    places.push(None);
                }
                for (index, place) in places.into_iter().enumerate() {
                    spans.push(Words {
                        role,
                        number,
                        is_named: index == 0,
                        entity: voice.entity,
                        because: Some(voice.because.label()),
                        place,
                    });
                }
            };
            if let Some(speaker) = &statement.speaker {
                voice("speaker", None, speaker);
            }
            if let Some(addressee) = &statement.addressee {
                voice("addressee", None, addressee);
            }
            for (index, link) in statement.via.iter().enumerate() {
                voice("via", Some(index + 1), link);
            }
            groups.push(Group { id, spans });
        }
        groups
    }

    /// The whole element; nothing where there is nothing to say.
    pub fn standoff(&self, groups: &[Group], layout: &Layout, tags: &mut Tags<'_>) -> String {
        let mut xml = self.entities();
        let of_groups: String = groups.iter().map(|group| self.group(group, tags)).collect();
        let apart: String = (layout.apart.iter())
            .map(|mark| self.apart(*mark, tags))
            .collect();
        if !apart.is_empty() {
            let _ = write!(xml, "<spanGrp type=\"apart\">\n{apart}</spanGrp>\n");
        }
        xml.push_str(&of_groups);
        xml.push_str(&self.facts(tags, &layout.nowhere));
        if xml.is_empty() {
            return xml;
        }
        format!("<standOff>\n{xml}</standOff>\n")
    }

    /// From and to.
    fn between(&self, tag: Tag, span: Span) -> Tag {
        tag.with("from", format!("#{}", self.anchor(span.start())))
            .with("to", format!("#{}", self.anchor(span.end())))
    }

    fn group(&self, group: &Group, tags: &Tags<'_>) -> String {
        if group.spans.is_empty() {
            return String::new();
        }
        let mut spans = String::new();
        for words in &group.spans {
            let number = words.number.map(|number| number.to_string());
            let id = match &number {
                Some(number) => format!("s{}.{}.{number}", group.id.0, words.role),
                None => format!("s{}.{}", group.id.0, words.role),
            };
            let tag = Tag::new("span")
                .maybe("xml:id", words.is_named.then_some(id))
                .with("type", words.role)
                .maybe("n", number)
                .maybe("corresp", words.entity.map(|id| format!("#e{}", id.0)))
                .maybe(
                    "ana",
                    words.because.map(|because| format!("#because-{because}")),
                );
            let tag = match words.place {
                Some(place) => self.between(tag, place),
                None => tag,
            };
            let _ = writeln!(spans, "{}", tag.empty());
        }
        let of = tags
            .is_placed(group.id)
            .then(|| format!("#s{}", group.id.0));
        let tag = Tag::new("spanGrp")
            .with("type", "statement")
            .maybe("corresp", of);
        tag.around(&format!("\n{spans}")) + "\n"
    }

    fn apart(&self, mark: Mark, tags: &mut Tags<'_>) -> String {
        let findings = self.extract.findings();
        let tag = match mark.what {
            What::Said(id, piece) => tags.link(Tag::new("span"), id, piece).with("type", "said"),
            What::Name(id) => {
                let mention = findings.mention(id);
                let value = mention.value.as_deref();
                Tag::new("span")
                    .with("xml:id", format!("m{}", id.0))
                    .with("type", mention.kind.label())
                    .with("subtype", mention.form.label())
                    .maybe("corresp", mention.entity.map(|id| format!("#e{}", id.0)))
                    .with("cert", certainty(mention.confidence.get()))
                    .maybe("ana", verdict(mention.verdict))
                    .maybe("n", value)
            }
        };
        self.between(tag, mark.span).empty() + "\n"
    }

    /// Salience, statements inside others, the reader's notes.
    fn facts(&self, tags: &Tags<'_>, nowhere: &[MentionId]) -> String {
        let findings = self.extract.findings();
        let (mut xml, mut links, mut notes) = (String::new(), String::new(), String::new());
        let mut note = |target: String, note: &str| {
            if !note.is_empty() {
                let tag = Tag::new("note")
                    .with("type", "reader")
                    .with("target", target);
                let _ = writeln!(notes, "{}", tag.text(note));
            }
        };
        for (id, mention) in findings.shown_mentions() {
            if !nowhere.contains(&id) {
                note(format!("#m{}", id.0), &mention.note);
            }
        }
        for (id, statement) in findings.shown_statements() {
            if !tags.is_placed(id) {
                continue;
            }
            let target = format!("#s{}", id.0);
            let numeric = Tag::new("numeric").with("value", certainty(statement.salience));
            let feature = Tag::new("f")
                .with("name", "salience")
                .around(&numeric.empty());
            let structure = Tag::new("fs")
                .with("type", "statement")
                .with("corresp", &target);
            let _ = writeln!(xml, "{}", structure.around(&feature));
            if let Some(outer) = statement.inside.filter(|&outer| tags.is_placed(outer)) {
                let link = Tag::new("link").with("target", format!("{target} #s{}", outer.0));
                let _ = writeln!(links, "{}", link.empty());
            }
            note(target, &statement.note);
        }
        if !links.is_empty() {
            let _ = write!(xml, "<linkGrp type=\"inside\">\n{links}</linkGrp>\n");
        }
        xml + &notes
    }

    fn entities(&self) -> String {
        let mut xml = String::new();
        for (kind, list) in [
            (Kind::Person, Tag::new("listPerson")),
            (Kind::Organisation, Tag::new("listOrg")),
            (Kind::Location, Tag::new("listPlace")),
            (Kind::Other, Tag::new("list").with("type", "other")),
        ] {
            let is_listed = |entity: &Entity| match entity.kind {
                Kind::Person | Kind::Organisation | Kind::Location => entity.kind == kind,
                // Who makes files by a script may put anything here.
                _ => kind == Kind::Other,
            };
            let entities = (0..).map(EntityId).zip(&self.extract.findings().entities);
            let entities = entities.filter(|(_, entity)| is_listed(entity));
            let entries: String = entities.map(|(id, found)| entry(id, found)).collect();
            if !entries.is_empty() {
                let _ = writeln!(xml, "{}", list.around(&format!("\n{entries}")));
            }
        }
        xml
    }
}

fn entry(id: EntityId, entity: &Entity) -> String {
    let (element, name) = match entity.kind {
        Kind::Person => ("person", "persName"),
        Kind::Organisation => ("org", "orgName"),
        Kind::Location => ("place", "placeName"),
        _ => ("item", "name"),
    };
    let mut parts = vec![Tag::new(name).text(&entity.name)];
    let aliases = entity.aliases.iter();
    parts.extend(aliases.map(|alias| Tag::new(name).with("type", "alias").text(alias)));
    let role = |role: &String| match entity.kind {
        Kind::Person => Tag::new("occupation").text(role),
        _ => Tag::new("note").with("type", "role").text(role),
    };
    parts.extend(entity.role.as_ref().map(role));
    let party = |party: &String| match entity.kind {
        Kind::Person => Tag::new("affiliation").with("type", "party").text(party),
        _ => Tag::new("note").with("type", "party").text(party),
    };
    parts.extend(entity.party.as_ref().map(party));
    if !entity.note.is_empty() {
        parts.push(Tag::new("note").with("type", "reader").text(&entity.note));
    }
    let kind = (element == "item" && entity.kind != Kind::Other).then(|| entity.kind.label());
    let tag = Tag::new(element)
        .with("xml:id", format!("e{}", id.0))
        .maybe("n", kind);
    tag.around(&parts.concat()) + "\n"
}
