//! What the article tells about one name: a card with every place where it stands.

use std::collections::BTreeMap;

use crate::document::{Document, Entity, EntityId, Findings, Kind, MentionId, StatementId};
use crate::span::Span;

use super::companions::companions;
use super::concordance::{self, Sorting};

/// Everything that is known about an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Which one.
    pub id: EntityId,
    /// Its fullest name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Its role, where the article gives one.
    pub role: Option<String>,
    /// Its party, where the article gives one, and the entity that the party is.
    pub party: Option<(String, Option<EntityId>)>,
    /// Persons whom the article calls members of this party.
    pub members: Vec<EntityId>,
    /// Other forms of the name.
    pub aliases: Vec<String>,
    /// Words that only contain the name or are derived from it, in text order.
    pub related: Vec<Related>,
    /// One line for every mention, in text order.
    pub lines: Vec<Line>,
    /// Where in the text each of these begins, from 0 to 1.
    pub places: Vec<f32>,
    /// By what the lines are sorted.
    pub sorting: Sorting,
    /// Positions of the lines as they are sorted.
    pub order: Vec<u32>,
    /// What it says.
    pub statements: Vec<StatementId>,
    /// What others say that mentions it.
    pub about: Vec<StatementId>,
    /// Names in the same sentence and in how many, the most frequent first.
    pub companions: Vec<(EntityId, usize)>,
}

impl Card {
    /// Where the name stands first; if it never does, where the first related word stands.
    pub fn first_place(&self) -> Option<MentionId> {
        let line = self.lines.first().map(|line| line.mention);
        let related = self.related.first().and_then(|group| group.places.first());
        line.or_else(|| related.copied())
    }

    /// Sorts the lines in another way.
    pub fn sort(&mut self, sorting: Sorting) {
        self.order = concordance::order(&self.lines, sorting);
        self.sorting = sorting;
    }
}

/// „russischen“ for Russland, „US-Außenminister“ for the USA: no mention, but related to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The words as printed.
    pub words: String,
    /// Where they stand, in text order; never empty.
    pub places: Vec<MentionId>,
}

/// A mention with the words around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which mention.
    pub mention: MentionId,
    /// Words before it.
    pub left: String,
    /// The name as printed.
    pub name: String,
    /// Words after it.
    pub right: String,
}

/// Characters of context on either side of a mention.
const REACH: usize = 46;

/// The card of an entity, or `None` if there is no such entity.
pub fn card(document: &Document, findings: &Findings, id: EntityId) -> Option<Card> {
    let entity = findings.entities.get(id.0 as usize)?;
    let spans: Vec<(MentionId, Span)> = findings
        .mentions_of(id)
        .map(|(mention, found)| (mention, found.span))
        .collect();
    let lines: Vec<Line> = spans
        .iter()
        .map(|&(mention, span)| line(document, mention, span))
        .collect();
    let length = document.text().len().max(1) as f64;
    let mut related: Vec<Related> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for (mention, found) in findings.related_to(id) {
        let words = found.span.of(document.text());
        let index = *known.entry(words).or_insert(related.len());
        match related.get_mut(index) {
            Some(group) => group.places.push(mention),
            None => related.push(Related {
                words: one_line(words),
                places: vec![mention],
            }),
        }
    }
    Some(Card {
        id,
        name: entity.name.clone(),
        kind: entity.kind,
        role: entity.role.clone(),
        party: entity.party.as_ref().map(|party| {
            let mut organisations = of_kind(findings, Kind::Organisation);
            let found = organisations.find(|(_, organisation)| bears(organisation, party));
            (party.clone(), found.map(|(id, _)| id))
        }),
        members: of_kind(findings, Kind::Person)
            .filter(|(_, person)| {
                let party = person.party.as_ref();
                entity.kind == Kind::Organisation && party.is_some_and(|party| bears(entity, party))
            })
            .map(|(id, _)| id)
            .collect(),
        aliases: entity.aliases.clone(),
        related,
        order: concordance::order(&lines, Sorting::Text),
        sorting: Sorting::Text,
        lines,
        places: spans
            .iter()
            .map(|(_, span)| (span.start() as f64 / length) as f32)
            .collect(),
        about: about(findings, id, &spans),
        statements: findings
            .statements_by(id)
            .map(|(statement, _)| statement)
            .collect(),
        companions: companions(document, findings, id),
    })
}

