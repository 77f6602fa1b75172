//! Where the speaker behind »nach Angaben …« ends and what is said goes on.
//!
//! In „Der Hafen wird nach Angaben der Landesregierung teurer“ nothing but grammar tells the two from each other, and labels for
//! speakers and for contents, given one by one, may both take the same words.

use std::collections::BTreeSet;

use super::assembly::Draft;
use super::context::Context;
use crate::document::{PartOfSpeech, Reason, StatementKind};

/// Gives words that are both of a speaker and of what is said to one of them. What holds another statement stays as it is.
pub(super) fn part_all(context: &Context, drafts: &mut [Draft]) {
    let outer: BTreeSet<usize> = drafts.iter().filter_map(|draft| draft.inside).collect();
    for (index, draft) in drafts.iter_mut().enumerate() {
        if !outer.contains(&index) {
            part(context, draft);
        }
    }
}

fn part(context: &Context, draft: &mut Draft) {
    let Some((speaker, Reason::Preposition)) = &mut draft.speaker else {
        return;
    };
    let is_said = |token: usize| draft.tokens.binary_search(&token).is_ok();
    let Some(shared) = speaker.iter().position(|&token| is_said(token)) else {
        return;
    };
    let is_all_said = speaker.iter().all(|&token| is_said(token));
    let is_left = |&token: &usize| !speaker.contains(&token) && !context.is_mark(token);
    let is_nothing_left = !draft.tokens.iter().any(is_left);
    if draft.kind != StatementKind::Indirect || is_all_said || is_nothing_left {
        return;
    }
    let goes_on = speaker[shared..].iter().all(|&token| is_said(token));
    if 0 < shared && goes_on && begins_anew(context, speaker[shared - 1], speaker[shared]) {
        speaker.truncate(shared);
    } else {
        draft.tokens.retain(|token| !speaker.contains(token));
    }
}

/// Whether another noun phrase begins here: „nach ersten Angaben | vier Menschen“, but „nach Angaben | der Polizei“.
fn begins_anew(context: &Context, before: usize, first: usize) -> bool {
    use PartOfSpeech as P;
    let word = context.word(first).to_lowercase();
    match context.part(first) {
        P::Article | P::Possessive | P::Determiner => {
            !word.ends_with("es") && !word.ends_with("er")
        }
        P::Numeral => true,
        P::Preposition => word != "von",
        P::Noun => context.part(before) == P::Noun,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::article::from_text;
    use crate::pipeline::Pipeline;

    fn check(pipeline: &Pipeline, text: &str, content: &str, speaker: &str) {
        let document = pipeline.read(from_text(text.to_owned()));
        let said = &document.findings.statements[0];
        assert_eq!(said.text(document.text()), content);
        let voice = said.speaker.as_ref().expect("somebody says it");
        assert_eq!(voice.spans[0].of(document.text()), speaker);
    }

    #[test]
    fn no_word_is_both_of_the_speaker_and_said() {
        let pipeline = Pipeline::embedded().expect("the models are whole");
        check(
            &pipeline,
            "Der Ausbau des Hafens wird nach Angaben der Landesregierung teurer als geplant.",
            "Der Ausbau des Hafens wird … teurer als geplant",
            "Angaben der Landesregierung",
        );
        check(
            &pipeline,
            "Die Brücke ist nach Angaben des Ministeriums seit Montag gesperrt.",
            "Die Brücke ist … seit Montag gesperrt",
            "Angaben des Ministeriums",
        );
    }
}
