//! Part of speech and mood.

use std::path::Path;

use anyhow::Result;
use wortlaut::document::{Mood, Sentence, Token};
use wortlaut::evaluation::corpora::treebank::{TaggedSentence, conllu, unimorph, vrt};
use wortlaut::german::lexicon::Lexicon;
use wortlaut::learning::features::FeatureRows;
use wortlaut::learning::model_file::{Reader, Writer, unpack};
use wortlaut::learning::sequence::SequenceModel;
use wortlaut::learning::sequence_training::{Example, Settings, train as train_sequence};
use wortlaut::pipeline::observations::{Observation, observe};
use wortlaut::pipeline::tagging::{TAGS, describe};
use wortlaut::span::Span;

use crate::{read, save};

/// Trains on GSD test and train, and `EmpiriST`; measures on GSD dev.
pub fn train(corpora: &Path, models: &Path, lexicon: &Lexicon) -> Result<()> {
    let treebank = corpora.join("treebank");
    let mut sentences = conllu(&read(&treebank.join("de_gsd-ud-test.conllu"))?);
    sentences.extend(vrt(&read(&treebank.join("empirist.vrt"))?, lexicon));
    sentences.extend(unimorph(
        &read(&treebank.join("gsd-train-unimorph.tsv"))?,
        lexicon,
    ));
    let examples = sentences
        .iter()
        .map(|sentence| example(sentence, lexicon))
        .collect();
    let names: Vec<String> = TAGS
        .iter()
        .map(|tag| format!("{:?} {:?}", tag.part_of_speech, tag.mood))
        .collect();
    let labels: Vec<&str> = names.iter().map(String::as_str).collect();
    let settings = Settings {
        epochs: 10,
        l1: 0.3,
        ..Settings::default()
    };
    let model = train_sequence(&labels, examples, settings, |epoch, loss| {
        println!("{epoch:3} {loss:.4}");
    });
    measure(corpora, &model, lexicon)?;
    let mut writer = Writer::default();
    model.write(&mut writer);
    save(writer, &models.join("tagging.model"))
}

fn observations(sentence: &TaggedSentence, lexicon: &Lexicon) -> Vec<Observation> {
    let text = sentence.words.join(" ");
    let mut start = 0;
    let token = |word: &String| {
        let span = Span::new(start, start + word.len());
        start += word.len() + 1;
        Token { span }
    };
    let tokens: Vec<Token> = sentence.words.iter().map(token).collect();
    observe(
        &text,
        &tokens,
        &[Sentence {
            tokens: 0..tokens.len(),
            block: 0,
        }],
        lexicon,
    )
}

fn example(sentence: &TaggedSentence, lexicon: &Lexicon) -> Example {
    let observations = observations(sentence, lexicon);
    let mut rows = FeatureRows::default();
    describe(&observations, 0..observations.len(), &mut rows);
    Example {
        rows,
        allowed: sentence.allowed.clone(),
    }
}

/// Prints the share of right tags, and of right moods among finite verbs, on GSD dev.
pub fn measure(corpora: &Path, model: &SequenceModel, lexicon: &Lexicon) -> Result<()> {
    let sentences = conllu(&read(&corpora.join("treebank/de_gsd-ud-dev.conllu"))?);
    let (mut words, mut right, mut finite, mut right_mood) = (0_usize, 0, 0_usize, 0);
    let (mut subjunctive, mut found_subjunctive) = (0, 0);
    for sentence in &sentences {
        let labels = model.best(&example(sentence, lexicon).rows);
        for (&label, &allowed) in labels.iter().zip(&sentence.allowed) {
            let gold = TAGS[allowed.trailing_zeros() as usize];
            if allowed.count_ones() != 1 {
                continue;
            }
            words += 1;
            right += usize::from(allowed >> label & 1 == 1);
            if gold.mood != Mood::None {
                finite += 1;
                right_mood += usize::from(TAGS[label].mood == gold.mood);
            }
            if gold.mood.is_subjunctive() {
                subjunctive += 1;
                found_subjunctive += usize::from(TAGS[label].mood.is_subjunctive());
            }
        }
    }
    println!(
        "tags {:.2} % of {words}",
        100.0 * right as f64 / words as f64
    );
    println!(
        "mood {:.2} % of {finite} finite verbs",
        100.0 * right_mood as f64 / finite as f64
    );
    println!(
        "subjunctives found {found_subjunctive} of {subjunctive}; {} features",
        model.n_features()
    );
    Ok(())
}

/// The tagger that an earlier run trained.
pub fn load(models: &Path) -> Result<SequenceModel> {
    let packed = std::fs::read(models.join("tagging.model"))?;
    Ok(SequenceModel::read(&mut Reader::new(&unpack(&packed)?))?)
}
