//! Arbitrary documents and corrections, for tests here and in `exchange`.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::{Edit, Review, Said, Stamp, Who};
use crate::article::{Block, BlockKind};
use crate::document::{
    Confidence, Document, Entity, EntityId, Findings, Form, Kind, Medium, Mention, MentionId,
    Reason, Stance, Statement, StatementId, StatementKind, Verdict, Voice,
};
use crate::span::Span;

const VERDICTS: [Verdict; 5] = [
    Verdict::Open,
    Verdict::Accepted,
    Verdict::Changed,
    Verdict::Rejected,
    Verdict::Added,
];

/// Text with what offsets trip over: emoji joined of several, ä in two characters, soft hyphen, U+2028, tab, markup.
fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "„Das ist neu“, sagte sie. ",
        "Müller-Große",
        "👩‍👩‍👧 ",
        "a\u{308}",
        "\u{ad}",
        "\u{a0}",
        "\u{2028}",
        "\t",
        "\n\n",
        "<b>&amp;\"'",
        "=1+1",
        ", ",
        "𝔊",
        "x",
    ];
    vec(select(pieces.to_vec()), 1..30).prop_map(|pieces| pieces.concat() + "Ende.")
}

/// A span that covers at least one character of `text`.
fn span_in(text: &str, from: Index, to: Index) -> Span {
    let bounds: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
    let (one, other) = (from.index(bounds.len()), to.index(bounds.len()));
    let (first, last) = (one.min(other), one.max(other));
    let end = bounds.get(last + 1).copied().unwrap_or(text.len());
    Span::new(bounds[first], end)
}

fn string() -> impl Strategy<Value = String> {
    "[=+@<&\"a-zäß€😀 \n;,-]{1,8}"
}

/// A name that can be seen: an import calls whom a file gives none as the text does.
fn name() -> impl Strategy<Value = String> {
    "[=+@<&\"a-zäß€😀 \n;,-]{0,7}[a-zß€]"
}

fn probability() -> impl Strategy<Value = f32> {
    0.0_f32..=1.0
}

fn entity() -> impl Strategy<Value = Entity> {
    let names = vec(string(), 0..3);
    let fields = (
        name(),
        select(Kind::ALL[..4].to_vec()),
        (option::of(string()), option::of(string())),
        names,
        string(),
    );
    fields.prop_map(|(name, kind, (role, party), mut aliases, note)| {
        aliases.sort();
        Entity {
            name,
            kind,
            role,
            party,
            aliases,
            note,
        }
    })
}

type Two = (Index, Index);

fn voice(text: String, n_entities: usize) -> impl Strategy<Value = Voice> {
    let reasons = [Reason::Subject, Reason::CarriedOn, Reason::Medium];
    let fields = (
        vec(any::<Two>(), 0..3),
        option::of(0..n_entities as u32),
        select(reasons.to_vec()),
    );
    fields.prop_map(move |(spans, entity, because)| Voice {
        spans: spans
            .into_iter()
            .map(|(from, to)| span_in(&text, from, to))
            .collect(),
        entity: entity.map(EntityId),
        because,
    })
}

fn mention(text: String, n_entities: usize) -> impl Strategy<Value = Mention> {
    let forms = [
        Form::Name,
        Form::Derived,
        Form::Part,
        Form::Description,
        Form::Pronoun,
    ];
    let fields = (
        any::<Two>(),
        select(Kind::ALL.to_vec()),
        select(forms.to_vec()),
        option::of(0..n_entities as u32),
        probability(),
        select(VERDICTS.to_vec()),
    );
    let values = option::of("[0-9]{4}-[0-9]{2}|P[1-9]Y");
    (fields, values).prop_map(
        move |(((from, to), kind, form, entity, confidence, verdict), value)| Mention {
            span: span_in(&text, from, to),
            kind,
            form,
            entity: entity.map(EntityId),
            value,
            confidence: Confidence::new(confidence),
            verdict,
            note: String::new(),
        },
    )
}

