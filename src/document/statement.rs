//! Who says what.

use serde::{Deserialize, Serialize};

use super::entity::{Confidence, EntityId, Verdict};
use crate::span::Span;

/// Index of a statement in `Findings::statements`; stays valid, since nothing is removed from the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StatementId(pub u32);

/// Something that an article attributes to somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// How it is rendered.
    pub kind: StatementKind,
    /// Whether it was spoken, written or thought.
    pub medium: Medium,
    /// What the narrator lets us know of the truth.
    pub stance: Stance,
    /// What is said: one or more spans, sorted, disjoint, never empty. „Das“, sagte sie, „ist neu.“ has two.
    pub content: Vec<Span>,
    /// The words that announce it: "teilte", "mit". Empty for reported and free statements.
    pub cue: Vec<Span>,
    /// The rest of the cue's sentence, cue and speaker included.
    pub frame: Vec<Span>,
    /// Who says it.
    pub speaker: Option<Voice>,
    /// To whom.
    pub addressee: Option<Voice>,
    /// Media, agencies and documents that it came through, nearest first.
    pub via: Vec<Voice>,
    /// The statement that it is a part of.
    pub inside: Option<StatementId>,
    /// How much it matters in its article, 0 to 1.
    pub salience: f32,
    /// Whether it is one of the article's key statements.
    pub key: bool,
    /// How sure the program is.
    pub confidence: Confidence,
    /// What the reader says.
    pub verdict: Verdict,
    /// The reader's note.
    pub note: String,
}

impl Statement {
    /// A statement of which nothing else is known; certain.
    pub fn new(kind: StatementKind, content: Vec<Span>) -> Self {
        Self {
            kind,
            medium: Medium::default(),
            stance: Stance::default(),
            content,
            cue: Vec::new(),
            frame: Vec::new(),
            speaker: None,
            addressee: None,
            via: Vec::new(),
            inside: None,
            salience: 0.0,
            key: false,
            confidence: Confidence::CERTAIN,
            verdict: Verdict::Open,
            note: String::new(),
        }
    }

    /// The smallest span that covers all content.
    pub fn extent(&self) -> Span {
        let first = self.content.first().copied().unwrap_or(Span::new(0, 0));
        self.content
            .iter()
            .fold(first, |hull, &span| hull.hull(span))
    }

    /// The content as one line, spans joined by " … ", white space runs as one space.
    pub fn text(&self, article: &str) -> String {
        let pieces = self.content.iter().map(|span| {
            span.of(article)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        });
        pieces.collect::<Vec<_>>().join(" … ")
    }
}

/// The five kinds of Petersen-Frey and Biemann (2024), "Dataset of Quotation Attribution in German News Articles".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatementKind {
    /// „Das ist neu“, sagte sie.
    Direct,
    /// Sie sagte, das sei neu.
    Indirect,
    /// Sie kündigte Neues an.
    Reported,
    /// Was sollte jetzt noch kommen?
    FreeIndirect,
    /// Sie sprach lange. Das sei neu.
    IndirectFreeIndirect,
}

impl StatementKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [
        Self::Direct,
        Self::Indirect,
        Self::Reported,
        Self::FreeIndirect,
        Self::IndirectFreeIndirect,
    ];

    /// Its name in our JSON.
    pub fn label(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Reported => "reported",
            Self::FreeIndirect => "free_indirect",
            Self::IndirectFreeIndirect => "indirect_free_indirect",
        }
    }
}

/// Whether something was spoken, written or thought.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Medium {
    /// Spoken, or not said how.
    #[default]
    Speech,
    /// Written.
    Writing,
    /// Thought.
    Thought,
}

/// What the narrator lets us know of the truth of a statement by choosing this word for it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Nothing: "sagen".
    #[default]
    Neutral,
    /// Does not take over what is said: "behaupten", "angeblich".
    Distancing,
    /// Takes it for true or weighty: "einräumen", "klarstellen".
    Endorsing,
}

impl Stance {
    /// All stances.
    pub const ALL: [Self; 3] = [Self::Neutral, Self::Distancing, Self::Endorsing];

    /// Its name in our JSON.
    pub fn label(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Distancing => "distancing",
            Self::Endorsing => "endorsing",
        }
    }
}

/// Somebody or something that speaks, is spoken to, or passes on.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    /// The words of the article that name it.
    pub spans: Vec<Span>,
    /// Who it is, where that is known.
    pub entity: Option<EntityId>,
    /// Why the program thinks so.
    pub because: Reason,
}

/// Why somebody is taken for the speaker, addressee or medium of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Subject of the announcing verb.
    Subject,
    /// After or before a preposition: "laut", "nach Angaben", "zufolge".
    Preposition,
    /// After "von" or "durch" in a passive.
    Agent,
    /// The statement's own sentence says so: reported speech.
    Sentence,
    /// The speaker of the statement before goes on.
    CarriedOn,
    /// The nearest that fits, in another sentence.
    Nearest,
    /// The statement around this one says so.
    Enclosing,
    /// "der Agentur Interfax zufolge", "im Deutschlandfunk".
    Medium,
    /// It stands before a colon where the paragraph begins: "MERKEL: Das ist neu."
    Label,
    /// The questions of an interview call it by name, and this is an answer.
    Addressed,
    /// The reader says so.
    Reader,
    /// The reader says that the article itself speaks.
    Editorial,
}

impl Reason {
    /// Its name in our JSON.
    pub fn label(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Preposition => "preposition",
            Self::Agent => "agent",
            Self::Sentence => "sentence",
            Self::CarriedOn => "carried_on",
            Self::Nearest => "nearest",
            Self::Enclosing => "enclosing",
            Self::Medium => "medium",
            Self::Label => "label",
            Self::Addressed => "addressed",
            Self::Reader => "reader",
            Self::Editorial => "editorial",
        }
    }
}
