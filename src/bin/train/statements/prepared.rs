//! Articles of a quotation corpus, read up to where statements are looked for.

use wortlaut::article::{Block, from_text};
use wortlaut::document::{Mention, Sentence, Tag, Token};
use wortlaut::evaluation::corpora::quotes::{Quote, QuoteArticle};
use wortlaut::german::lexicon::Lexicon;
use wortlaut::learning::sequence::SequenceModel;
use wortlaut::pipeline::names::NameModel;
use wortlaut::pipeline::observations::{Observation, observe};
use wortlaut::pipeline::quotations::{Quotation, quotations};
use wortlaut::pipeline::roles::roles;
use wortlaut::pipeline::segmentation::segment;
use wortlaut::pipeline::statements::content;
use wortlaut::pipeline::statements::context::{Context, Known};
use wortlaut::pipeline::tagging::tag;
use wortlaut::span::Span;

/// What articles are read with.
pub struct Models<'a> {
    /// The full-form lexicon.
    pub lexicon: &'a Lexicon,
    /// Parts of speech.
    pub tagger: &'a SequenceModel,
    /// Names, and clusters of words.
    pub names: &'a NameModel,
}

/// An article of the corpus, read up to its tags.
pub struct Prepared {
    /// The article, with its gold quotations.
    pub article: QuoteArticle,
    blocks: Vec<Block>,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    tags: Vec<Tag>,
    observations: Vec<Observation>,
    quotations: Vec<Quotation>,
    names: Vec<Mention>,
}

impl Prepared {
    /// Reads an article.
    pub fn new(article: QuoteArticle, known: &Models) -> Self {
        let Models {
            lexicon,
            tagger,
            names,
        } = *known;
        let read = from_text(article.text.clone());
        let (tokens, sentences) = segment(&read);
        let observations = observe(&read.text, &tokens, &sentences, lexicon);
        let tags = tag(tagger, &observations, &sentences, |token| {
            tokens[token].span.of(&article.text)
        });
        let quotations = quotations(&read.text, &tokens, &sentences, &read.blocks);
        let mut names = names.names(&article.text, &tokens, &sentences, &tags, lexicon);
        names.extend(roles(&article.text, &tokens, &sentences, &tags, &names));
        Self {
            names,
            article,
            blocks: read.blocks,
            tokens,
            sentences,
            tags,
            observations,
            quotations,
        }
    }

    /// The article as the steps see it.
    pub fn context(&self, models: &Models) -> Context<'_> {
        let known = Known {
            lexicon: models.lexicon,
            knowledge: models.names.knowledge(),
            names: &self.names,
        };
        let text = (
            self.article.text.as_str(),
            self.tokens.as_slice(),
            self.sentences.as_slice(),
            self.blocks.as_slice(),
        );
        Context::new(
            text,
            &self.tags,
            &self.observations,
            &self.quotations,
            known,
        )
    }

    /// Tokens that any of the spans overlaps, sorted.
    pub fn covered(&self, spans: &[Span]) -> Vec<usize> {
        let overlaps = |token: &Token| spans.iter().any(|span| span.overlaps(token.span));
        (0..self.tokens.len())
            .filter(|&index| overlaps(&self.tokens[index]))
            .collect()
    }

    /// Labels 1 for the first and 2 for further tokens of what `pick` picks of every quotation.
    pub fn roles(&self, pick: impl Fn(&Quote) -> &[Span]) -> Vec<u8> {
        let mut labels = vec![0; self.tokens.len()];
        for quote in &self.article.quotes {
            for (rank, token) in self.covered(pick(quote)).into_iter().enumerate() {
                labels[token] = if rank == 0 { 1 } else { labels[token].max(2) };
            }
        }
        labels
    }

    /// Labels of contents, nested ones left out.
    pub fn contents(&self) -> Vec<u8> {
        let mut labels = vec![0; self.tokens.len()];
        for quote in self.article.quotes.iter().filter(|quote| !quote.is_nested) {
            for (rank, token) in self.covered(&quote.content).into_iter().enumerate() {
                labels[token] = content::label(quote.kind, rank == 0);
            }
        }
        labels
    }
}
