//! brat standoff over the traps.

use std::path::Path;

use wortlaut::exchange::format::Input;
use wortlaut::exchange::{Extract, Format};

use crate::traps;

#[test]
fn everything_that_is_shown_comes_back() {
    for trap in traps::all() {
        let (files, _) = Format::BRAT.write(&Extract::whole(&trap.review));
        let reading = Format::BRAT.reading().expect("it can be read");
        let article = &trap.review.document().article;
        assert_eq!(files[0].bytes, article.text.as_bytes(), "{}", trap.name);
        let input = Input {
            path: Path::new("artikel.ann"),
            bytes: &files[1].bytes,
            article: Some(article),
        };
        let imported = (reading.read)(&input).expect("it is ours");
        assert_eq!(imported.unfit, [], "{}", trap.name);
        let (ours, back) = (trap.review.findings(), imported.review.findings());
        let mentions = ours.shown_mentions().map(|(_, mention)| mention);
        assert_eq!(back.mentions.len(), ours.shown_mentions().count());
        for (ours, back) in mentions.zip(&back.mentions) {
            assert_eq!(
                (ours.span, ours.kind, ours.form),
                (back.span, back.kind, back.form)
            );
            assert_eq!(
                (&ours.value, ours.verdict, &ours.note),
                (&back.value, back.verdict, &back.note)
            );
            let name = |id| trap.review.findings().entity(id);
            let name_back = |id| imported.review.findings().entity(id);
            assert_eq!(
                ours.entity.map(name),
                back.entity.map(name_back),
                "{}",
                trap.name
            );
        }
        let statements = ours.shown_statements().map(|(_, statement)| statement);
        assert_eq!(back.statements.len(), ours.shown_statements().count());
        for (ours, back) in statements.zip(&back.statements) {
            assert_eq!(
                (ours.kind, &ours.content, &ours.cue),
                (back.kind, &back.content, &back.cue)
            );
            assert_eq!(
                (ours.key, ours.medium, ours.stance),
                (back.key, back.medium, back.stance)
            );
            assert_eq!(
                (ours.salience, ours.confidence),
                (back.salience, back.confidence)
            );
            assert_eq!((ours.verdict, &ours.note), (back.verdict, &back.note));
            let spans = |voice: &Option<wortlaut::document::Voice>| {
                voice
                    .as_ref()
                    .map(|voice| (voice.spans.clone(), voice.because))
            };
            assert_eq!(spans(&ours.speaker), spans(&back.speaker), "{}", trap.name);
            assert_eq!(
                spans(&ours.addressee),
                spans(&back.addressee),
                "{}",
                trap.name
            );
            assert_eq!(ours.via.len(), back.via.len(), "{}", trap.name);
            assert_eq!(ours.inside, back.inside, "{}", trap.name);
        }
    }
}
