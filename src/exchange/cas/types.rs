//! The type system: one description for both notations.

/// A type of feature structures.
#[derive(Debug)]
pub(super) struct Type {
    /// With its package: `wortlaut.type.Statement`.
    pub(super) name: &'static str,
    /// What it is a kind of.
    pub(super) parent: &'static str,
    /// What its package is called in XMI; one word for each package.
    pub(super) prefix: &'static str,
    /// For the reader of the type system.
    pub(super) describe: &'static str,
    pub(super) features: &'static [Feature],
}

/// What a type may say of something.
#[derive(Debug)]
pub(super) struct Feature {
    pub(super) name: &'static str,
    pub(super) range: Range,
}

/// What a feature may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Range {
    Text,
    Texts,
    Number,
    Flag,
    /// Another structure of this type.
    One(&'static str),
    /// Any number of them.
    Many(&'static str),
}

pub(super) const ANNOTATION: &str = "uima.tcas.Annotation";
const TOP: &str = "uima.cas.TOP";
const PIECE_NAME: &str = "wortlaut.type.Piece";
const CUE_NAME: &str = "wortlaut.type.Cue";
const ENTITY_NAME: &str = "wortlaut.type.Entity";
const VOICE_NAME: &str = "wortlaut.type.Voice";
const STATEMENT_NAME: &str = "wortlaut.type.Statement";

const fn text(name: &'static str) -> Feature {
    Feature {
        name,
        range: Range::Text,
    }
}

const fn number(name: &'static str) -> Feature {
    Feature {
        name,
        range: Range::Number,
    }
}

const fn one(name: &'static str, of: &'static str) -> Feature {
    Feature {
        name,
        range: Range::One(of),
    }
}

const fn many(name: &'static str, of: &'static str) -> Feature {
    Feature {
        name,
        range: Range::Many(of),
    }
}

/// Of `DKPro` Core: title, name and address of the article.
pub(super) const METADATA: Type = Type {
    name: "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData",
    parent: "uima.tcas.DocumentAnnotation",
    prefix: "metadata",
    describe: "The article: title, name, address.",
    features: &[
        text("documentTitle"),
        text("documentId"),
        text("documentUri"),
    ],
};

/// Of `DKPro` Core.
pub(super) const SENTENCE: Type = Type {
    name: "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence",
    parent: ANNOTATION,
    prefix: "segmentation",
    describe: "A sentence.",
    features: &[],
};

/// Of `DKPro` Core.
pub(super) const TOKEN: Type = Type {
    name: "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token",
    parent: ANNOTATION,
    prefix: "segmentation",
    describe: "A word, number or punctuation mark.",
    features: &[],
};

/// Of `DKPro` Core, with features of ours. `value` is a label of the `GermEval` tag set, or one like it.
pub(super) const NAMED_ENTITY: Type = Type {
    name: "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity",
    parent: ANNOTATION,
    prefix: "ner",
    describe: "A mention of somebody or something, of a date or an amount.",
    features: &[
        text("value"),
        text("identifier"),
        one("entity", ENTITY_NAME),
        text("form"),
        text("normalized"),
        number("confidence"),
        text("verdict"),
        text("note"),
    ],
};

/// A part of something in several parts.
pub(super) const PIECE: Type = Type {
    name: PIECE_NAME,
    parent: ANNOTATION,
    prefix: "wortlaut",
    describe: "A part of something that is interrupted.",
    features: &[],
};

/// Words that announce a statement.
pub(super) const CUE: Type = Type {
    name: CUE_NAME,
    parent: ANNOTATION,
    prefix: "wortlaut",
    describe: "Words that announce a statement.",
    features: &[],
};

/// Who or what is mentioned.
pub(super) const ENTITY: Type = Type {
    name: ENTITY_NAME,
    parent: TOP,
    prefix: "wortlaut",
    describe: "Somebody or something that the article mentions.",
    features: &[
        text("name"),
        text("kind"),
        text("role"),
        text("party"),
        Feature {
            name: "aliases",
            range: Range::Texts,
        },
        text("note"),
    ],
};

/// Somebody with a part in a statement.
pub(super) const VOICE: Type = Type {
    name: VOICE_NAME,
    parent: ANNOTATION,
    prefix: "wortlaut",
    describe: "Words for somebody who speaks, is spoken to, or passes on; empty where the article has none.",
    features: &[
        many("pieces", PIECE_NAME),
        one("entity", ENTITY_NAME),
        text("because"),
    ],
};

/// What is said.
pub(super) const STATEMENT: Type = Type {
    name: STATEMENT_NAME,
    parent: ANNOTATION,
    prefix: "wortlaut",
    describe: "Something that the article attributes to somebody.",
    features: &[
        text("kind"),
        text("medium"),
        text("stance"),
        many("pieces", PIECE_NAME),
        many("cues", CUE_NAME),
        many("frame", PIECE_NAME),
        one("speaker", VOICE_NAME),
        one("addressee", VOICE_NAME),
        many("via", VOICE_NAME),
        one("inside", STATEMENT_NAME),
        number("salience"),
        Feature {
            name: "key",
            range: Range::Flag,
        },
        number("confidence"),
        text("verdict"),
        text("note"),
    ],
};

/// A part of the article.
pub(super) const BLOCK: Type = Type {
    name: "wortlaut.type.Block",
    parent: ANNOTATION,
    prefix: "wortlaut",
    describe: "A part of the article: headline, lead, paragraph.",
    features: &[text("kind")],
};

/// What belongs to no place in the text.
pub(super) const REVIEW: Type = Type {
    name: "wortlaut.type.Review",
    parent: TOP,
    prefix: "wortlaut",
    describe: "Who found all this, and what the reader notes on the article.",
    features: &[text("madeBy"), text("note")],
};

/// All types.
pub(super) const ALL: [&Type; 11] = [
    &METADATA,
    &SENTENCE,
    &TOKEN,
    &NAMED_ENTITY,
    &PIECE,
    &CUE,
    &ENTITY,
    &VOICE,
    &STATEMENT,
    &BLOCK,
    &REVIEW,
];

impl Type {
    /// Its name without the package.
    pub(super) fn short(&self) -> &'static str {
        self.name.rsplit('.').next().unwrap_or(self.name)
    }

    /// Its package.
    pub(super) fn package(&self) -> &'static str {
        self.name
            .rsplit_once('.')
            .map_or("", |(package, _)| package)
    }
}
