//! Reviews of texts that offsets stumble over: every format has to get through them.

use std::path::Path;
use std::sync::Arc;

use wortlaut::article::read_bytes;
use wortlaut::document::{
    Confidence, Entity, EntityId, Findings, Form, Kind, Medium, Mention, MentionId, Reason, Stance,
    Statement, StatementId, StatementKind, Verdict, Voice,
};
use wortlaut::pipeline::Pipeline;
use wortlaut::review::{Edit, Review, Stamp};
use wortlaut::span::Span;

/// A review under the name of its article.
pub struct Trap {
    pub name: &'static str,
    pub review: Review,
}

/// All of them, with tokens and sentences.
pub fn all() -> Vec<Trap> {
    let pipeline = Pipeline::embedded().expect("the models in the program are whole");
    let traps = [characters(), forbidden(), layers(), corrected(), bare()];
    let traps = traps.into_iter().map(|(name, bytes, fill, work)| {
        let article = read_bytes(bytes.as_bytes(), Path::new(name)).expect("it is an article");
        let mut document = pipeline.read(article);
        document.findings = fill(document.text());
        let mut review = Review::new(Arc::new(document));
        work(&mut review);
        Trap { name, review }
    });
    traps.collect()
}

type Recipe = (&'static str, String, fn(&str) -> Findings, fn(&mut Review));

/// Characters of several code points, units or none to be seen: emoji with joiners, decomposed letters, soft hyphens,
/// no-break spaces, a line separator, tabs, line ends of two characters.
fn characters() -> Recipe {
    let text = "Unterwegs 🚋🚋🚋\r\n\r\n\
        Die Fahrerin 👩\u{200D}👩\u{200D}👧 Mu\u{308}ller-Lu\u{308}denscheidt traf am 3.\u{A0}Mai Ole\u{A0}Brosamle in Bad\u{AD}stein.\r\n\
        „Wir fahren\twieder 🚋“, rief Mu\u{308}ller-Lu\u{308}denscheidt,\u{2028}„und zwar\u{A0}bald.“\r\n\r\n\
        Laut dem Stra\u{DF}en\u{AD}bahn\u{AD}verein 🏳\u{FE0F}\u{200D}🌈 Badstein e.\u{A0}V. ko\u{308}nne das dauern. =1+1\r\n";
    let fill = |text: &str| {
        let at = Finder(text);
        Findings {
            entities: vec![
                entity("Mu\u{308}ller-Lu\u{308}denscheidt", Kind::Person),
                entity("Ole\u{A0}Brosamle", Kind::Person),
                entity("Bad\u{AD}stein", Kind::Location),
                entity("Stra\u{DF}en\u{AD}bahn\u{AD}verein 🏳\u{FE0F}\u{200D}🌈 Badstein e.\u{A0}V.", Kind::Organisation),
            ],
            mentions: sorted(vec![
                at.mention("👩\u{200D}👩\u{200D}👧 Mu\u{308}ller-Lu\u{308}denscheidt", 0, Kind::Person, Some(0)),
                Mention { entity: None, value: Some("2016-05-03".into()), form: Form::Description,
                    ..at.mention("am 3.\u{A0}Mai", 0, Kind::Date, None) },
                at.mention("Ole\u{A0}Brosamle", 0, Kind::Person, Some(1)),
                at.mention("Bad\u{AD}stein", 0, Kind::Location, Some(2)),
                at.mention("Mu\u{308}ller-Lu\u{308}denscheidt", 1, Kind::Person, Some(0)),
                at.mention("Stra\u{DF}en\u{AD}bahn\u{AD}verein 🏳\u{FE0F}\u{200D}🌈 Badstein e.\u{A0}V.", 0, Kind::Organisation, Some(3)),
            ]),
            statements: vec![
                Statement {
                    content: vec![at.find("„Wir fahren\twieder 🚋“", 0), at.find("„und zwar\u{A0}bald.“", 0)],
                    cue: vec![at.find("rief", 0)],
                    frame: vec![at.find(", rief Mu\u{308}ller-Lu\u{308}denscheidt,", 0)],
                    speaker: Some(at.voice("Mu\u{308}ller-Lu\u{308}denscheidt", 1, Some(0), Reason::Subject)),
                    ..at.statement("rief", StatementKind::Direct)
                },
                Statement {
                    cue: vec![at.find("Laut", 0)],
                    speaker: Some(at.voice("dem Stra\u{DF}en\u{AD}bahn\u{AD}verein 🏳\u{FE0F}\u{200D}🌈 Badstein e.\u{A0}V.", 0, Some(3), Reason::Preposition)),
                    key: true,
                    ..at.statement("ko\u{308}nne das dauern", StatementKind::Indirect)
                },
            ],
            note: String::new(),
        }
    };
    ("zeichen.txt", text.to_owned(), fill, |_| {})
}

/// Characters that XML forbids or has to escape, and words that look like markup.
fn forbidden() -> Recipe {
    let text = "<b>Fahrplan & Co.</b>\n\nDer Verein \u{1}Hin & Her\u{B} sagt: „]]> ist <kein> Ende & \\n auch nicht.“\n\
        A\u{FFFE}nna \"Ännchen\" O'Tool lacht.\n";
    let fill = |text: &str| {
        let at = Finder(text);
        Findings {
            entities: vec![
                entity("Hin & Her", Kind::Organisation),
                entity("Anna \"Ännchen\" O'Tool", Kind::Person),
            ],
            mentions: vec![
                at.mention("\u{1}Hin & Her", 0, Kind::Organisation, Some(0)),
                at.mention("A\u{FFFE}nna \"Ännchen\" O'Tool", 0, Kind::Person, Some(1)),
            ],
            statements: vec![Statement {
                cue: vec![at.find("sagt", 0)],
                speaker: Some(at.voice("Der Verein \u{1}Hin & Her", 0, Some(0), Reason::Subject)),
                note: "<script>alert(\"&\")</script>\n=cmd|' /C calc'!A0".into(),
                ..at.statement(
                    "„]]> ist <kein> Ende & \\n auch nicht.“",
                    StatementKind::Direct,
                )
            }],
            note: String::new(),
        }
    };
    ("verboten.txt", text.to_owned(), fill, |_| {})
}

/// Marks inside marks, across each other, in parts of words; statements inside statements, in three pieces, over two
/// paragraphs; several sources on the way.
fn layers() -> Recipe {
    let text = "Streit um die Brücke\n\n\
        Ein Sprecher der Universität Neustadt sagte der Agentur Blitz, der Rat habe erklärt, die Brücke sei sicher.\n\n\
        „Sie hält“, teilte der Stadtrat Neustadt West später im Hafenfunk mit, „und sie wird halten“, so der Rat, „noch lange.“\n\n\
        Der Neustadt-Kenner Udo Brand zweifelt. Das sei Unsinn.\n\nNoch so ein Unfug.\n";
    ("schichten.txt", text.to_owned(), layered, |_| {})
}

fn layered(text: &str) -> Findings {
    let at = Finder(text);
    let mut compound = at.mention("Neustadt", 2, Kind::Location, Some(1));
    compound.form = Form::Part;
    compound.confidence = Confidence::new(0.5);
    let across = at.find("Das sei Unsinn.\n\nNoch so ein Unfug.", 0);
    Findings {
        entities: vec![
            Entity {
                aliases: vec!["Uni Neustadt".into()],
                ..entity("Universität Neustadt", Kind::Organisation)
            },
            entity("Neustadt", Kind::Location),
            entity("Blitz", Kind::Organisation),
            entity("Stadtrat Neustadt", Kind::Organisation),
            entity("Hafenfunk", Kind::Organisation),
            Entity {
                role: Some("Neustadt-Kenner".into()),
                party: Some("SPD".into()),
                ..entity("Udo Brand", Kind::Person)
            },
        ],
        mentions: sorted(vec![
            at.mention("Universität Neustadt", 0, Kind::Organisation, Some(0)),
            at.mention("Neustadt", 0, Kind::Location, Some(1)),
            at.mention("Blitz", 0, Kind::Organisation, Some(2)),
            at.mention("Stadtrat Neustadt", 0, Kind::Organisation, Some(3)),
            at.mention("Neustadt West", 0, Kind::Location, None),
            at.mention("Hafenfunk", 0, Kind::Organisation, Some(4)),
            Mention {
                form: Form::Description,
                ..at.mention("Neustadt-Kenner", 0, Kind::Role, Some(5))
            },
            compound,
            at.mention("Udo Brand", 0, Kind::Person, Some(5)),
        ]),
        statements: vec![
            Statement {
                cue: vec![at.find("sagte", 0)],
                frame: vec![at.find(
                    "Ein Sprecher der Universität Neustadt sagte der Agentur Blitz,",
                    0,
                )],
                speaker: Some(at.voice(
                    "Ein Sprecher der Universität Neustadt",
                    0,
                    None,
                    Reason::Subject,
                )),
                addressee: Some(at.voice("der Agentur Blitz", 0, Some(2), Reason::Subject)),
                via: vec![at.voice("der Agentur Blitz", 0, Some(2), Reason::Medium)],
                ..at.statement(
                    "der Rat habe erklärt, die Brücke sei sicher",
                    StatementKind::Indirect,
                )
            },
            Statement {
                cue: vec![at.find("habe erklärt", 0)],
                speaker: Some(at.voice("der Rat", 0, Some(3), Reason::Subject)),
                inside: Some(StatementId(0)),
                ..at.statement("die Brücke sei sicher", StatementKind::Indirect)
            },
            Statement {
                content: vec![
                    at.find("„Sie hält“", 0),
                    at.find("„und sie wird halten“", 0),
                    at.find("„noch lange.“", 0),
                ],
                cue: vec![at.find("teilte", 0), at.find("mit", 0)],
                speaker: Some(at.voice("der Stadtrat Neustadt West", 0, Some(3), Reason::Subject)),
                via: vec![
                    at.voice("im Hafenfunk", 0, Some(4), Reason::Medium),
                    at.voice("Blitz", 0, Some(2), Reason::Medium),
                ],
                medium: Medium::Writing,
                stance: Stance::Endorsing,
                salience: 0.75,
                key: true,
                ..at.statement("teilte", StatementKind::Direct)
            },
            Statement {
                content: vec![across],
                confidence: Confidence::new(0.25),
                speaker: Some(at.voice("Udo Brand", 0, Some(5), Reason::CarriedOn)),
                stance: Stance::Distancing,
                ..at.statement("Das sei Unsinn", StatementKind::IndirectFreeIndirect)
            },
        ],
        note: String::new(),
    }
}

/// The same, with a reader's corrections, some of them undone.
fn corrected() -> Recipe {
    let (_, text, fill, _) = layers();
    let work = |review: &mut Review| {
        let edits = [
            Edit::JudgeMention {
                mention: MentionId(0),
                verdict: Verdict::Accepted,
            },
            Edit::JudgeMention {
                mention: MentionId(2),
                verdict: Verdict::Rejected,
            },
            Edit::SetStatementNote {
                statement: StatementId(2),
                note: "nachgefragt;\n\"ja\"".into(),
            },
            Edit::JudgeStatement {
                statement: StatementId(3),
                verdict: Verdict::Rejected,
            },
            Edit::SetArticleNote {
                note: "zweimal gelesen".into(),
            },
            Edit::JudgeStatement {
                statement: StatementId(0),
                verdict: Verdict::Accepted,
            },
        ];
        for (second, edit) in (1_479_988_800..).zip(edits) {
            let at = jiff::Timestamp::from_second(second).expect("a time");
            let stamp = Stamp {
                by: "Ä. Leserin".into(),
                at,
            };
            review.apply(edit, stamp).expect("it fits");
        }
        assert!(review.undo());
    };
    ("berichtigt.txt", text, fill, work)
}

/// Nothing found.
fn bare() -> Recipe {
    (
        "leer.txt",
        "Nichts.\n".to_owned(),
        |_| Findings::default(),
        |_| {},
    )
}

struct Finder<'a>(&'a str);

