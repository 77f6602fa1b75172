//! Names.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use wortlaut::document::{Form, Kind};
use wortlaut::evaluation::calibration::{expected_error, reliability};
use wortlaut::evaluation::corpora::names::gold_texts;
use wortlaut::evaluation::names::{self as evaluation, Counts};
use wortlaut::german::lexicon::Lexicon;
use wortlaut::learning::calibration::Calibration;
use wortlaut::learning::model_file::{Reader, Writer, unpack};
use wortlaut::learning::sequence::SequenceModel;
use wortlaut::learning::sequence_training::Settings;
use wortlaut::pipeline::names::NameModel;
use wortlaut::pipeline::names::features::Domain;
use wortlaut::pipeline::names::knowledge::{Knowledge, class};
use wortlaut::pipeline::names::name_lists::NameLists;
use wortlaut::pipeline::names::training::{GoldText, knowledge, train_names};

use crate::{read, save};

/// Words that are rarer in the running text have no cluster.
const MIN_COUNT: u32 = 8;
const N_CLUSTERS: [usize; 2] = [1000, 120];

/// Trains on `GermEval` and Wikinews, with clusters from Wikipedia and the Bundestag; measures on dev.
pub fn train(
    corpora: &Path,
    models: &Path,
    keep_knowledge: bool,
    tagging: &SequenceModel,
    lexicon: &Lexicon,
) -> Result<()> {
    let knowledge = if keep_knowledge {
        load(models)?.knowledge().clone()
    } else {
        learn_knowledge(corpora)?
    };
    let gold = |name: &str, domain| -> Result<Vec<GoldText>> {
        let lines = read(&corpora.join(format!("ner/{name}.jsonl")))?;
        Ok(gold_texts(&lines, domain)?)
    };
    let mut texts = gold("germeval-train", Domain::Sentence)?;
    texts.extend(gold("wikinews-train", Domain::Article)?);
    texts.extend(gold("smartdata-train", Domain::Partial)?);
    let settings = Settings {
        epochs: 14,
        l1: 0.1,
        min_count: 1,
        noise: 0.15,
        averaged: 4,
        ..Settings::default()
    };
    let model = train_names(
        &texts,
        knowledge,
        tagging,
        lexicon,
        settings,
        |pass, loss| {
            println!("pass {pass}: {loss:.4}");
        },
    );
    let dev = [
        ("germeval-dev", gold("germeval-dev", Domain::Sentence)?),
        ("wikinews-dev", gold("wikinews-dev", Domain::Article)?),
        ("smartdata-dev", gold("smartdata-dev", Domain::Partial)?),
    ];
    let mut beliefs = Vec::new();
    for (name, texts) in &dev {
        println!("{name}");
        let readings = evaluation::read(texts, &model, tagging, lexicon);
        print_scores(&evaluation::score(&readings));
        if *name != "smartdata-dev" {
            beliefs.extend(evaluation::judged(&readings));
        }
    }
    let model = model.with_calibration(calibrate(beliefs));
    let mut writer = Writer::default();
    model.write(&mut writer);
    save(writer, &models.join("names.model"))
}

fn print_scores(scores: &BTreeMap<(Form, Option<Kind>), Counts>) {
    for ((form, kind), counts) in scores {
        println!(
            "  {:8} {:13} P {:.3} R {:.3} F {:.3}",
            form.label(),
            kind.map_or("all", Kind::label),
            counts.precision(),
            counts.recall(),
            counts.f1()
        );
    }
}

/// Fits probabilities to beliefs; prints how far they are off where one half is measured with a fit to the other.
fn calibrate(beliefs: Vec<(f32, bool)>) -> Calibration {
    println!(
        "calibration: error of bare beliefs {:.3}",
        expected_error(&reliability(&beliefs))
    );
    let half = |parity: usize| {
        let chosen = beliefs.iter().enumerate();
        chosen
            .filter(move |(index, _)| index % 2 == parity)
            .map(|(_, &belief)| belief)
    };
    let crossed: Vec<(f32, bool)> = [0, 1]
        .into_iter()
        .flat_map(|parity| {
            let fit = Calibration::fit(half(1 - parity).collect());
            half(parity).map(move |(belief, is_right)| (fit.probability(belief), is_right))
        })
        .collect();
    let table = reliability(&crossed);
    for bin in table.iter().filter(|bin| 0 < bin.n) {
        println!(
            "  {:6} names of confidence {:.3}: {:.3} right",
            bin.n, bin.confidence, bin.right
        );
    }
    println!(
        "calibration: error of probabilities {:.3}, measured on the other half",
        expected_error(&table)
    );
    Calibration::fit(beliefs)
}

/// Clusters of words in running text, and classes of words in name lists.
fn learn_knowledge(corpora: &Path) -> Result<Knowledge> {
    let lists = name_lists(corpora)?;
    let wikipedia = read(&corpora.join("text/wikipedia.txt.zst"))?;
    let bundestag = read(&corpora.join("text/bundestag.txt.zst"))?;
    let lines = wikipedia.lines().chain(bundestag.lines());
    let report = |pass, moved| println!("clusters, pass {pass}: {moved} words moved");
    Ok(knowledge(
        lines,
        MIN_COUNT,
        N_CLUSTERS,
        &lists.classes,
        report,
    ))
}

/// The model in place.
fn load(models: &Path) -> Result<NameModel> {
    let packed = std::fs::read(models.join("names.model"))?;
    Ok(NameModel::read_from(&mut Reader::new(&unpack(&packed)?))?)
}

/// The project's own lists and those of `gazetteer`.
fn name_lists(corpora: &Path) -> Result<NameLists> {
    let gazetteer = |name: &str| read(&corpora.join("gazetteer").join(name));
    let mut lists = NameLists::own();
    for row in gazetteer("proper-nouns.tsv")?.lines() {
        let mut columns = row.split('\t').skip(1);
        let (word, tag) = (
            columns.next().unwrap_or_default(),
            columns.next().unwrap_or_default(),
        );
        let known = [
            (":VOR", class::FIRST_NAME),
            (":NAC", class::SURNAME),
            (":STD", class::CITY),
            (":COU", class::COUNTRY),
            (":GEB", class::REGION),
        ];
        for (_, class) in known.into_iter().filter(|(mark, _)| tag.contains(mark)) {
            lists.add(word, class);
        }
    }
    for row in gazetteer("bundestag-members.tsv")?.lines().skip(1) {
        let mut columns = row.split('\t');
        lists.add(columns.next().unwrap_or_default(), class::FIRST_NAME);
        lists.add(columns.next().unwrap_or_default(), class::SURNAME);
    }
    for (file, class) in [
        ("forenames.tsv", class::FIRST_NAME),
        ("surnames.tsv", class::SURNAME),
        ("world-cities.tsv", class::CITY),
    ] {
        for row in gazetteer(file)?.lines().skip(1) {
            lists.add(row.split('\t').next().unwrap_or_default(), class);
        }
    }
    Ok(lists)
}