/// Statements by others in which one of these places stands.
fn about(findings: &Findings, id: EntityId, places: &[(MentionId, Span)]) -> Vec<StatementId> {
    let mentions = |content: &Span| {
        let first = places.partition_point(|(_, place)| place.start() < content.start());
        let mut inside =
            (places[first..].iter()).take_while(|(_, place)| place.start() < content.end());
        inside.any(|&(_, place)| content.contains(place))
    };
    let about = findings.shown_statements_where(|statement| {
        let speaker = statement.speaker.as_ref().and_then(|voice| voice.entity);
        speaker != Some(id) && statement.content.iter().any(mentions)
    });
    about.map(|(statement, _)| statement).collect()
}

/// All entities of a kind, in the order of the list.
fn of_kind(findings: &Findings, kind: Kind) -> impl Iterator<Item = (EntityId, &Entity)> {
    let numbered = findings.entities.iter().enumerate();
    numbered
        .filter(move |(_, entity)| entity.kind == kind)
        .map(|(index, entity)| (EntityId(index as u32), entity))
}

/// Whether an entity is called by a name.
fn bears(entity: &Entity, name: &str) -> bool {
    entity.name == name || entity.aliases.iter().any(|alias| alias == name)
}

/// A mention with the words around it, cut at the ends of its block and between words.
pub fn line(document: &Document, mention: MentionId, span: Span) -> Line {
    let text = document.text();
    let block = block_around(document, span);
    let before = Span::new(block.start().min(span.start()), span.start()).of(text);
    let after = Span::new(span.end(), block.end().max(span.end())).of(text);
    Line {
        mention,
        left: last_words(before),
        name: one_line(span.of(text)),
        right: first_words(after),
    }
}

fn block_around(document: &Document, span: Span) -> Span {
    let blocks = &document.article.blocks;
    let index = blocks.partition_point(|block| block.span.end() <= span.start());
    match blocks.get(index) {
        Some(block) if block.span.contains(span) => block.span,
        _ => span,
    }
}