impl Finder<'_> {
    /// The `nth` place where `words` stand.
    fn find(&self, words: &str, nth: usize) -> Span {
        let found = self.0.match_indices(words).nth(nth);
        let (start, found) = found.unwrap_or_else(|| panic!("not in the text: {words}"));
        Span::new(start, start + found.len())
    }

    fn mention(&self, words: &str, nth: usize, kind: Kind, entity: Option<u32>) -> Mention {
        Mention {
            entity: entity.map(EntityId),
            ..Mention::new(
                self.find(words, nth),
                kind,
                Form::Name,
                Confidence::new(0.75),
            )
        }
    }

    fn voice(&self, words: &str, nth: usize, entity: Option<u32>, because: Reason) -> Voice {
        Voice {
            spans: vec![self.find(words, nth)],
            entity: entity.map(EntityId),
            because,
        }
    }

    fn statement(&self, words: &str, kind: StatementKind) -> Statement {
        Statement {
            salience: 0.5,
            confidence: Confidence::new(0.875),
            ..Statement::new(kind, vec![self.find(words, 0)])
        }
    }
}

fn entity(name: &str, kind: Kind) -> Entity {
    Entity::new(name, kind)
}

fn sorted(mut mentions: Vec<Mention>) -> Vec<Mention> {
    mentions.sort_by_key(|mention| (mention.span.start(), std::cmp::Reverse(mention.span.end())));
    mentions
}
