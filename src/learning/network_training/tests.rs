//! Tests of the training of networks.

use super::super::adam::Learned;
use super::super::features::{Features, atom};
use super::super::model_file::{Reader, Writer};
use super::super::network::REACH;
use super::*;

const SIZES: Sizes = Sizes {
    words: 3,
    marks: 2,
    hidden: 5,
    labels: 3,
};

const SURE: Settings = Settings {
    epochs: 60,
    rate: 0.02,
    words_rate: 1.0,
    input_dropout: 0.0,
    hidden_dropout: 0.0,
    word_dropout: 0.0,
    batch: 2,
    min_count: 1,
    seed: 3,
};

/// exp of the scores of pairs: label 1 after 0 is unlikely.
const FACTORS: [f32; 9] = [1.0, 0.2, 1.0, 1.0, 1.5, 0.7, 1.0, 2.0, 0.5];

fn trainer(random: &mut Random) -> Trainer<'static> {
    Trainer {
        sizes: SIZES,
        words: LearnedRows::new(random.around_zero(4 * 3, 1.0), 3),
        marks: LearnedRows::new(random.around_zero(2 * 2, 1.0), 2),
        first: Dense::new(15, 5, 1.0, random),
        second: Dense::new(15, 5, 1.0, random),
        last: Dense::new(10, 3, 1.0, random),
        factors: &FACTORS,
        settings: SURE,
        random: random.clone(),
    }
}

/// Negative log-likelihood by going through all rows of labels.
fn loss(scores: &[f32], allowed: &[u64]) -> f64 {
    let (mut all, mut right) = (0.0, 0.0);
    for number in 0..3_usize.pow(allowed.len() as u32) {
        let label = |at: usize| number / 3_usize.pow(at as u32) % 3;
        let score: f32 = (0..allowed.len())
            .map(|at| scores[at * 3 + label(at)])
            .sum();
        let pairs = (1..allowed.len()).map(|at| FACTORS[label(at - 1) * 3 + label(at)]);
        let weight = f64::from(score).exp() * pairs.map(f64::from).product::<f64>();
        all += weight;
        if (0..allowed.len()).all(|at| allowed[at] >> label(at) & 1 != 0) {
            right += weight;
        }
    }
    (all / right).ln()
}

#[test]
fn slopes_are_those_of_the_likelihood() {
    let batch = [
        Numbered {
            words: vec![vec![0, 1], vec![2, UNKNOWN], vec![1], vec![3]],
            marks: vec![vec![0], vec![], vec![1], vec![0, 1]],
            allowed: vec![0b001, 0b100, 0b110, 0b010],
        },
        Numbered {
            words: vec![vec![3, 2], vec![0]],
            marks: vec![vec![1], vec![0]],
            allowed: vec![0b010, 0b111],
        },
    ];
    let batch = [&batch[0], &batch[1]];
    let total = |trainer: &mut Trainer<'static>| {
        let scores = trainer.forward(&batch).scores;
        loss(&scores[..12], &batch[0].allowed) + loss(&scores[12..], &batch[1].allowed)
    };
    let mut trainer = trainer(&mut Random::new(5));
    trainer.add_slopes(&batch);
    for which in 0..8 {
        for at in 0..learned(&mut trainer, which).values.len() {
            let slope = f64::from(learned(&mut trainer, which).slopes[at]);
            let step = 1e-2;
            let value = learned(&mut trainer, which).values[at];
            learned(&mut trainer, which).values[at] = value + step;
            let above = total(&mut trainer);
            learned(&mut trainer, which).values[at] = value - step;
            let below = total(&mut trainer);
            learned(&mut trainer, which).values[at] = value;
            let measured = (above - below) / f64::from(2.0 * step);
            assert!(
                (slope - measured).abs() < 0.01 + 0.02 * measured.abs(),
                "{which} {at}: {slope} {measured}"
            );
        }
    }
}

fn learned<'a>(trainer: &'a mut Trainer<'static>, which: usize) -> &'a mut Learned {
    match which {
        0 => &mut trainer.words.numbers,
        1 => &mut trainer.marks.numbers,
        2 => &mut trainer.first.weights,
        3 => &mut trainer.first.bias,
        4 => &mut trainer.second.weights,
        5 => &mut trainer.second.bias,
        6 => &mut trainer.last.weights,
        _ => &mut trainer.last.bias,
    }
}

