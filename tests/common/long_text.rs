//! A long article of own making with what is in it, as the program would have found it; always the same.

use wortlaut::article;
use wortlaut::document::{
    Confidence, Document, Entity, EntityId, Findings, Form, Kind, Mention, Reason, Sentence,
    Statement, StatementId, StatementKind, Token, Voice,
};
use wortlaut::span::Span;

const FIRST: [&str; 20] = [
    "Anna", "Bernd", "Clara", "Dirk", "Elke", "Falk", "Gesa", "Horst", "Inge", "Jörg", "Käthe",
    "Lutz", "Mareike", "Nils", "Oda", "Peer", "Ruth", "Sönke", "Tilda", "Uwe",
];
const LAST: [&str; 20] = [
    "Ahrens",
    "Brodersen",
    "Claasen",
    "Dorn",
    "Eggers",
    "Fendt",
    "Grüneberg",
    "Hollmann",
    "Immelmann",
    "Jürgens",
    "Kröger",
    "Lüders",
    "Mohnke",
    "Nettelbeck",
    "Ohlsen",
    "Petersen",
    "Rütter",
    "Stöver",
    "Tamm",
    "Wübbe",
];
const BODIES: [&str; 8] = [
    "Deichverband",
    "Hafenamt",
    "Küstenamt",
    "Fischereirat",
    "Wasserwerk",
    "Seebäderbund",
    "Schleusenamt",
    "Marschenverein",
];
const PLACES: [&str; 12] = [
    "Altensiel",
    "Brunsmoor",
    "Dornkoog",
    "Eidersand",
    "Friedrichswarft",
    "Grodersum",
    "Hallerfleth",
    "Jadekamp",
    "Klintum",
    "Lütjenbek",
    "Norderaue",
    "Süderwisch",
];
const DEEDS: [&str; 8] = [
    "der Deich werde noch vor dem Winter erhöht",
    "für die Schleuse fehle bislang das Geld",
    "man habe die Pegel zu spät abgelesen",
    "die Fähre fahre von Montag an wieder",
    "niemand habe die alten Karten geprüft",
    "das Wasser sei schneller gestiegen als erwartet",
    "über die Kosten werde im Herbst entschieden",
    "die Pumpen seien seit Jahren nicht gewartet worden",
];
const QUOTES: [&str; 6] = [
    "Wir lassen niemanden allein",
    "Das hätte man vorher wissen können",
    "So etwas haben wir hier noch nie erlebt",
    "Die Arbeit fängt jetzt erst an",
    "Ich würde es wieder genauso machen",
    "Das Geld reicht hinten und vorne nicht",
];
const CUES: [&str; 5] = ["sagte", "betonte", "erklärte", "versicherte", "meinte"];

/// Numbers that look thrown, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn one_of(&mut self, words: &[&'static str]) -> &'static str {
        words[self.below(words.len())]
    }
}

/// An article that is being written.
struct Writer {
    text: String,
    mentions: Vec<Mention>,
    statements: Vec<Statement>,
    dice: Dice,
}

impl Writer {
    fn write(&mut self, words: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(words);
        Span::new(start, self.text.len())
    }

    fn name(&mut self, words: &str, kind: Kind, entity: usize) -> Span {
        let span = self.write(words);
        self.mentions.push(Mention {
            entity: Some(EntityId(entity as u32)),
            ..Mention::new(span, kind, Form::Name, Confidence::new(0.9))
        });
        span
    }

    fn person(&mut self) -> (Span, EntityId) {
        let (first, last) = (self.dice.below(FIRST.len()), self.dice.below(LAST.len()));
        let entity = first * LAST.len() + last;
        let words = if self.dice.below(2) == 0 {
            format!("{} {}", FIRST[first], LAST[last])
        } else {
            LAST[last].to_owned()
        };
        let span = self.name(&words, Kind::Person, entity);
        (span, EntityId(entity as u32))
    }

    fn place(&mut self) {
        let index = self.dice.below(PLACES.len());
        self.name(PLACES[index], Kind::Location, N_PERSONS + index);
    }

    /// „Hafenamt Klintum“: a place in an organisation.
    fn body(&mut self) {
        let (body, place) = (self.dice.below(BODIES.len()), self.dice.below(PLACES.len()));
        let entity = N_PERSONS + PLACES.len() + body * PLACES.len() + place;
        let words = format!("{} {}", BODIES[body], PLACES[place]);
        let span = self.name(&words, Kind::Organisation, entity);
        let mut inner = self.mentions[self.mentions.len() - 1].clone();
        inner.span = Span::new(span.start() + BODIES[body].len() + 1, span.end());
        inner.kind = Kind::Location;
        inner.entity = Some(EntityId((N_PERSONS + place) as u32));
        self.mentions.push(inner);
    }

