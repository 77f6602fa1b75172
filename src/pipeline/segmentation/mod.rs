//! Text → tokens and sentences, block by block. The rules of UAX #29 break German at "Dr." and "3.", so these are ours.

mod sentences;
mod words;

use crate::article::{Article, BlockKind};
use crate::document::{Sentence, Token};

/// Splits an article. A signature such as "(nch/nin)" is no sentence and has no tokens.
pub fn segment(article: &Article) -> (Vec<Token>, Vec<Sentence>) {
    let mut tokens = Vec::with_capacity(article.text.len() / 6);
    let mut all_sentences = Vec::new();
    for (block, found) in article.blocks.iter().enumerate() {
        if found.kind == BlockKind::Signature {
            continue;
        }
        let first = tokens.len();
        words::split(&article.text, found.span, &mut tokens);
        sentences::split(&article.text, &tokens, first, block, &mut all_sentences);
    }
    (tokens, all_sentences)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Source};
    use crate::span::Span;
    use proptest::prelude::*;

    fn paragraph(text: &str) -> Article {
        let span = Span::new(0, text.len());
        let blocks = vec![Block {
            kind: BlockKind::Paragraph,
            span,
        }];
        Article {
            text: text.into(),
            blocks,
            source: Source::default(),
        }
    }

    /// Tokens joined by a space, sentences by " | ".
    fn segmented(text: &str) -> String {
        let article = paragraph(text);
        let (tokens, sentences) = segment(&article);
        let words = |sentence: &Sentence| {
            let words = tokens[sentence.tokens.clone()]
                .iter()
                .map(|token| token.span.of(text));
            words.collect::<Vec<_>>().join(" ")
        };
        sentences.iter().map(words).collect::<Vec<_>>().join(" | ")
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(segmented(text), expected);
    }

    #[test]
    fn ordinals_and_dates_do_not_end_a_sentence() {
        check(
            "Er kam am 8. Dezember an. Sie nicht.",
            "Er kam am 8. Dezember an . | Sie nicht .",
        );
        check(
            "vom 12. Juni 1990. Der Rest",
            "vom 12. Juni 1990 . | Der Rest",
        );
        check("vom 1. bis 3. Mai", "vom 1. bis 3. Mai");
        check(
            "Es waren 30. Die meisten gingen.",
            "Es waren 30 . | Die meisten gingen .",
        );
    }

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        check(
            "Das gilt z. B. für Dr. med. Meyer.",
            "Das gilt z. B. für Dr. med. Meyer .",
        );
        check(
            "Prof. Schulze u.a. wohnen Berliner Str. 5.",
            "Prof. Schulze u.a. wohnen Berliner Str. 5 .",
        );
        check(
            "Siehe S. 225 usw. Der Rest fehlt.",
            "Siehe S. 225 usw. | Der Rest fehlt .",
        );
        check(
            "George W. Bush und J. K. Rowling",
            "George W. Bush und J. K. Rowling",
        );
        check("Z. T. kam er um 15.30 Uhr.", "Z. T. kam er um 15.30 Uhr .");
    }

    #[test]
    fn words_keep_their_inner_marks() {
        check("1.000.000 Euro, 2016/17", "1.000.000 Euro , 2016/17");
        check(
            "U-Bahn-Linie, G-20-Gipfel und 90er-Jahre",
            "U-Bahn-Linie , G-20-Gipfel und 90er-Jahre",
        );
        check(
            "Hin- und Rückweg, 'ne Frau, wie geht's?",
            "Hin- und Rückweg , 'ne Frau , wie geht's ?",
        );
        check(
            "dpa/AFP, www.example.org, info@example.org.",
            "dpa/AFP , www.example.org , info@example.org .",
        );
        check(
            "§ 218, 80 Prozent, 20-jähriger, 5%",
            "§ 218 , 80 Prozent , 20-jähriger , 5 %",
        );
        check("„Spiegel“-Bericht (CDU)", "„ Spiegel “ -Bericht ( CDU )");
        check(
            "Ende.Anfang und https://example.org/a?b=c, so",
            "Ende . | Anfang und https://example.org/a?b=c , so",
        );
    }

    #[test]
    fn direct_speech_stays_in_its_sentence() {
        check(
            "„Lass uns essen!“, sagte sie, „am besten hier.“",
            "„ Lass uns essen ! “ , sagte sie , „ am besten hier . “",
        );
        check(
            "Er sagt leise: „Und auch keine Lust.“ Wir haben Zeit.",
            "Er sagt leise : „ Und auch keine Lust . “ | Wir haben Zeit .",
        );
        check(
            "\"Wer?\" fragte er. \"Ich.\" Sie ging.",
            "\" Wer ? \" fragte er . | \" Ich . \" | Sie ging .",
        );
        check(",,Text\" und ''Text''...", ",, Text \" und '' Text '' ...");
    }

    proptest! {
        #[test]
        fn every_token_is_in_one_sentence(text in "[\\PC\n]{0,120}") {
            let article = paragraph(&text);
            let (tokens, sentences) = segment(&article);
            let mut next = 0;
            for sentence in &sentences {
                prop_assert_eq!(sentence.tokens.start, next);
                prop_assert!(sentence.tokens.start < sentence.tokens.end);
                next = sentence.tokens.end;
            }
            prop_assert_eq!(next, tokens.len());
            let mut end = 0;
            for token in &tokens {
                prop_assert!(end <= token.span.start() && !token.span.is_empty());
                prop_assert!(text.get(token.span.range()).is_some());
                prop_assert!(text[end..token.span.start()].chars().all(words::is_space));
                end = token.span.end();
            }
        }
    }
}
