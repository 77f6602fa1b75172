//! `Article` → `Document`, one file per step. Nothing here can fail: doubt is a low confidence.

pub mod dates;
pub mod entities;
mod foreign;
pub mod names;
pub mod observations;
pub mod personal;
pub mod pronouns;
pub mod quotations;
pub mod roles;
pub mod salience;
#[cfg(test)]
mod sample;
pub mod segmentation;
pub mod spelling;
pub mod statements;
pub mod tagging;
pub mod turns;
pub mod via;
pub mod voices;
pub mod words;

use sha2::{Digest, Sha256};

use crate::article::{Article, Language};
use crate::document::{Document, Findings};
use crate::german::lexicon::Lexicon;
use crate::german::personal_lexicon::PersonalLexicon;
use crate::learning::model_file::{Damaged, Reader, unpack};
use crate::learning::sequence::SequenceModel;
use names::NameModel;
use observations::Observation;
use statements::StatementFinder;
use statements::context::{Context, Known};
use words::Words;

/// All models and lexicons, loaded once, used for every article.
#[derive(Debug)]
pub struct Pipeline {
    lexicon: Lexicon,
    tagging: SequenceModel,
    names: NameModel,
    statements: StatementFinder,
    /// "wortlaut 0.1.0, models 1a2b3c4d".
    version: String,
}

/// The packed model files.
#[derive(Clone, Copy, Debug)]
pub struct ModelFiles<'a> {
    /// The full-form lexicon.
    pub lexicon: &'a [u8],
    /// Part of speech and mood.
    pub tagging: &'a [u8],
    /// Names.
    pub names: &'a [u8],
    /// Cues, contents and speakers.
    pub statements: &'a [u8],
}

/// Why a model cannot be used: a damaged binary.
#[derive(Debug, thiserror::Error)]
#[error("the {model} model inside the program is damaged ({reason}); install the program anew")]
pub struct ModelError {
    model: &'static str,
    reason: Damaged,
}

impl Pipeline {
    /// Loads the models that are built into the program.
    pub fn embedded() -> Result<Self, ModelError> {
        Self::new(ModelFiles {
            lexicon: include_bytes!("../../assets/models/lexicon.model"),
            tagging: include_bytes!("../../assets/models/tagging.model"),
            names: include_bytes!("../../assets/models/names.model"),
            statements: include_bytes!("../../assets/models/statements.model"),
        })
    }

    /// Loads models from files, side by side where there is more than one core.
    pub fn new(files: ModelFiles) -> Result<Self, ModelError> {
        std::thread::scope(|scope| {
            let names = scope.spawn(|| load("names", files.names, NameModel::read_from));
            let version = scope.spawn(|| version(files));
            let tagging = scope.spawn(|| load("tagging", files.tagging, SequenceModel::read));
            let lexicon = load("lexicon", files.lexicon, Lexicon::read)?;
            let statements = load("statements", files.statements, StatementFinder::read)?;
            Ok(Self {
                lexicon,
                tagging: joined(tagging)?,
                names: joined(names)?,
                statements,
                version: joined(version),
            })
        })
    }

    /// Reads an article.
    pub fn read(&self, article: Article) -> Document {
        self.read_with(article, &PersonalLexicon::default())
    }

    /// Only the words of an article: tokens, sentences, tags, and no findings.
    pub fn words(&self, article: Article) -> Document {
        self.observed(article).0
    }

    fn observed(&self, article: Article) -> (Document, Vec<Observation>) {
        let text = article.text.as_str();
        let (tokens, sentences) = segmentation::segment(&article);
        let observations = observations::observe(text, &tokens, &sentences, &self.lexicon);
        let tags = tagging::tag(&self.tagging, &observations, &sentences, |token| {
            tokens[token].span.of(text)
        });
        let document = Document {
            article,
            tokens,
            sentences,
            tags,
            findings: Findings::default(),
            made_by: self.version.clone(),
        };
        (document, observations)
    }

