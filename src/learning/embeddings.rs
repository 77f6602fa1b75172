//! Vectors of features from running text: skip-gram with negative sampling (Mikolov et al. 2013), with a table of
//! neighbours for each distance (Ling et al. 2015) and words as the mean of their features (Bojanowski et al. 2017).

use super::random::Random;

/// Running text.
#[derive(Clone, Debug)]
pub struct Text<'a> {
    /// Numbered words in order; `None` is an unknown word or the end of a sentence.
    pub words: &'a [Option<u32>],
    /// How often each word occurs.
    pub counts: &'a [u32],
    /// Rows of the features of each word.
    pub features: Vec<Vec<u32>>,
    /// Number of rows.
    pub n_rows: usize,
}

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Numbers per vector, a multiple of 16.
    pub width: usize,
    /// Passes over the text.
    pub epochs: usize,
    /// Step size at the beginning; it falls to nothing.
    pub rate: f32,
    /// Random words for every neighbour.
    pub n_random: usize,
    /// Words with a larger share of the text are skipped at times.
    pub frequent: f32,
    /// Seed.
    pub seed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            width: 64,
            epochs: 1,
            rate: 0.05,
            n_random: 5,
            frequent: 1e-4,
            seed: 1,
        }
    }
}

/// Where neighbours stand.
const PLACES: [isize; 4] = [-2, -1, 1, 2];

/// Mean of some rows.
pub fn mean(values: &[f32], width: usize, rows: &[u32]) -> Vec<f32> {
    let mut mean = vec![0.0; width];
    for &row in rows {
        let row = &values[row as usize * width..][..width];
        mean.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
    }
    let share = 1.0 / rows.len().max(1) as f32;
    for value in &mut mean {
        *value *= share;
    }
    mean
}

/// Learns a vector for every row; the result depends on nothing but the input. Reports each pass.
pub fn train(text: &Text, settings: Settings, mut report: impl FnMut(usize)) -> Vec<f32> {
    let width = settings.width;
    let n_words = text.counts.len();
    let mut random = Random::new(settings.seed);
    let mut rows = random.around_zero(text.n_rows * width, 0.5 / width as f32);
    let mut outputs = vec![0.0_f32; PLACES.len() * n_words * width];
    let noise = noise(text.counts);
    let kept = shares_kept(text.counts, settings.frequent);
    let n_steps = (text.words.len() * settings.epochs).max(1) as f32;
    for epoch in 0..settings.epochs {
        for (at, word) in text.words.iter().enumerate() {
            let Some(word) = word.map(|word| word as usize) else {
                continue;
            };
            if kept[word] < random.fraction() {
                continue;
            }
            let done = (epoch * text.words.len() + at) as f32 / n_steps;
            let rate = settings.rate * (1.0 - done).max(1e-3);
            let input = mean(&rows, width, &text.features[word]);
            let mut slope = vec![0.0; width];
            for (place, offset) in PLACES.into_iter().enumerate() {
                let neighbour = at.checked_add_signed(offset);
                let Some(&Some(neighbour)) = neighbour.and_then(|at| text.words.get(at)) else {
                    continue;
                };
                for negative in 0..=settings.n_random {
                    let target = if negative == 0 {
                        neighbour
                    } else {
                        noise[random.below(noise.len())]
                    };
                    if 0 < negative && target == neighbour {
                        continue;
                    }
                    let start = (place * n_words + target as usize) * width;
                    let output = &mut outputs[start..][..width];
                    let is_true = if negative == 0 { 1.0 } else { 0.0 };
                    let found = 1.0 / (1.0 + (-dot(&input, output)).exp());
                    let step = rate * (is_true - found);
                    for ((slope, output), input) in slope.iter_mut().zip(output).zip(&input) {
                        *slope += step * *output;
                        *output += step * input;
                    }
                }
            }
            for &row in &text.features[word] {
                let row = rows[row as usize * width..][..width].iter_mut();
                row.zip(&slope).for_each(|(x, slope)| *x += slope);
            }
        }
        report(epoch + 1);
    }
    rows
}

/// Probability to keep each word.
fn shares_kept(counts: &[u32], frequent: f32) -> Vec<f32> {
    let total: f64 = counts.iter().map(|&count| f64::from(count)).sum();
    let share = |count: u32| f64::from(count) / total.max(1.0);
    counts
        .iter()
        .map(|&count| (f64::from(frequent) / share(count)).sqrt() as f32)
        .collect()
}

/// Words, each as often as the 3/4th power of its count says.
fn noise(counts: &[u32]) -> Vec<u32> {
    const LENGTH: f64 = (1 << 22) as f64;
    let weight = |count: u32| f64::from(count).powf(0.75);
    let total: f64 = counts.iter().map(|&count| weight(count)).sum();
    let mut words = Vec::new();
    for (word, &count) in (0_u32..).zip(counts) {
        let times = (weight(count) / total * LENGTH).ceil() as usize;
        words.extend(std::iter::repeat_n(word, times));
    }
    words
}

/// Sum of products, sixteen at once, in an order that does not depend on the machine.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0_f32; 16];
    for (a, b) in a.chunks_exact(16).zip(b.chunks_exact(16)) {
        for ((sum, a), b) in sums.iter_mut().zip(a).zip(b) {
            *sum += a * b;
        }
    }
    sums.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_like_neighbours_get_like_vectors() {
        // 0 der, 1 Mann, 2 Hund, 3 die, 4 Frau, 5 Katze, 6 ruft, 7 sagt
        let sentences = [
            [0, 1, 6],
            [3, 4, 7],
            [0, 2, 7],
            [3, 5, 6],
            [0, 1, 7],
            [3, 4, 6],
            [0, 2, 6],
            [3, 5, 7],
        ];
        let words: Vec<Option<u32>> = sentences
            .iter()
            .flat_map(|sentence| sentence.iter().map(|&word| Some(word)).chain([None]))
            .collect::<Vec<_>>()
            .repeat(40);
        let text = Text {
            words: &words,
            counts: &[160, 80, 80, 160, 80, 80, 160, 160],
            features: (0..8).map(|word| vec![word]).collect(),
            n_rows: 8,
        };
        let settings = Settings {
            width: 16,
            epochs: 5,
            frequent: 1.0,
            ..Settings::default()
        };
        let vectors = train(&text, settings, |_| ());
        assert_eq!(vectors, train(&text, settings, |_| ()), "repeatable");
        let likeness = |a: usize, b: usize| {
            let of = |word: usize| &vectors[word * 16..][..16];
            dot(of(a), of(b)) / (dot(of(a), of(a)) * dot(of(b), of(b))).sqrt()
        };
        assert!(0.8 < likeness(1, 2), "{}", likeness(1, 2));
        assert!(likeness(1, 4) + 0.3 < likeness(1, 2), "{}", likeness(1, 4));
    }
}
