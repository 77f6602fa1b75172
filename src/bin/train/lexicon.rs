//! The full-form lexicon.

use std::path::Path;

use anyhow::{Context, Result};
use wortlaut::german::lexicon::Lexicon;
use wortlaut::german::lexicon_building::build;
use wortlaut::learning::model_file::{Reader, Writer, unpack};

use crate::{read, save};

/// Compiles `lexicon/german-forms.tsv.zst` and `gazetteer/proper-nouns.tsv`.
pub fn train(corpora: &Path, models: &Path) -> Result<()> {
    let forms = read(&corpora.join("lexicon/german-forms.tsv.zst"))?;
    let names = read(&corpora.join("gazetteer/proper-nouns.tsv"))?;
    let lexicon = build(forms.lines().chain(names.lines()))?;
    println!("{} forms", lexicon.len());
    let mut writer = Writer::default();
    lexicon.write(&mut writer);
    save(writer, &models.join("lexicon.model"))
}

/// The lexicon that an earlier run compiled.
pub fn load(models: &Path) -> Result<Lexicon> {
    let path = models.join("lexicon.model");
    let packed = std::fs::read(&path)
        .with_context(|| format!("train the lexicon first: {}", path.display()))?;
    Ok(Lexicon::read(&mut Reader::new(&unpack(&packed)?))?)
}