fn statement(text: String, n_entities: usize) -> impl Strategy<Value = Statement> {
    let voices = (
        option::of(voice(text.clone(), n_entities)),
        option::of(voice(text.clone(), n_entities)),
        vec(voice(text.clone(), n_entities), 0..2),
    );
    let spans = (
        vec(any::<Two>(), 1..3),
        vec(any::<Two>(), 0..2),
        vec(any::<Two>(), 0..2),
    );
    let media = [Medium::Speech, Medium::Writing, Medium::Thought];
    let kinds = (
        select(StatementKind::ALL.to_vec()),
        select(media.to_vec()),
        select(Stance::ALL.to_vec()),
        select(VERDICTS.to_vec()),
    );
    let rest = (probability(), any::<bool>(), probability(), string());
    let fields = (voices, spans, kinds, rest);
    fields.prop_map(
        move |(voices, spans, (kind, medium, stance, verdict), rest)| {
            let place = |two: Vec<Two>| -> Vec<Span> {
                two.into_iter()
                    .map(|(from, to)| span_in(&text, from, to))
                    .collect()
            };
            let mut content = place(spans.0);
            content.sort();
            content.dedup_by(|next, before| next.overlaps(*before));
            Statement {
                kind,
                medium,
                stance,
                content,
                cue: place(spans.1),
                frame: place(spans.2),
                speaker: voices.0,
                addressee: voices.1,
                via: voices.2,
                inside: None,
                salience: rest.0,
                key: rest.1,
                confidence: Confidence::new(rest.2),
                verdict,
                note: rest.3,
            }
        },
    )
}

fn findings(text: String) -> impl Strategy<Value = Findings> {
    vec(entity(), 1..5).prop_flat_map(move |entities| {
        let n_entities = entities.len();
        let mentions = vec(mention(text.clone(), n_entities), 0..8);
        let statements = vec(statement(text.clone(), n_entities), 0..4);
        (Just(entities), mentions, statements).prop_map(
            |(entities, mut mentions, mut statements)| {
                mentions
                    .sort_by_key(|mention| (mention.span.start(), usize::MAX - mention.span.end()));
                statements.sort_by_key(|statement| statement.extent().start());
                for (index, statement) in statements.iter_mut().enumerate().skip(1) {
                    statement.inside = Some(StatementId(index as u32 - 1));
                }
                Findings {
                    mentions,
                    entities,
                    statements,
                    note: String::new(),
                }
            },
        )
    })
}

/// An article with findings.
pub(crate) fn document() -> impl Strategy<Value = Document> {
    let text_and_findings = text().prop_flat_map(|text| (Just(text.clone()), findings(text)));
    text_and_findings.prop_map(|(text, findings)| {
        let mut article = crate::article::from_text(String::new());
        article.blocks = vec![Block {
            kind: BlockKind::Paragraph,
            span: Span::new(0, text.len()).trimmed(&text),
        }];
        article.text = text;
        article.source.sha256 = "0123456789abcdef0123456789abcdef".into();
        Document {
            article,
            tokens: Vec::new(),
            sentences: Vec::new(),
            tags: Vec::new(),
            findings,
            made_by: String::new(),
        }
    })
}

/// A correction that may or may not fit: ids are small, as lists are.
pub(crate) fn edit(text: &str) -> impl Strategy<Value = Edit> + use<> {
    let single = prop_oneof![
        edit_of_mention(text.to_owned()),
        edit_of_entity(),
        edit_of_statement(text.to_owned()),
        string().prop_map(|note| Edit::SetArticleNote { note }),
    ];
    single.prop_recursive(2, 6, 3, |edit| {
        vec(edit, 0..3).prop_map(|edits| Edit::Group { edits })
    })
}

fn mention_id() -> impl Strategy<Value = MentionId> {
    (0_u32..9).prop_map(MentionId)
}

fn entity_id() -> impl Strategy<Value = EntityId> {
    (0_u32..6).prop_map(EntityId)
}

fn statement_id() -> impl Strategy<Value = StatementId> {
    (0_u32..5).prop_map(StatementId)
}

fn verdict() -> impl Strategy<Value = Verdict> {
    select(VERDICTS.to_vec())
}

fn kind() -> impl Strategy<Value = Kind> {
    select(Kind::ALL.to_vec())
}

fn place(text: String) -> impl Strategy<Value = Span> {
    any::<Two>().prop_map(move |(from, to)| span_in(&text, from, to))
}

fn places(text: String) -> impl Strategy<Value = Vec<Span>> {
    vec(place(text), 1..3).prop_map(|mut spans| {
        spans.sort();
        spans.dedup_by(|next, before| next.overlaps(*before));
        spans
    })
}

