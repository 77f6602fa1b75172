//! Which cue and which speaker belong to which content.

use std::ops::Range;

use super::Layers;
use super::assembly::Draft;
use super::context::Context;
use super::sources::source;
use super::subjects::subject;
use crate::document::{PartOfSpeech, Reason, StatementKind};
use crate::german::media::channel;

/// Links contents to cues and speakers.
pub(super) struct Linking<'a> {
    context: &'a Context<'a>,
    layers: &'a Layers,
    /// Words that announce together, in text order.
    groups: &'a [Vec<usize>],
    /// Words that name speakers, in text order.
    speakers: Vec<Range<usize>>,
}

impl<'a> Linking<'a> {
    /// Gathers what can be linked.
    pub fn new(context: &'a Context<'a>, layers: &'a Layers, groups: &'a [Vec<usize>]) -> Self {
        Self {
            context,
            layers,
            groups,
            speakers: speaker_spans(context, layers),
        }
    }

    /// Gives a statement its cue and speaker, unless it has them; `before` are the statements before it.
    pub fn link(&self, draft: &mut Draft, before: &[Draft]) {
        if draft.cue.is_empty() {
            draft.cue = self.cue_of(draft);
        }
        if draft.speaker.is_none() {
            draft.speaker = self.speaker_of(draft, before);
        }
    }

    fn sentence(&self, token: usize) -> u32 {
        self.context.words[token].sentence
    }

    fn clauses_between(&self, a: usize, b: usize) -> u32 {
        self.context.words[a]
            .clause
            .abs_diff(self.context.words[b].clause)
    }

