//! Writes the seeds of a target, and the words that its files are made of: `seeds rtf FOLDER` makes `FOLDER/rtf/…` and
//! `FOLDER/rtf.dict`. Without arguments it lists the targets.

use std::fs;
use std::path::Path;

use wortlaut_fuzz::checks::TARGETS;
use wortlaut_fuzz::seeds;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [target, folder] = arguments.as_slice() else {
        for target in TARGETS {
            println!("{}", target.name);
        }
        return Ok(());
    };
    let corpus = Path::new(folder).join(target);
    fs::create_dir_all(&corpus)?;
    let seeds = seeds::of(target);
    for (name, bytes) in &seeds {
        fs::write(corpus.join(name), bytes)?;
    }
    let dictionary = Path::new(folder).join(format!("{target}.dict"));
    fs::write(dictionary, seeds::dictionary(&seeds))
}