    fn statement(
        &mut self,
        kind: StatementKind,
        content: Span,
        cue: Span,
        (span, entity): (Span, EntityId),
    ) {
        let salience = self.dice.below(100) as f32 / 100.0;
        self.statements.push(Statement {
            cue: vec![cue],
            speaker: Some(Voice {
                spans: vec![span],
                entity: Some(entity),
                because: Reason::Subject,
            }),
            inside: None::<StatementId>,
            salience,
            key: 0.9 < salience,
            confidence: Confidence::new(0.8),
            ..Statement::new(kind, vec![content])
        });
    }

    fn sentence(&mut self) {
        let (quote, deed, cue) = (
            self.dice.one_of(&QUOTES),
            self.dice.one_of(&DEEDS),
            self.dice.one_of(&CUES),
        );
        match self.dice.below(4) {
            0 => {
                let content = self.write(&format!("„{quote}“"));
                self.write(", ");
                let cue = self.write(cue);
                self.write(" ");
                let speaker = self.person();
                self.write(" gestern in ");
                self.place();
                self.statement(StatementKind::Direct, content, cue, speaker);
            }
            1 => {
                let speaker = self.person();
                self.write(" vom ");
                self.body();
                self.write(" ");
                let cue = self.write(cue);
                self.write(", ");
                let content = self.write(deed);
                self.statement(StatementKind::Indirect, content, cue, speaker);
            }
            2 => {
                self.write("Zwischen ");
                self.place();
                self.write(" und ");
                self.place();
                self.write(" stand das Wasser am Morgen sehr hoch");
            }
            _ => {
                self.write("Beim ");
                self.body();
                self.write(" und in ");
                self.place();
                self.write(" schwieg man auch am Abend noch");
            }
        }
        self.write(".");
    }
}

const N_PERSONS: usize = FIRST.len() * LAST.len();

fn entities() -> Vec<Entity> {
    let persons = FIRST
        .iter()
        .flat_map(|first| LAST.iter().map(move |last| format!("{first} {last}")));
    let places = PLACES.iter().map(|&place| place.to_owned());
    let bodies = BODIES
        .iter()
        .flat_map(|body| PLACES.iter().map(move |place| format!("{body} {place}")));
    let of_kind = |kind| move |name| Entity::new(name, kind);
    persons
        .map(of_kind(Kind::Person))
        .chain(places.map(of_kind(Kind::Location)))
        .chain(bodies.map(of_kind(Kind::Organisation)))
        .collect()
}

/// An article of at least so many characters: a headline and paragraphs, each with about fifteen names and two statements.
pub fn document(n_characters: usize) -> Document {
    let mut writer = Writer {
        text: String::with_capacity(n_characters + n_characters / 16),
        mentions: Vec::new(),
        statements: Vec::new(),
        dice: Dice(11),
    };
    writer.write("Das Wasser kam in der Nacht");
    while writer.text.len() < n_characters + n_characters / 40 {
        writer.write("\n\n");
        for index in 0..=2 + writer.dice.below(4) {
            if 0 < index {
                writer.write(" ");
            }
            writer.sentence();
        }
    }
    let article = article::from_text(writer.text);
    let mut tokens = Vec::new();
    let mut sentences = Vec::new();
    for (block, found) in article.blocks.iter().enumerate() {
        let mut first = tokens.len();
        let mut at = found.span.start();
        for word in found.span.of(&article.text).split(' ') {
            tokens.push(Token {
                span: Span::new(at, at + word.len()),
            });
            at += word.len() + 1;
            if word.ends_with('.') {
                let end = tokens.len();
                sentences.push(Sentence {
                    tokens: first..end,
                    block,
                });
                first = end;
            }
        }
        if first < tokens.len() {
            sentences.push(Sentence {
                tokens: first..tokens.len(),
                block,
            });
        }
    }
    Document {
        made_by: String::new(),
        article,
        tokens,
        sentences,
        tags: Vec::new(),
        findings: Findings {
            mentions: writer.mentions,
            entities: entities(),
            statements: writer.statements,
            note: String::new(),
        },
    }
}
