//! Training so that each step learns from honest predictions of the one before.

use wortlaut::learning::sequence::SequenceModel;
use wortlaut::learning::sequence_training::{Example, Settings, train};

/// Parts of the corpus that take turns in being held out.
pub const FOLDS: usize = 5;

/// What a step has learned.
pub struct Learned {
    /// From all articles.
    pub model: SequenceModel,
    /// Without those of each fold.
    pub folds: Vec<SequenceModel>,
    /// Labels of every article, by the model that has not seen it.
    pub labels: Vec<Vec<u8>>,
}

/// Trains a model on all articles, and labels each article by a model that has not seen it; article `n` is in fold
/// `n % FOLDS`. `hint` is what the next step sees of a label and its probability.
pub fn jackknife(
    name: &str,
    labels: &[&str],
    n_articles: usize,
    settings: Settings,
    examples_of: impl Fn(usize, &mut Vec<Example>) + Sync,
    hint: impl Fn(u8, f32) -> u8 + Sync,
) -> Learned {
    let fit = |fold: usize| {
        let mut examples = Vec::new();
        (0..n_articles)
            .filter(|&index| index % FOLDS != fold)
            .for_each(|index| examples_of(index, &mut examples));
        train(labels, examples, settings, |_, _| ())
    };
    // Two at a time; the last "fold" holds nothing out: the model that is kept.
    let mut folds = std::thread::scope(|scope| {
        let odd = scope.spawn(|| (1..=FOLDS).step_by(2).map(&fit).collect::<Vec<_>>());
        let even: Vec<_> = (0..=FOLDS).step_by(2).map(&fit).collect();
        let odd = odd
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        let both = even.into_iter().zip(odd);
        both.flat_map(|(even, odd)| [even, odd]).collect::<Vec<_>>()
    });
    let model = folds.remove(FOLDS);
    let mut held_out = Vec::with_capacity(n_articles);
    let (mut right, mut found, mut gold) = (0, 0, 0);
    for index in 0..n_articles {
        let mut examples = Vec::new();
        examples_of(index, &mut examples);
        let mut seen = Vec::new();
        for example in &examples {
            let labelled = folds[index % FOLDS].labelled(&example.rows);
            for (labelled, &allowed) in labelled.iter().zip(&example.allowed) {
                right += usize::from(labelled.label != 0 && allowed >> labelled.label & 1 == 1);
                found += usize::from(labelled.label != 0);
                gold += usize::from(allowed & 1 == 0);
                seen.push(hint(labelled.label as u8, labelled.probability));
            }
        }
        held_out.push(seen);
    }
    let f1 = 200.0 * right as f64 / (found + gold) as f64;
    println!("{name}: {right} of {gold} right, {found} found, F1 {f1:.1} (jackknifed)");
    Learned {
        model,
        folds,
        labels: held_out,
    }
}
