//! Speakers of statements that were found without having seen their article: which of all who may speak does.

use wortlaut::learning::ranking::RankingModel;
use wortlaut::learning::ranking_training::{Choice, train as train_ranking};
use wortlaut::pipeline::statements::SpeakerChoice;

use super::jackknife::FOLDS;
use super::prepared::{ABOUT, Prepared, f1};

/// What was learned.
pub struct Ranked {
    /// From all articles.
    pub model: RankingModel,
    /// Without those of each fold.
    pub folds: Vec<RankingModel>,
}

/// The statements of an article that are gold ones, each with those who rightly may be said to say it.
pub fn choices(article: &Prepared, found: Vec<SpeakerChoice>) -> Vec<Choice> {
    let choice = |found: SpeakerChoice| {
        let (overlap, quote) = article.nearest(&found.content)?;
        let gold = article.covered(&quote.speaker);
        let fit: Vec<f64> = found
            .speakers
            .iter()
            .map(|spans| match (spans.is_empty(), gold.is_empty()) {
                (true, true) => 1.0,
                _ => f1(&article.covered(spans), &gold),
            })
            .collect();
        let best = fit.iter().copied().fold(ABOUT, f64::max);
        let right = (0..fit.len()).filter(|&index| best <= fit[index]);
        (ABOUT <= overlap).then(|| Choice {
            candidates: found.rows.clone(),
            right: right.collect(),
        })
    };
    found.into_iter().filter_map(choice).collect()
}

/// Trains on the choices of each article.
pub fn train(choices: &[Vec<Choice>]) -> Ranked {
    let fit = |fold: usize| {
        let articles = choices.iter().enumerate();
        let kept = articles.filter(|(index, _)| index % FOLDS != fold);
        let kept: Vec<Choice> = kept.flat_map(|(_, choices)| choices.clone()).collect();
        train_ranking(&kept, 10, 0.05, 0.1)
    };
    let ranked = Ranked {
        model: fit(FOLDS),
        folds: (0..FOLDS).map(fit).collect(),
    };
    let (mut right, mut n, mut possible) = (0, 0, 0);
    for (index, choices) in choices.iter().enumerate() {
        for choice in choices {
            let probabilities = ranked.folds[index % FOLDS].probabilities(&choice.candidates);
            let best = (0..probabilities.len())
                .max_by(|&one, &other| probabilities[one].total_cmp(&probabilities[other]));
            n += 1;
            possible += usize::from(!choice.right.is_empty());
            right += usize::from(best.is_some_and(|best| choice.right.contains(&best)));
        }
    }
    println!("ranking: {right} of {n} speakers right, {possible} possible (jackknifed)");
    ranked
}
