//! The code book: what selections are coded with.

use super::guid;
use crate::document::{Entity, EntityId, Kind, Mention, StatementKind};
use crate::exchange::extract::Extract;
use crate::exchange::html::words;
use crate::exchange::xml::Tag;
use crate::view::palette::{Palette, Rgb};

/// The id of the code of a mention: that of its name, or of its kind.
pub(super) fn of_mention(extract: &Extract<'_>, mention: &Mention) -> String {
    let entities = &extract.findings().entities;
    let entity = mention.entity.and_then(|id| entities.get(id.0 as usize));
    match entity {
        Some(entity) if mention.refers() && entity.kind == mention.kind => of_entity(entity),
        _ => of_kind(mention.kind),
    }
}

fn of_kind(kind: Kind) -> String {
    guid(&["code", "mention", kind.label()])
}

fn of_entity(entity: &Entity) -> String {
    guid(&["code", "entity", entity.kind.label(), &entity.name])
}

/// The id of the code of a kind of statements.
pub(super) fn of_statement(kind: StatementKind) -> String {
    guid(&["code", "statement", kind.label()])
}

/// The id of the code of key statements.
pub(super) fn of_keys() -> String {
    guid(&["code", "key"])
}

/// The id of the code of cues.
pub(super) fn of_cues() -> String {
    guid(&["code", "cue"])
}

/// The whole code book. Names that are not mentioned have no code; two names that are the same share one.
pub(super) fn code_book(
    extract: &Extract<'_>,
    note_of: impl Fn(EntityId) -> Option<String>,
) -> String {
    let palette = Palette::LIGHT;
    let kinds: String = Kind::ALL
        .into_iter()
        .map(|kind| {
            let names = names(extract, kind, &note_of);
            code(
                &of_kind(kind),
                words::kind(kind),
                palette.line(kind),
                &names,
            )
        })
        .collect();
    let of_kind_of_statement = |kind: StatementKind| {
        let name = match kind {
            StatementKind::Direct => "direkte Rede",
            StatementKind::Indirect => "indirekte Rede",
            StatementKind::Reported => "berichtete Rede",
            StatementKind::FreeIndirect => "erlebte Rede",
            StatementKind::IndirectFreeIndirect => "frei indirekte Rede",
        };
        code(&of_statement(kind), name, palette.accent, "")
    };
    let mut statements: String = StatementKind::ALL
        .into_iter()
        .map(of_kind_of_statement)
        .collect();
    statements.push_str(&code(&of_keys(), "Kernaussage", palette.alarm, ""));
    statements.push_str(&code(&of_cues(), "Redeankündigung", palette.muted, ""));
    let groups = [
        code(
            &guid(&["code", "mentions"]),
            "Namen und Angaben",
            palette.muted,
            &kinds,
        ),
        code(
            &guid(&["code", "statements"]),
            "Aussagen",
            palette.accent,
            &statements,
        ),
    ];
    format!(
        "<CodeBook>\n<Codes>\n{}</Codes>\n</CodeBook>\n",
        groups.concat()
    )
}

fn names(
    extract: &Extract<'_>,
    kind: Kind,
    note_of: impl Fn(EntityId) -> Option<String>,
) -> String {
    let findings = extract.findings();
    let mut coded = vec![false; findings.entities.len()];
    for (_, mention) in findings.shown_mentions() {
        let entity = mention
            .entity
            .filter(|_| mention.refers() && mention.kind == kind);
        if let Some(coded) = entity.and_then(|id| coded.get_mut(id.0 as usize)) {
            *coded = true;
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    let entities = (0..).map(EntityId).zip(&findings.entities).zip(coded);
    let codes = entities.filter(|((_, entity), coded)| *coded && entity.kind == kind);
    let codes = codes.filter(|((_, entity), _)| seen.insert(entity.name.clone()));
    codes
        .map(|((id, entity), _)| {
            let mut inside = String::new();
            let mut facts: Vec<String> = entity.office().into_iter().collect();
            if !entity.aliases.is_empty() {
                facts.push(format!("auch: {}", entity.aliases.join(", ")));
            }
            if !facts.is_empty() {
                inside.push_str(&Tag::new("Description").text(&facts.join("; ")));
            }
            let note = note_of(id).map(|note| Tag::new("NoteRef").with("targetGUID", note).empty());
            inside.push_str(&note.unwrap_or_default());
            code(
                &of_entity(entity),
                &entity.name,
                Palette::LIGHT.line(kind),
                &inside,
            )
        })
        .collect()
}

fn code(guid: &str, name: &str, colour: Rgb, inside: &str) -> String {
    let tag = Tag::new("Code")
        .with("guid", guid)
        .with("name", name)
        .with("isCodable", "true")
        .with("color", colour.hex());
    if inside.is_empty() {
        tag.empty() + "\n"
    } else {
        tag.around(&format!("\n{inside}\n")) + "\n"
    }
}