fn inputs(words: &str) -> Inputs {
    let mut inputs = Inputs::default();
    let mut features = Features::default();
    for word in words.split(' ') {
        features.clear();
        features.add(0, atom(word));
        inputs.words.push(&features);
        features.clear();
        features.add(1, u64::from(word.starts_with(char::is_uppercase)));
        inputs.marks.push(&features);
    }
    inputs
}

fn small() -> Network {
    // "b" is 1 two places after "a" and 0 elsewhere: only the window of the second layer can tell.
    let examples = [
        ("a c b", [0b100, 1, 0b010]),
        ("c c b", [1, 1, 1]),
        ("b c a", [1, 1, 0b100]),
        ("c a c", [1, 0b100, 1]),
    ];
    let examples = examples.map(|(words, allowed)| Example {
        inputs: inputs(words),
        allowed: allowed.to_vec(),
    });
    let mut features: Vec<Feature> = inputs("a b c").words.all().to_vec();
    features.sort_unstable();
    let words = LearnedVectors {
        features,
        values: vec![0.3, 0.1, -0.2, -0.3, 0.2, 0.1, 0.1, -0.4, 0.3],
    };
    train(words, &examples, SIZES, &[0.0; 9], SURE, |_, _| ())
}

fn scores(network: &Network, words: &str) -> Vec<f32> {
    let positions: Vec<u32> = (0..words.split(' ').count() as u32).collect();
    let wanted = vec![true; positions.len()];
    network.scores(&network.prepare(&inputs(words)), &positions, &wanted)
}

fn best(network: &Network, words: &str) -> Vec<usize> {
    scores(network, words)
        .chunks_exact(3)
        .map(|row| (0..3).fold(0, |best, l| if row[best] < row[l] { l } else { best }))
        .collect()
}

#[test]
fn it_learns_what_stands_two_places_away_and_rounding_leaves_it() {
    let network = small();
    assert_eq!(best(&network, "a c b"), [2, 0, 1]);
    assert_eq!(best(&network, "c c b"), [0, 0, 0]);
    assert_eq!(best(&network, "c a c b c"), [0, 2, 0, 1, 0]);
    assert!(
        scores(&network, "x y")
            .iter()
            .all(|score| score.is_finite())
    );
    assert!(
        network
            .scores(&network.prepare(&Inputs::default()), &[], &[])
            .is_empty()
    );
}

#[test]
fn a_network_survives_writing_and_reading_and_training_is_repeatable() {
    let bytes = || {
        let mut writer = Writer::default();
        small().write(&mut writer);
        writer.into_bytes()
    };
    let bytes = (bytes(), bytes());
    assert_eq!(bytes.0, bytes.1);
    let again = Network::read(&mut Reader::new(&bytes.0)).expect("just written");
    assert_eq!(scores(&again, "a c b c"), scores(&small(), "a c b c"));
    for end in 0..bytes.0.len() {
        assert!(
            Network::read(&mut Reader::new(&bytes.0[..end])).is_err(),
            "cut at {end}"
        );
    }
}

#[test]
fn scores_of_wanted_positions_do_not_depend_on_what_else_is_wanted() {
    let network = small();
    let words: Vec<u32> = vec![0, 1, 2, 1, 0, 2, 1, 1, 2];
    let prepared = network.prepare(&inputs("a b c"));
    let all = network.scores(&prepared, &words, &[true; 9]);
    for at in 0..words.len() {
        let is_wanted: Vec<bool> = (0..words.len()).map(|other| other == at).collect();
        let mut far = words.clone();
        for (other, word) in far.iter_mut().enumerate() {
            *word = if REACH < other.abs_diff(at) { 0 } else { *word };
        }
        let one = network.scores(&prepared, &far, &is_wanted);
        assert_eq!(one[at * 3..][..3], all[at * 3..][..3]);
        assert!(one[..at * 3].iter().all(|score| score.abs() <= 0.0));
    }
}
