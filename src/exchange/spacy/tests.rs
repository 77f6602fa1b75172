//! What is written, held against what spaCy asks of a document.

use proptest::prelude::*;

use super::*;
use crate::review::{Review, arbitrary};

fn written(review: &Review) -> (Value, Losses) {
    let mut losses = Losses::default();
    let bytes = write(&Extract::whole(review), &mut losses);
    (serde_json::from_slice(&bytes).expect("it is JSON"), losses)
}

fn range(value: &Value) -> std::ops::Range<usize> {
    let at = |key: &str| value[key].as_u64().expect("a number") as usize;
    at("start")..at("end")
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn tokens_cover_the_text_but_for_one_space_after_each(review in arbitrary::review()) {
        let (data, _) = written(&review);
        let characters: Vec<char> = review.document().text().chars().collect();
        let mut at = 0;
        for token in list(&data["tokens"]) {
            let token = range(token);
            prop_assert!(token.start == at || token.start == at + 1 && characters[at] == ' ');
            let n_spaces = characters[token.clone()].iter().filter(|&&c| super::super::words::is_space(c)).count();
            prop_assert!(n_spaces == 0 || n_spaces == token.len());
            at = token.end;
        }
        prop_assert_eq!(at, characters.len());
    }

    #[test]
    fn marks_consist_of_tokens_and_none_is_missing(review in arbitrary::review()) {
        let (data, losses) = written(&review);
        let starts: Vec<usize> = list(&data["tokens"]).map(|token| range(token).start).collect();
        let ends: Vec<usize> = list(&data["tokens"]).map(|token| range(token).end).collect();
        let groups = data["spans"].as_object().expect("an object").values();
        for mark in groups.flat_map(list).chain(list(&data["ents"])).chain(list(&data["sents"])) {
            let mark = range(mark);
            prop_assert!(starts.contains(&mark.start) && ends.contains(&mark.end));
        }
        let lost = losses.iter().find(|(loss, _)| *loss == Loss::Mentions);
        let lost = lost.map_or(0, |(_, lost)| lost.count);
        let n_mentions = list(&data["spans"]["mentions"]).count();
        prop_assert_eq!(n_mentions, list(&data["wortlaut"]["mentions"]).count());
        prop_assert_eq!(n_mentions + lost, review.findings().shown_mentions().count());
        let mut end = 0;
        for entity in list(&data["ents"]) {
            prop_assert!(end <= range(entity).start);
            end = range(entity).end;
        }
    }
}

#[test]
fn statements_know_their_speakers() {
    let review = Review::new(crate::view::sample::document().into());
    let (data, _) = written(&review);
    let first = &data["spans"]["statements"][0];
    assert_eq!(
        (&first["label"], &first["kb_id"]),
        (&"direct".into(), &"s1".into())
    );
    let statement = &data["wortlaut"]["statements"][0];
    assert_eq!(statement["speaker"]["name"], "Erika Ohnesorg");
    assert_eq!(statement["speaker"]["entity"], "e1");
}