    /// Reads an article as the reader has taught; as [`Self::read`] does where that is nothing.
    pub fn read_with(&self, mut article: Article, personal: &PersonalLexicon) -> Document {
        let Some(restored) = spelling::restored(&article.text, &self.lexicon) else {
            return self.read_spelt(article, None, personal);
        };
        let original = std::mem::replace(&mut article.text, restored);
        let mut document = self.read_spelt(article, Some(&original), personal);
        spelling::respell(&mut document.findings, &original);
        document.article.text = original;
        document
    }

    /// Reads an article in the usual spelling; `original` is how it is spelt, if otherwise.
    fn read_spelt(
        &self,
        article: Article,
        original: Option<&str>,
        personal: &PersonalLexicon,
    ) -> Document {
        let (document, observations) = self.observed(article);
        let Document {
            article,
            tokens,
            sentences,
            tags,
            ..
        } = document;
        let text = article.text.as_str();

        let mut mentions = self
            .names
            .names(text, &tokens, &sentences, &tags, &self.lexicon);
        if article.source.language != Language::German {
            foreign::drop_sentences(text, &mut mentions);
        }
        let words = Words {
            text,
            tokens: &tokens,
            sentences: &sentences,
            tags: &tags,
            lexicon: &self.lexicon,
        };
        let turns = crate::article::turns(&article);
        turns::name_labels(words, &turns, &mut mentions);
        // What the reader teaches is spelt as in the article.
        let as_written = Words {
            text: original.unwrap_or(text),
            ..words
        };
        let told = personal::teach(as_written, personal, &mut mentions);
        let nested = self.names.nested(text, &tokens, &mentions, &self.lexicon);
        let nested = told.nested(nested);
        let roles = roles::roles(text, &tokens, &sentences, &tags, &mentions);
        let mut known_names = mentions.clone();
        known_names.extend_from_slice(&roles);
        let dates = dates::dates(words, &article.source, &mentions);
        mentions.extend(nested.into_iter().chain(roles).chain(dates));
        let (mut mentions, entities) = entities::entities(words, mentions, &told);

        let quotations = quotations::quotations(text, &tokens, &sentences, &article.blocks);
        let words = (
            text,
            tokens.as_slice(),
            sentences.as_slice(),
            article.blocks.as_slice(),
        );
        let known = Known {
            lexicon: &self.lexicon,
            knowledge: self.names.knowledge(),
            names: &known_names,
        };
        let mut context = Context::new(words, &tags, &observations, &quotations, known);
        context.deny(personal.denied(&self.lexicon), &self.lexicon);
        let mut statements = self.statements.find(&context);
        turns::speak(&context, &turns, &mut statements);
        pronouns::add(&context, &mut mentions, &entities);
        voices::link(&context, &mentions, &entities, &mut statements);
        via::add(&context, &mentions, &entities, &mut statements);
        salience::weigh(
            &context,
            &article,
            entities.len(),
            (&mentions, &turns::questions(&turns)),
            &mut statements,
        );

        let findings = Findings {
            mentions,
            entities,
            statements,
            note: String::new(),
        };
        Document {
            article,
            tokens,
            sentences,
            tags,
            findings,
            made_by: self.version.clone(),
        }
    }
}

/// The program with the version of its models: the first digits of their SHA-256.
fn version(files: ModelFiles) -> String {
    let mut digest = Sha256::new();
    for file in [files.lexicon, files.tagging, files.names, files.statements] {
        digest.update(file);
    }
    let first = digest.finalize();
    let first = u32::from_be_bytes([first[0], first[1], first[2], first[3]]);
    format!("wortlaut {}, models {first:08x}", env!("CARGO_PKG_VERSION"))
}

fn load<T>(
    model: &'static str,
    packed: &[u8],
    read: impl Fn(&mut Reader) -> Result<T, Damaged>,
) -> Result<T, ModelError> {
    let contents = unpack(packed).map_err(|reason| ModelError { model, reason })?;
    read(&mut Reader::new(&contents)).map_err(|reason| ModelError { model, reason })
}

/// What a thread has come to; if it has panicked, so does this one.
fn joined<T>(thread: std::thread::ScopedJoinHandle<T>) -> T {
    thread
        .join()
        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}
