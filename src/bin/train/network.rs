//! A network beside the sparse features of the name model.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use wortlaut::document::Form;
use wortlaut::evaluation::corpora::names::gold_texts;
use wortlaut::evaluation::names as evaluation;
use wortlaut::german::lexicon::Lexicon;
use wortlaut::learning::calibration::Calibration;
use wortlaut::learning::embeddings;
use wortlaut::learning::model_file::Writer;
use wortlaut::learning::network::Sizes;
use wortlaut::learning::network_training::{Example, Settings, train as train_network};
use wortlaut::learning::sequence::SequenceModel;
use wortlaut::pipeline::names::NameModel;
use wortlaut::pipeline::names::features::Domain;
use wortlaut::pipeline::names::labels::LABELS;
use wortlaut::pipeline::names::network_training::{examples, vectors};
use wortlaut::pipeline::names::running_text::RunningText;
use wortlaut::pipeline::names::training::{GoldText, tagged};

use crate::{names, read, save};

/// Words that are rarer in the running text teach nothing.
const MIN_COUNT: u32 = 8;
/// Words, beginnings and ends that stand for fewer words of the running text have no vector.
const MIN_COUNT_OF_PARTS: u32 = 40;
const SIZES: Sizes = Sizes {
    words: 64,
    marks: 32,
    hidden: 64,
    labels: LABELS.len(),
};
/// Share of the network in the scores of labels.
const SHARE: f32 = 0.6;

/// Gives the name model of the folder a network: vectors from Wikipedia and the Bundestag, then what `names` learns from.
pub fn train(
    corpora: &Path,
    models: &Path,
    tagging: &SequenceModel,
    lexicon: &Lexicon,
) -> Result<()> {
    let model = names::load(models)?.without_network();
    let start = Instant::now();
    let wikipedia = read(&corpora.join("text/wikipedia.txt.zst"))?;
    let bundestag = read(&corpora.join("text/bundestag.txt.zst"))?;
    let text = RunningText::new(wikipedia.lines().chain(bundestag.lines()), MIN_COUNT);
    let settings = embeddings::Settings {
        width: SIZES.words,
        ..embeddings::Settings::default()
    };
    let seconds = || start.elapsed().as_secs();
    let words = vectors(&text, MIN_COUNT_OF_PARTS, lexicon, settings, |pass| {
        println!("vectors, pass {pass}: {} s", seconds());
    });
    println!("{} vectors", words.features.len());

    let gold = |name: &str, domain| -> Result<Vec<GoldText>> {
        let lines = read(&corpora.join(format!("ner/{name}.jsonl")))?;
        Ok(gold_texts(&lines, domain)?)
    };
    let mut all: Vec<Example> = Vec::new();
    for (name, domain) in [
        ("germeval-train", Domain::Sentence),
        ("wikinews-train", Domain::Article),
        ("smartdata-train", Domain::Partial),
    ] {
        for text in gold(name, domain)? {
            all.extend(examples(&text, model.knowledge(), tagging, lexicon));
        }
    }
    let transitions = model.sequence().transitions();
    let settings = Settings::default();
    let network = train_network(words, &all, SIZES, transitions, settings, |pass, loss| {
        println!("pass {pass}: {loss:.4}, {} s", seconds());
    });

    let dev = [
        gold("germeval-dev", Domain::Sentence)?,
        gold("wikinews-dev", Domain::Article)?,
    ];
    println!("share of the network, F1 on germeval-dev and wikinews-dev, tokens/s of names alone");
    for share in [0.0, 0.4, 0.5, SHARE, 0.7, 1.0] {
        let model = if 0.0 < share {
            model.clone().with_network(network.clone(), share)
        } else {
            model.clone()
        };
        let [germeval, wikinews] = [&dev[0], &dev[1]].map(|texts| {
            let readings = evaluation::read(texts, &model, tagging, lexicon);
            evaluation::score(&readings)
                .get(&(Form::Name, None))
                .map_or(0.0, |counts| counts.f1())
        });
        let speed = speed(&dev[1], &model, tagging, lexicon);
        println!("  {share:.1}  {germeval:.4}  {wikinews:.4}  {speed:.0}");
    }
    let mut bare = Writer::default();
    network.write(&mut bare);
    println!(
        "network: {} kB before packing",
        bare.into_bytes().len() / 1000
    );
    let model = model.with_network(network, SHARE);
    let bare = model.clone().with_calibration(Calibration::default());
    let beliefs = dev.iter().flat_map(|texts| {
        let readings = evaluation::read(texts, &bare, tagging, lexicon);
        evaluation::judged(&readings)
    });
    let mut writer = Writer::default();
    model
        .with_calibration(names::calibrate(beliefs.collect()))
        .write(&mut writer);
    save(writer, &models.join("names.model"))
}

/// Tokens per second, without what comes before names.
fn speed(texts: &[GoldText], model: &NameModel, tagging: &SequenceModel, lexicon: &Lexicon) -> f64 {
    let (mut n_tokens, mut seconds) = (0, 0.0);
    for text in texts {
        let (tokens, sentences, tags) = tagged(&text.text, tagging, lexicon);
        let start = Instant::now();
        let found = model.names(&text.text, &tokens, &sentences, &tags, lexicon);
        std::hint::black_box(found);
        seconds += start.elapsed().as_secs_f64();
        n_tokens += tokens.len();
    }
    n_tokens as f64 / f64::max(seconds, 1e-9)
}
