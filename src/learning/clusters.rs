//! Words that stand in like surroundings: exchange clustering over neighbours on both sides
//! (Kneser and Ney 1993; Uszkoreit and Brants 2008).

/// Which word stood how often beside which.
#[derive(Clone, Debug, Default)]
pub struct Neighbours {
    /// Per word: (neighbour · 2 + side, how often), sorted; words are numbered from the most frequent on.
    pub of_word: Vec<Vec<(u32, u32)>>,
    /// One more than the largest number of a neighbour with its side.
    pub n_contexts: usize,
}

impl Neighbours {
    /// Counts neighbours in running text of numbered words; `None` is an unknown word or the end of a sentence.
    /// Only the `n_contexts` most frequent words count as neighbours.
    pub fn count(words: &[Option<u32>], n_words: usize, n_contexts: usize) -> Self {
        let mut of_word = vec![Vec::new(); n_words];
        for two in words.windows(2) {
            if let [Some(first), Some(second)] = *two {
                if (first as usize) < n_contexts {
                    of_word[second as usize].push((first * 2, 1));
                }
                if (second as usize) < n_contexts {
                    of_word[first as usize].push((second * 2 + 1, 1));
                }
            }
        }
        for list in &mut of_word {
            list.sort_unstable();
            list.dedup_by(|later, kept| {
                let same = later.0 == kept.0;
                kept.1 += if same { later.1 } else { 0 };
                same
            });
        }
        Self {
            of_word,
            n_contexts: n_contexts * 2,
        }
    }
}

/// n · ln n, from a table where n is small.
struct Entropy {
    small: Vec<f32>,
}

impl Entropy {
    fn new() -> Self {
        let small = (0..1 << 16).map(|n: u32| {
            if n == 0 {
                0.0
            } else {
                n as f32 * (n as f32).ln()
            }
        });
        Self {
            small: small.collect(),
        }
    }

    fn of(&self, count: u32) -> f32 {
        match self.small.get(count as usize) {
            Some(&value) => value,
            None => count as f32 * (count as f32).ln(),
        }
    }
}

/// Puts each word into one of `n_clusters` clusters such that the clusters foretell their neighbours best.
///
/// Each of `passes` passes moves every word to the cluster that fits best; the result depends on nothing but the input.
pub fn exchange(
    neighbours: &Neighbours,
    n_clusters: usize,
    passes: usize,
    mut report: impl FnMut(usize, usize),
) -> Vec<u16> {
    let entropy = Entropy::new();
    let mut cluster: Vec<u16> = (0..neighbours.of_word.len())
        .map(|word| (word % n_clusters) as u16)
        .collect();
    let mut joint = vec![0_u32; neighbours.n_contexts * n_clusters];
    let mut total = vec![0_u32; n_clusters];
    for (list, &home) in neighbours.of_word.iter().zip(&cluster) {
        for &(context, count) in list {
            joint[context as usize * n_clusters + home as usize] += count;
            total[home as usize] += count;
        }
    }
    let mut gain = vec![0.0_f32; n_clusters];
    for pass in 1..=passes {
        let mut moved = 0;
        for (list, home) in neighbours.of_word.iter().zip(&mut cluster) {
            let old = *home as usize;
            let sum: u32 = list.iter().map(|&(_, count)| count).sum();
            total[old] -= sum;
            gain.iter_mut()
                .zip(&total)
                .for_each(|(gain, &n)| *gain = entropy.of(n) - entropy.of(n + sum));
            for &(context, count) in list {
                let row = &mut joint[context as usize * n_clusters..][..n_clusters];
                row[old] -= count;
                gain.iter_mut()
                    .zip(&*row)
                    .for_each(|(gain, &n)| *gain += entropy.of(n + count) - entropy.of(n));
            }
            let mut best = old;
            (0..n_clusters).for_each(|candidate| {
                if gain[best] < gain[candidate] {
                    best = candidate;
                }
            });
            moved += usize::from(best != old);
            *home = best as u16;
            total[best] += sum;
            for &(context, count) in list {
                joint[context as usize * n_clusters + best] += count;
            }
        }
        report(pass, moved);
        if moved * 500 < neighbours.of_word.len() {
            break;
        }
    }
    cluster
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_like_neighbours_share_a_cluster() {
        let text = "der Mann sagt . die Frau sagt . der Mann ruft . die Frau ruft . der Hund sagt . die Katze ruft . der Hund ruft . die Katze sagt .";
        let mut vocabulary: Vec<&str> = Vec::new();
        let mut words = Vec::new();
        for word in text.split(' ') {
            let number = vocabulary
                .iter()
                .position(|known| *known == word)
                .unwrap_or_else(|| {
                    vocabulary.push(word);
                    vocabulary.len() - 1
                });
            words.push(Some(number as u32));
        }
        let neighbours = Neighbours::count(&words, vocabulary.len(), vocabulary.len());
        let clusters = exchange(&neighbours, 5, 10, |_, _| ());
        let of = |word: &str| {
            vocabulary
                .iter()
                .position(|known| *known == word)
                .map(|at| clusters[at])
        };
        assert_eq!(of("Mann"), of("Hund"));
        assert_eq!(of("Frau"), of("Katze"));
        assert_ne!(of("Mann"), of("sagt"));
    }
}