fn who(text: String) -> impl Strategy<Value = Who> {
    prop_oneof![
        entity_id().prop_map(Who::Entity),
        place(text).prop_map(Who::Words)
    ]
}

fn said(text: String) -> impl Strategy<Value = Said> {
    prop_oneof![
        Just(Said::Unknown),
        Just(Said::Editorial),
        who(text).prop_map(Said::By)
    ]
}

fn edit_of_mention(text: String) -> impl Strategy<Value = Edit> {
    prop_oneof![
        (mention_id(), verdict())
            .prop_map(|(mention, verdict)| Edit::JudgeMention { mention, verdict }),
        (mention_id(), kind()).prop_map(|(mention, kind)| Edit::SetMentionKind { mention, kind }),
        (mention_id(), option::of(entity_id()))
            .prop_map(|(mention, entity)| Edit::SetMentionEntity { mention, entity }),
        (mention_id(), place(text.clone()))
            .prop_map(|(mention, span)| Edit::ResizeMention { mention, span }),
        (mention_id(), string()).prop_map(|(mention, note)| Edit::SetMentionNote { mention, note }),
        (place(text), kind(), option::of(entity_id()))
            .prop_map(|(span, kind, entity)| Edit::AddMention { span, kind, entity }),
    ]
}

fn edit_of_entity() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (entity_id(), name()).prop_map(|(entity, name)| Edit::RenameEntity { entity, name }),
        (entity_id(), kind()).prop_map(|(entity, kind)| Edit::SetEntityKind { entity, kind }),
        (entity_id(), option::of(string()))
            .prop_map(|(entity, role)| Edit::SetEntityRole { entity, role }),
        (entity_id(), string()).prop_map(|(entity, note)| Edit::SetEntityNote { entity, note }),
        (entity_id(), entity_id()).prop_map(|(from, into)| Edit::MergeEntities { from, into }),
        (vec(mention_id(), 0..4), name())
            .prop_map(|(mentions, name)| Edit::SplitEntity { mentions, name }),
    ]
}

fn edit_of_statement(text: String) -> impl Strategy<Value = Edit> {
    let kind = || select(StatementKind::ALL.to_vec());
    prop_oneof![
        (statement_id(), verdict())
            .prop_map(|(statement, verdict)| Edit::JudgeStatement { statement, verdict }),
        (statement_id(), kind())
            .prop_map(|(statement, kind)| Edit::SetStatementKind { statement, kind }),
        (statement_id(), places(text.clone()))
            .prop_map(|(statement, content)| Edit::ResizeStatement { statement, content }),
        (places(text.clone()), kind(), said(text.clone())).prop_map(|(content, kind, speaker)| {
            Edit::AddStatement {
                content,
                kind,
                speaker,
            }
        }),
        (statement_id(), said(text.clone()))
            .prop_map(|(statement, speaker)| Edit::SetSpeaker { statement, speaker }),
        (statement_id(), option::of(who(text.clone()))).prop_map(|(statement, addressee)| {
            Edit::SetAddressee {
                statement,
                addressee,
            }
        }),
        (statement_id(), vec(who(text), 0..3))
            .prop_map(|(statement, via)| Edit::SetVia { statement, via }),
        (statement_id(), any::<bool>())
            .prop_map(|(statement, key)| Edit::SetKey { statement, key }),
        (statement_id(), string())
            .prop_map(|(statement, note)| Edit::SetStatementNote { statement, note }),
    ]
}

/// A document and corrections that have not been tried on it yet.
pub(crate) fn document_and_edits() -> impl Strategy<Value = (Arc<Document>, Vec<Edit>)> {
    document().prop_flat_map(|document| {
        let edits = vec(edit(document.text()), 0..12);
        (Just(Arc::new(document)), edits)
    })
}

/// A review in the midst of work: some corrections made, the last of them undone.
pub(crate) fn review() -> impl Strategy<Value = Review> {
    (document_and_edits(), 0_usize..4).prop_map(|((document, edits), n_undone)| {
        let mut review = Review::new(document);
        for (second, edit) in (0..).zip(edits) {
            let stamp = Stamp {
                by: "Erika Ohnesorg".into(),
                at: jiff::Timestamp::from_second(second).unwrap_or_default(),
            };
            // One that does not fit changes nothing.
            let _ = review.apply(edit, stamp);
        }
        for _ in 0..n_undone {
            review.undo();
        }
        review
    })
}