/// White space runs as one space, but none is lost at the ends, so that pieces can be joined again.
pub(super) fn one_line(piece: &str) -> String {
    let mut line = String::with_capacity(piece.len());
    for character in piece.chars() {
        if !character.is_whitespace() {
            line.push(character);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

fn last_words(piece: &str) -> String {
    let Some((cut, _)) = piece.char_indices().rev().nth(REACH) else {
        return one_line(piece);
    };
    let tail = &piece[cut..];
    let whole = tail
        .find(char::is_whitespace)
        .map_or(tail, |gap| tail[gap..].trim_start());
    format!("…{}", one_line(whole))
}

fn first_words(piece: &str) -> String {
    let Some((cut, _)) = piece.char_indices().nth(REACH) else {
        return one_line(piece);
    };
    let head = &piece[..cut];
    let whole = head
        .rfind(char::is_whitespace)
        .map_or(head, |gap| head[..gap].trim_end());
    format!("{}…", one_line(whole))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{sample, sample_layers};

    #[test]
    fn a_card_lists_every_place_and_every_statement() {
        let document = sample::document();
        let card = card(&document, &document.findings, EntityId(0)).expect("there is one");
        assert_eq!(card.name, "Erika Ohnesorg");
        assert_eq!(card.aliases, ["Ohnesorg"]);
        assert_eq!(card.statements, [StatementId(0), StatementId(1)]);
        let lines: Vec<_> = card
            .lines
            .iter()
            .map(|line| (line.left.as_str(), line.name.as_str()))
            .collect();
        assert_eq!(
            lines,
            [
                (
                    "„Wir bauen die Brücke“, sagte Bürgermeisterin ",
                    "Erika Ohnesorg"
                ),
                ("", "Ohnesorg"),
            ]
        );
        assert_eq!(card.lines[0].right, " in Neustadt.");
    }

    #[test]
    fn what_others_say_about_somebody_is_known() {
        let mut document = sample::document();
        let of = |document: &Document, id| {
            card(document, &document.findings, EntityId(id)).map(|card| card.about)
        };
        assert_eq!(of(&document, 0), Some(Vec::new()));
        // „beginnen die Arbeiten im Mai“ now speaks of Kurt Weide, whom Ohnesorg speaks of, too.
        for (mention, statement) in [(3, 2), (1, 1)] {
            let content = document.findings.statements[statement].content[0];
            document.findings.mentions[mention].span = content;
            document.findings.mentions[mention].entity = Some(EntityId(2));
        }
        document
            .findings
            .mentions
            .sort_by_key(|mention| mention.span.start());
        assert_eq!(of(&document, 2), Some(vec![StatementId(1), StatementId(2)]));
        document.findings.statements[1].speaker = None;
        let voice = document.findings.statements[0].speaker.clone();
        document.findings.statements[2].speaker = voice.map(|mut voice| {
            voice.entity = Some(EntityId(2));
            voice
        });
        assert_eq!(of(&document, 2), Some(vec![StatementId(1)]));
    }

    #[test]
    fn places_are_told_as_shares_of_the_text() {
        let document = sample::document();
        let card = card(&document, &document.findings, EntityId(0)).expect("there is one");
        assert_eq!(card.places.len(), card.lines.len());
        assert!(0.2 < card.places[0] && card.places[0] < card.places[1] && card.places[1] < 0.5);
        let mut card = card;
        card.sort(Sorting::Left);
        assert_eq!(
            (card.order.as_slice(), card.sorting),
            (&[1, 0][..], Sorting::Left)
        );
    }

    #[test]
    fn related_words_are_grouped_and_are_no_mentions() {
        let document = sample_layers::document();
        let card = card(&document, &document.findings, EntityId(4)).expect("there is one");
        assert_eq!(card.name, "Russland");
        let names: Vec<_> = card.lines.iter().map(|line| line.name.as_str()).collect();
        assert_eq!(names, ["Russland"]);
        let related: Vec<_> = card
            .related
            .iter()
            .map(|related| (related.words.as_str(), related.places.len()))
            .collect();
        assert_eq!(related, [("russischen", 2), ("Russland-Reise", 1)]);
    }

    #[test]
    fn a_party_and_its_members_know_each_other() {
        let document = sample_layers::document();
        let card = |id| card(&document, &document.findings, id).expect("there is one");
        let (member, party) = (card(EntityId(0)), card(EntityId(1)));
        assert_eq!(member.party, Some(("SPD".to_owned(), Some(EntityId(1)))));
        assert_eq!(party.members, [EntityId(0)]);
        assert!(member.members.is_empty() && party.party.is_none());
    }

    #[test]
    fn companions_stand_in_the_same_sentence() {
        let document = sample::document();
        let card = card(&document, &document.findings, EntityId(0)).expect("there is one");
        assert_eq!(card.companions, [(EntityId(2), 1), (EntityId(3), 1)]);
    }

    #[test]
    fn without_sentences_companions_stand_in_the_same_paragraph() {
        let mut document = sample::document();
        document.sentences.clear();
        document.tokens.clear();
        let card = card(&document, &document.findings, EntityId(3)).expect("there is one");
        assert_eq!(card.companions, [(EntityId(0), 1)]);
    }

    #[test]
    fn context_is_cut_between_words() {
        let words = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf";
        assert_eq!(
            last_words(words),
            "…fünf sechs sieben acht neun zehn elf zwölf"
        );
        assert_eq!(
            first_words(words),
            "eins zwei drei vier fünf sechs sieben acht…"
        );
        assert_eq!(first_words(" kurz.\nUnd"), " kurz. Und");
    }

    #[test]
    fn a_missing_entity_has_no_card() {
        let document = sample::document();
        assert_eq!(card(&document, &document.findings, EntityId(99)), None);
    }
}