    /// Groups of cues in the sentences `first..=last`.
    fn groups_in(&self, first: u32, last: u32) -> impl Iterator<Item = &'a Vec<usize>> {
        let start = self
            .groups
            .partition_point(|group| self.sentence(group[0]) < first);
        let groups = self.groups;
        groups[start..]
            .iter()
            .take_while(move |group| self.sentence(group[0]) <= last)
    }

    /// Speakers in the sentences `first..=last`.
    pub fn speakers_in(&self, first: u32, last: u32) -> impl Iterator<Item = &Range<usize>> {
        let start = self
            .speakers
            .partition_point(|span| self.sentence(span.start) < first);
        self.speakers[start..]
            .iter()
            .take_while(move |span| self.sentence(span.start) <= last)
    }

    /// The cue of a direct or indirect statement: the nearest in its sentences, or the one that leads up to it.
    fn cue_of(&self, draft: &Draft) -> Vec<usize> {
        let (first, last) = (draft.first(), draft.last());
        let (first_sentence, last_sentence) = (self.sentence(first), self.sentence(last));
        let distance = |group: &&Vec<usize>| {
            let cue = group[0];
            let clauses = self
                .clauses_between(first, cue)
                .min(self.clauses_between(last, cue));
            (clauses, cue.abs_diff(first).min(cue.abs_diff(last)))
        };
        let near = self
            .groups_in(first_sentence, last_sentence)
            .filter(|group| !draft.says(group[0]));
        match (draft.kind, near.min_by_key(distance)) {
            (StatementKind::Direct | StatementKind::Indirect, Some(nearest)) => nearest.clone(),
            (StatementKind::Direct, None) => self.leading_up(first_sentence).unwrap_or_default(),
            (StatementKind::Indirect, None) => self.likeliest_cue(draft).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// "Er sagte: „…“", where the colon ends its sentence.
    fn leading_up(&self, sentence: u32) -> Option<Vec<usize>> {
        let before = sentence.checked_sub(1)?;
        let group = self.groups_in(before, before).last()?;
        let end = self.context.sentence_of(group[0]).end;
        (self.context.word(end - 1) == ":").then(|| group.clone())
    }

    fn likeliest_cue(&self, draft: &Draft) -> Option<usize> {
        const LEAST: f32 = 0.05;
        let probability = |token: usize| self.layers.cue_probability[token];
        let outside = self
            .context
            .sentence_of(draft.first())
            .filter(|&token| !draft.says(token));
        let likeliest = outside.max_by(|&a, &b| probability(a).total_cmp(&probability(b)));
        likeliest.filter(|&token| LEAST < probability(token))
    }

    /// Who says it.
    fn speaker_of(&self, draft: &Draft, before: &[Draft]) -> Option<(Vec<usize>, Reason)> {
        let found = |span: Range<usize>, because| Some((span.collect(), because));
        let carried = || {
            let speaker = before.iter().rev().find_map(|draft| draft.speaker.clone());
            speaker.map(|(tokens, _)| (tokens, Reason::CarriedOn))
        };
        let sentence = self.sentence(draft.first());
        if let Some(&cue) = draft.cue.first() {
            return match self.speaker_for_cue(draft, cue) {
                Some(span) => found(span.clone(), self.reason(cue, &span)),
                None if draft.kind == StatementKind::Direct || self.refers_back(cue) => carried(),
                None => None,
            };
        }
        match draft.kind {
            StatementKind::Reported => {
                let own = self
                    .speakers_in(sentence, sentence)
                    .find(|span| draft.says(span.start))
                    .cloned();
                let own = own.or_else(|| {
                    self.likeliest_speaker(self.context.sentence_of(draft.first()), |_| true)
                });
                found(own?, Reason::Sentence)
            }
            StatementKind::Indirect => {
                let own = self.speakers_in(sentence, sentence).next().cloned();
                own.map_or_else(carried, |span| found(span, Reason::Nearest))
            }
            StatementKind::Direct
            | StatementKind::FreeIndirect
            | StatementKind::IndirectFreeIndirect => carried(),
        }
    }

    /// "demnach", "danach": what the speaker before has said.
    fn refers_back(&self, cue: usize) -> bool {
        use PartOfSpeech as P;
        matches!(
            self.context.part(cue),
            P::PronominalAdverb | P::Adverb | P::QuestionAdverb
        )
    }

    /// The speaker nearest to the cue in its sentence, outside what is said; else the likeliest words there.
    fn speaker_for_cue(&self, draft: &Draft, cue: usize) -> Option<Range<usize>> {
        if let Some(noun) = source(self.context, cue) {
            let fits = |span: &&Range<usize>| span.start < noun.end && noun.start < span.end;
            let sentence = self.sentence(cue);
            let labelled = self.speakers_in(sentence, sentence).find(fits).cloned();
            let is_part = |span: &Range<usize>| noun.start <= span.start && span.end <= noun.end;
            return labelled.filter(|span| !is_part(span)).or(Some(noun));
        }
        let sentence = self.sentence(cue);
        let distance = |span: &&Range<usize>| {
            (
                self.clauses_between(span.start, cue),
                span.start.abs_diff(cue),
            )
        };
        let outside = self
            .speakers_in(sentence, sentence)
            .filter(|span| !draft.says(span.start));
        if let Some(nearest) = outside.min_by_key(distance) {
            return Some(nearest.clone());
        }
        let likeliest =
            self.likeliest_speaker(self.context.sentence_of(cue), |token| !draft.says(token));
        let likeliest = likeliest.or_else(|| self.document(draft, cue));
        let likeliest = likeliest.or_else(|| {
            self.speakers_in(sentence, sentence)
                .min_by_key(distance)
                .cloned()
        });
        likeliest.or_else(|| {
            let subject = subject(self.context, cue)?;
            let is_said = subject.clone().any(|token| draft.says(token));
            (!is_said).then_some(subject)
        })
    }

    /// "In einer Erklärung hieß es": the paper speaks.
    fn document(&self, draft: &Draft, cue: usize) -> Option<Range<usize>> {
        use PartOfSpeech as P;
        let says_it = |token: usize| {
            matches!(
                self.context.word(token),
                "hieß" | "heißt" | "stand" | "steht"
            )
        };
        let sentence = self.context.sentence_of(cue);
        if !sentence
            .clone()
            .any(|token| says_it(token) && !draft.says(token))
        {
            return None;
        }
        let is_paper = |&token: &usize| {
            self.context.part(token) == P::Noun
                && channel(self.context.word(token)).is_some()
                && !draft.says(token)
        };
        let noun = sentence.clone().find(is_paper)?;
        let belongs = |&token: &usize| {
            matches!(
                self.context.part(token),
                P::Article | P::Adjective | P::Participle | P::Possessive | P::Determiner | P::Noun
            ) || matches!(self.context.word(token), "am" | "vom")
        };
        let start = (sentence.start..noun)
            .rev()
            .take_while(belongs)
            .last()
            .unwrap_or(noun);
        let follows = |&token: &usize| {
            matches!(
                self.context.part(token),
                P::Article | P::Adjective | P::Noun | P::ProperNoun
            )
        };
        let end = (noun + 1..sentence.end)
            .take_while(follows)
            .last()
            .map_or(noun + 1, |last| last + 1);
        Some(start..end)
    }

    /// The likeliest speaker among the tokens where the model was not sure enough to name one.
    fn likeliest_speaker(
        &self,
        sentence: Range<usize>,
        may_be: impl Fn(usize) -> bool,
    ) -> Option<Range<usize>> {
        /// Tuned on dev: joint F1 0.638 without, 0.640 at 0.2, 0.637 at 0.1.
        const LEAST: f32 = 0.2;
        let probability = &self.layers.speaker_probability;
        let end_of_sentence = sentence.end;
        // What can only be an object speaks not.
        let is_object = |token: usize| {
            matches!(
                self.context.word(token),
                "einen" | "Einen" | "keinen" | "Keinen" | "ihn" | "ihnen" | "sich"
            )
        };
        let allowed = sentence.filter(|&token| may_be(token) && !is_object(token));
        let start = allowed.max_by(|&a, &b| probability[a][1].total_cmp(&probability[b][1]))?;
        let begins = probability[start][1];
        if begins < LEAST {
            return None;
        }
        let goes_on = |&end: &usize| probability[end][0] < 1.0 - begins / 2.0;
        let end = (start + 1..end_of_sentence)
            .take_while(goes_on)
            .last()
            .map_or(start + 1, |last| last + 1);
        Some(start..end)
    }

    /// Words of a sentence that may name a speaker, even where the model thinks they do not.
    pub fn possible_speakers(&self, sentence: Range<usize>) -> Vec<Range<usize>> {
        const LEAST: f32 = 0.05;
        let probability = &self.layers.speaker_probability;
        let starts = sentence
            .clone()
            .filter(|&token| LEAST <= probability[token][1] && self.layers.speakers[token] == 0);
        let span = |start: usize| {
            let begins = probability[start][1];
            let goes_on = |&end: &usize| begins / 2.0 < probability[end][2];
            let more = (start + 1..sentence.end).take_while(goes_on).count();
            start..start + 1 + more
        };
        starts.map(span).collect()
    }

    /// Why the words of `span` are the speaker for the cue.
    pub fn reason(&self, cue: usize, span: &Range<usize>) -> Reason {
        use PartOfSpeech as P;
        let before = span
            .start
            .checked_sub(1)
            .map(|before| self.context.word(before));
        match (self.context.part(cue), before) {
            (
                P::Preposition
                | P::Postposition
                | P::Adverb
                | P::QuestionAdverb
                | P::PronominalAdverb,
                _,
            ) => Reason::Preposition,
            (_, Some("von" | "vom" | "durch")) => Reason::Agent,
            _ => Reason::Subject,
        }
    }
}

/// Words that announce together: "teilte", "mit".
pub(super) fn cue_groups(context: &Context, layers: &Layers) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (token, &label) in layers
        .cues
        .iter()
        .enumerate()
        .filter(|&(_, &label)| label != 0)
    {
        let same_sentence = |group: &&mut Vec<usize>| {
            context.words[group[0]].sentence == context.words[token].sentence
        };
        match groups
            .last_mut()
            .filter(same_sentence)
            .filter(|_| label == 2)
        {
            Some(group) => group.push(token),
            None => groups.push(vec![token]),
        }
    }
    for group in &mut groups {
        add_participle(context, group);
    }
    groups
}

/// "hat" alone announces nothing: in "hat … erklärt" it is the participle.
fn add_participle(context: &Context, group: &mut Vec<usize>) {
    use PartOfSpeech as P;
    let [token] = group[..] else { return };
    if !matches!(context.part(token), P::FiniteAuxiliary | P::FiniteModal) {
        return;
    }
    let sentence = context.sentence_of(token);
    let ends = |token: &usize| matches!(context.word(*token), "," | ";" | ":");
    let mut clause = (token + 1..sentence.end).take_while(|token| !ends(token));
    let announces = |&token: &usize| {
        matches!(context.part(token), P::Participle | P::Infinitive)
            && context.words[token].cue != 0
    };
    group.extend(clause.find(announces));
}

fn speaker_spans(context: &Context, layers: &Layers) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    for (token, &label) in layers
        .speakers
        .iter()
        .enumerate()
        .filter(|&(_, &label)| label != 0)
    {
        let goes_on = |span: &&mut Range<usize>| {
            span.end == token && context.words[span.start].sentence == context.words[token].sentence
        };
        match spans.last_mut().filter(goes_on).filter(|_| label == 2) {
            Some(span) => span.end += 1,
            None => spans.push(token..token + 1),
        }
    }
    spans
}
