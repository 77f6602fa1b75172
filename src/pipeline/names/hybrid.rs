//! A network beside the sparse features of the name model: where these are unsure, what each says of a label is added.

use std::collections::HashMap;

use super::features::{Domain, Word, network};
use crate::document::Sentence;
use crate::learning::features::Atom;
use crate::learning::model_file::{Damaged, Reader, Writer};
use crate::learning::network::{Inputs, Network, REACH};
use crate::learning::sequence::Emissions;

/// A network and how much it counts.
#[derive(Clone, Debug)]
pub struct Hybrid {
    network: Network,
    /// Share of the network in the scores of labels; the rest is that of the sparse features.
    pub share: f32,
}

impl Hybrid {
    /// A network with its share.
    pub fn new(network: Network, share: f32) -> Self {
        Self { network, share }
    }

    /// Takes the network's share into account in what the sparse features say of the unsure words of an article.
    pub fn mix_in(
        &self,
        words: &[Word],
        sentences: &[Sentence],
        domain: Domain,
        unsure: &[bool],
        emissions: &mut [Emissions],
    ) {
        let mut numbers: HashMap<Atom, u32> = HashMap::new();
        let mut different = Inputs::default();
        let mut rows = vec![0; words.len()];
        for sentence in sentences {
            let run = sentence.tokens.clone();
            let mut next = run.start;
            for at in run.clone().filter(|&at| unsure[at]) {
                // Each word is looked at once, however many unsure ones are near.
                for near in next.max(at.saturating_sub(REACH))..run.end.min(at + REACH + 1) {
                    let word = &words[near];
                    let is_first = near == run.start;
                    let number = numbers.len() as u32;
                    rows[near] =
                        *numbers
                            .entry(network::kind(word, is_first))
                            .or_insert_with(|| {
                                network::push(word, is_first, domain, &mut different);
                                number
                            });
                    next = near + 1;
                }
            }
        }
        let prepared = self.network.prepare(&different);
        for (sentence, emissions) in sentences.iter().zip(emissions) {
            let run = sentence.tokens.clone();
            let is_wanted = &unsure[run.clone()];
            if is_wanted.contains(&true) {
                let scores = self.network.scores(&prepared, &rows[run], is_wanted);
                emissions.mix(&scores, self.share, is_wanted);
            }
        }
    }

    /// Appends itself to a model file.
    pub fn write(&self, out: &mut Writer) {
        out.float(self.share);
        self.network.write(out);
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(input: &mut Reader) -> Result<Self, Damaged> {
        Ok(Self {
            share: input.float()?,
            network: Network::read(input)?,
        })
    }
}
