//! Findings that were read with one text, laid on the article itself.

use std::sync::Arc;

use super::{Gathering, Imported, Misfit, Refusal, Unfit};
use crate::article::Article;
use crate::document::{Document, Findings, Mention, Statement, Voice};
use crate::review::anchoring::Anchoring;
use crate::review::transfer::transfer;
use crate::review::{Review, Stamp};
use crate::span::Span;

/// Less than this share of the shorter text in the other one, and they are two articles.
const LEAST_SHARED: f32 = 0.2;

/// The same findings and corrections on `article`. Where its text is another, places are found by their words and those
/// around them; what is nowhere is told.
pub fn lay(mut imported: Imported, article: Article) -> Result<Imported, Refusal> {
    let old = &imported.review;
    if old.document().text() == article.text {
        imported.review = on_same_text(old, article)?;
        return Ok(imported);
    }
    let mut laying = Laying {
        anchoring: Anchoring::new(old.document().text(), &article.text),
        old_text: old.document().text(),
        unfit: Vec::new(),
    };
    if laying.anchoring.shared() < LEAST_SHARED {
        return Err(Refusal::OtherText);
    }
    let found = &old.document().findings;
    let laid = laying
        .findings(found)
        .finish(article, old.document().made_by.clone());
    let (review, report) = transfer(old, laid.shared_document()).map_err(|_| Refusal::OtherText)?;
    let lost = report.lost.into_iter().map(|lost| Unfit {
        place: "correction".into(),
        reason: Misfit::NotFound,
        words: lost.quote,
    });
    let unfit = laying.unfit.into_iter().chain(lost);
    imported.unfit.extend(unfit);
    imported.review = review;
    Ok(imported)
}

/// Nothing moves: only what is known of the file is that of the article.
fn on_same_text(old: &Review, article: Article) -> Result<Review, Refusal> {
    let steps = old.steps().iter();
    let steps: Vec<(_, Stamp)> = steps
        .map(|step| (step.edit.clone(), step.stamp.clone()))
        .collect();
    let document = Document {
        article,
        ..old.document().clone()
    };
    let review = Review::restore(Arc::new(document), steps, old.cursor());
    review.map_err(|error| Refusal::damaged("corrections", error.to_string()))
}

struct Laying<'a> {
    anchoring: Anchoring,
    old_text: &'a str,
    unfit: Vec<Unfit>,
}

impl Laying<'_> {
    fn findings(&mut self, found: &Findings) -> Gathering {
        let mut gathering = Gathering::default();
        for entity in &found.entities {
            gathering.entity(entity.clone());
        }
        for (number, mention) in (1..).zip(&found.mentions) {
            match self.anchoring.place(mention.span).span() {
                Some(span) => gathering.mention(Mention {
                    span,
                    ..mention.clone()
                }),
                None => self.miss(format!("mention {number}"), mention.span),
            }
        }
        for (number, statement) in (1..).zip(&found.statements) {
            let content = self.spans(&statement.content);
            if content.is_empty() {
                self.miss(format!("statement {number}"), statement.extent());
            }
            // One without words is let go of at the end; until then it keeps the numbers of the others.
            gathering.statement(Statement {
                content,
                cue: self.spans(&statement.cue),
                frame: self.spans(&statement.frame),
                speaker: (statement.speaker.as_ref()).map(|voice| self.voice(voice)),
                addressee: (statement.addressee.as_ref()).map(|voice| self.voice(voice)),
                via: (statement.via.iter())
                    .map(|voice| self.voice(voice))
                    .collect(),
                ..statement.clone()
            });
        }
        gathering.note(found.note.clone());
        gathering
    }

    fn miss(&mut self, place: String, span: Span) {
        self.unfit.push(Unfit {
            place,
            reason: Misfit::NotFound,
            words: span.of(self.old_text).to_owned(),
        });
    }

    fn spans(&mut self, spans: &[Span]) -> Vec<Span> {
        let places = spans
            .iter()
            .filter_map(|&span| self.anchoring.place(span).span());
        places.collect()
    }

    fn voice(&mut self, voice: &Voice) -> Voice {
        Voice {
            spans: self.spans(&voice.spans),
            ..voice.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::from_text;
    use crate::view::sample;

    fn imported() -> Imported {
        Imported {
            review: Review::new(sample::document().into()),
            unfit: Vec::new(),
        }
    }

    #[test]
    fn on_the_same_text_only_the_source_is_another() {
        let mut article = from_text(sample::document().text().to_owned());
        article.source.url = Some("https://example.org/bruecke".into());
        let laid = lay(imported(), article).expect("it fits");
        assert_eq!(laid.review.findings(), &sample::document().findings);
        assert!(laid.review.document().article.source.url.is_some());
    }

    #[test]
    fn on_another_version_places_are_found_and_what_is_gone_is_told() {
        let old = sample::document();
        let text = old
            .text()
            .replace("in Neustadt", "heute")
            .replace("„Wir", "Vorab: „Wir");
        let laid = lay(imported(), from_text(text.clone())).expect("it fits");
        let findings = laid.review.findings();
        assert_eq!(findings.mentions.len(), old.findings.mentions.len() - 1);
        assert!(
            findings
                .mentions
                .iter()
                .any(|mention| mention.span.of(&text) == "Kurt Weide")
        );
        assert_eq!(findings.statements.len(), old.findings.statements.len());
        assert_eq!(laid.unfit.len(), 1);
        assert_eq!(laid.unfit[0].words, "Neustadt");
    }

    #[test]
    fn another_article_is_refused() {
        let article = from_text(
            "Ganz und gar andere Worte stehen hier, und kein einziges davon passt.".into(),
        );
        assert!(matches!(lay(imported(), article), Err(Refusal::OtherText)));
    }
}
