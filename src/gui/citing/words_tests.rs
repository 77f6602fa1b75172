//! Citations of the sample, in both languages.

use std::sync::Arc;

use super::*;
use crate::gui::i18n::Language;
use crate::review::Review;
use crate::view::sample;

fn opened(change: impl FnOnce(&mut crate::document::Document)) -> Opened {
    let mut document = sample::document();
    change(&mut document);
    Opened::new(
        Arc::new(Review::new(Arc::new(document))),
        "a.txt".to_owned(),
        1,
    )
}

fn plain(opened: &Opened, cited: Cited, language: Language) -> String {
    clip(opened, &[cited], Form::Citation, &Texts::new(language))
        .0
        .text
}

#[test]
fn a_citation_says_who_how_and_where() {
    let opened = opened(|document| {
        let source = &mut document.article.source;
        source.title = Some("Die Brücke".to_owned());
        source.byline = Some("Anna Beispiel".to_owned());
        source.date = Some("2024-05-03T10:00:00+02:00".to_owned());
        source.url = Some("https://www.neustadt.example/bruecke".to_owned());
        source.path = Some("artikel/bruecke.html".into());
    });
    let said = |id, language| plain(&opened, Cited::Statement(StatementId(id)), language);
    let source = "Quelle: Anna Beispiel: Die Brücke. In: neustadt.example, 3. Mai 2024, \
                  https://www.neustadt.example/bruecke. Datei: bruecke.html.";
    assert_eq!(
        said(0, Language::German),
        format!("„Wir bauen die Brücke“ – Erika Ohnesorg (Bürgermeisterin). {source}")
    );
    assert_eq!(
        said(1, Language::German),
        format!("Erika Ohnesorg (Bürgermeisterin), sinngemäß: der Bau sei bezahlt. {source}")
    );
    assert_eq!(
        said(2, Language::German),
        format!("Laut Stadtwerke, sinngemäß: beginnen die Arbeiten im Mai. {source}")
    );
    let english = said(1, Language::English);
    assert!(english.starts_with("Erika Ohnesorg (Bürgermeisterin), paraphrased: der Bau"));
    assert!(english.contains("3 May 2024"), "{english}");
}

#[test]
fn what_came_through_an_agency_is_quoted_from_it() {
    let opened = opened(|document| {
        document.article.source.agencies = vec!["dpa".to_owned()];
    });
    let said = |id, language| plain(&opened, Cited::Statement(StatementId(id)), language);
    assert_eq!(
        said(0, Language::German),
        "„Wir bauen die Brücke“ – Erika Ohnesorg (Bürgermeisterin), zit. nach dpa."
    );
    assert_eq!(
        said(2, Language::German),
        "Laut Stadtwerke, zit. nach dpa, sinngemäß: beginnen die Arbeiten im Mai."
    );
    let english = said(0, Language::English);
    assert!(english.contains("quoted from dpa"), "{english}");
}

#[test]
fn words_of_a_statement_are_its_speakers_and_others_the_articles() {
    let opened = opened(|_| ());
    let text = opened.document().text().to_owned();
    let span = |words: &str| {
        let start = text.find(words).expect("the words stand in the text");
        Span::new(start, start + words.len())
    };
    let cite = |cited| plain(&opened, cited, Language::German);
    let part = Cited::Part(StatementId(0), span("die Brücke"));
    assert_eq!(
        cite(part),
        "„die Brücke“ – Erika Ohnesorg (Bürgermeisterin)."
    );
    assert_eq!(
        cite(Cited::Words(span("sagte Bürgermeisterin"))),
        "„sagte Bürgermeisterin“"
    );
    let two = span("in Neustadt.\nOhnesorg");
    assert_eq!(cite(Cited::Words(two)), "„in Neustadt.\nOhnesorg“");
    assert_eq!(cite(Cited::Statement(StatementId(9))), "");
}

#[test]
fn nobody_known_is_said_to_be_unknown() {
    let opened = opened(|document| document.findings.statements[2].via.clear());
    let said = plain(&opened, Cited::Statement(StatementId(2)), Language::German);
    assert!(
        said.starts_with("Sprecher unbekannt, sinngemäß: beginnen"),
        "{said}"
    );
}

#[test]
fn all_that_is_listed_has_one_source_at_the_end() {
    let opened = opened(|document| document.article.source.title = Some("Die Brücke".to_owned()));
    let all = [0, 1, 2].map(|id| Cited::Statement(StatementId(id)));
    let texts = Texts::new(Language::German);
    let (clip, n) = clip(&opened, &all, Form::Markdown, &texts);
    assert_eq!((n, clip.html), (3, None));
    assert!(
        clip.text
            .starts_with("> „Wir bauen die Brücke“\n>\n> – Erika")
    );
    assert!(
        clip.text.ends_with("\n\nQuelle: *Die Brücke*.\n"),
        "{}",
        clip.text
    );
}

#[test]
fn dates_are_in_words_where_they_are_dates() {
    let texts = Texts::new(Language::German);
    assert_eq!(date("2024-05-03", &texts), "3. Mai 2024");
    assert_eq!(date("2024-13-03", &texts), "2024-13-03");
    assert_eq!(date("2024-00-03", &texts), "2024-00-03");
    assert_eq!(date("Mai 2024", &texts), "Mai 2024");
    assert_eq!(date("gestern früh", &texts), "gestern früh");
    assert_eq!(date("", &texts), "");
}
