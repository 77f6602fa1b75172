//! How fast an article is read, on one core, beside the word splitting of `unicode-segmentation` on the same text.
//!
//! `cargo bench --no-default-features`. Both take turns and the median counts, so that a busy machine slows both: the ratio is what
//! may be compared between machines.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "../engine/files.rs"]
mod files;
#[path = "../engine/reader.rs"]
mod reader;

use std::hint::black_box;
use std::time::{Duration, Instant};

use files::files;
use reader::read;
use unicode_segmentation::UnicodeSegmentation;

const N_TOKENS: usize = 20_000;
const N_ROUNDS: usize = 15;

fn main() {
    let articles: Vec<String> = files("assets/examples", "txt")
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    let once = articles.join("\n\n");
    let n_copies = N_TOKENS.div_ceil(read(&once).tokens.len());
    let text = vec![once; n_copies].join("\n\n");
    let n_tokens = read(&text).tokens.len();

    let [ours, words, single] = medians([
        &|| drop(black_box(read(black_box(&text)))),
        &|| {
            black_box(black_box(text.as_str()).unicode_words().count());
        },
        &|| {
            for article in &articles {
                drop(black_box(read(black_box(article))));
            }
        },
    ]);
    let per_second = |time: Duration| n_tokens as f64 / time.as_secs_f64();
    println!("{n_tokens} tokens, median of {N_ROUNDS} rounds");
    println!(
        "whole pipeline            {:12.0} tokens/s",
        per_second(ours)
    );
    println!(
        "unicode-segmentation      {:12.0} tokens/s",
        per_second(words)
    );
    println!(
        "ratio                     {:12.1} times the time of splitting into words",
        ours.as_secs_f64() / words.as_secs_f64()
    );
    println!(
        "one example article       {:12.2} ms",
        single.as_secs_f64() * 1000.0 / articles.len() as f64
    );
}

/// Median time of each, taking turns.
fn medians<const N: usize>(jobs: [&dyn Fn(); N]) -> [Duration; N] {
    let mut times = [const { Vec::new() }; N];
    for _ in 0..N_ROUNDS {
        for (job, times) in jobs.iter().zip(&mut times) {
            let start = Instant::now();
            job();
            times.push(start.elapsed());
        }
    }
    times.map(|mut times| {
        times.sort_unstable();
        times[N_ROUNDS / 2]
    })
}
