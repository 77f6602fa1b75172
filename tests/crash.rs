//! The program killed in the midst of saving: what it leaves can be opened, and what was made two seconds before is in it.
//!
//! Needs the feature `window-tests`. The test starts itself again as a child that makes corrections in a burst, saved by
//! the program's own thread, and kills it with a signal that cannot be caught. `WORTLAUT_KILLS=200 cargo test --features
//! window-tests --test crash` does so two hundred times, in about three minutes; without the variable eight times.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command as Program, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use wortlaut::article;
use wortlaut::document::{Document, Findings, Kind};
use wortlaut::exchange;
use wortlaut::exchange::sidecar::Places;
use wortlaut::gui::command::Command;
use wortlaut::gui::review_store::ReviewStore;
use wortlaut::gui::saver::Saver;
use wortlaut::gui::session::{Effect, Session};
use wortlaut::gui::source::Source;
use wortlaut::review::{Edit, Review};
use wortlaut::span::Span;

/// Tells the child which folder is its own, and how long it pauses between corrections, in microseconds.
const FOLDER: &str = "WORTLAUT_CRASH_FOLDER";
const PAUSE: &str = "WORTLAUT_CRASH_PAUSE";

/// How much a crash may take.
const MOST_LOST: Duration = Duration::from_secs(2);

/// Children at the same time.
const AT_ONCE: usize = 4;

fn millis(time: SystemTime) -> u128 {
    time.duration_since(UNIX_EPOCH)
        .map_or(0, |passed| passed.as_millis())
}

fn article_in(folder: &Path) -> PathBuf {
    folder.join("artikel.txt")
}

fn document(path: &Path) -> Document {
    let text = std::fs::read_to_string(path).expect("the article is there");
    let mut article = article::from_text(text);
    article.source.path = Some(path.to_owned());
    Document {
        article,
        tokens: Vec::new(),
        sentences: Vec::new(),
        tags: Vec::new(),
        findings: Findings::default(),
        made_by: String::new(),
    }
}

/// Makes corrections until it is killed; says the number of each, and when it was made.
fn child(folder: &Path, pause: Duration) {
    let places = Places {
        data: Some(folder.join("daten")),
    };
    let store = ReviewStore::at(folder.join("daten"));
    let saver = Saver::start(places, || {});
    let mut session = Session::default();
    let path = article_in(folder);
    let Some(Effect::Read(request, source)) = session.run(Command::Open(path.clone())) else {
        panic!("it must be read");
    };
    let review = Arc::new(Review::new(Arc::new(document(&path))));
    let reopened = store.reopen(&source, review).expect("there is a place");
    session.run(Command::Reopened(
        request,
        Source::file(&path),
        Box::new(reopened),
    ));
    let mut out = std::io::stdout().lock();
    for number in 1_usize.. {
        saver.withdraw();
        let answers: Vec<Command> = saver.answers().collect();
        for answer in answers {
            session.run(answer);
        }
        let place = (number % 400) * 6;
        session.run(Command::Correct(Edit::AddMention {
            span: Span::new(place, place + 5),
            kind: if number / 400 % 2 == 0 {
                Kind::Person
            } else {
                Kind::Location
            },
            entity: None,
        }));
        let told =
            writeln!(out, "{number} {}", millis(SystemTime::now())).and_then(|()| out.flush());
        if told.is_err() {
            return;
        }
        saver.publish(session.jobs(), Instant::now());
        std::thread::sleep(pause);
    }
}

/// As the child is started by the parent; alone it does nothing.
#[test]
fn the_child_makes_corrections() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let pause = std::env::var(PAUSE)
        .ok()
        .and_then(|pause| pause.parse().ok());
    child(
        Path::new(&folder),
        Duration::from_micros(pause.unwrap_or(1000)),
    );
}

struct Killed {
    made: usize,
    due: usize,
    saved: Option<usize>,
}

/// A number that looks random and is the same in every run (`SplitMix64`).
fn random(seed: u64) -> u64 {
    let mut mixed = seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

fn start(folder: &Path, pause: u64) -> Child {
    let own = std::env::current_exe().expect("the test is a file");
    let mut program = Program::new(own);
    program
        .args(["--exact", "the_child_makes_corrections", "--nocapture"])
        .env(FOLDER, folder)
        .env(PAUSE, pause.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    program.spawn().expect("the test can be started again")
}

/// On a disk in memory, if there is one: how long another takes to write what it was given is not ours to answer for.
fn folder() -> tempfile::TempDir {
    let in_memory = tempfile::tempdir_in("/dev/shm");
    in_memory
        .or_else(|_| tempfile::tempdir())
        .expect("a folder")
}

/// Starts a child, kills it, and looks at what it has left.
fn kill_one(seed: u64) -> Killed {
    let folder = folder();
    let words: Vec<String> = (0..400).map(|number| format!("W{number:04}")).collect();
    std::fs::write(article_in(folder.path()), words.join(" ")).expect("it can be written");
    // From many corrections a moment to one now and then; short lives and long ones.
    let pause = [200, 1000, 5000, 30_000, 450_000][(random(seed) % 5) as usize];
    let life = Duration::from_millis(300 + random(seed + 1_000_000) % 4200);
    let mut child = start(folder.path(), pause);
    let out = child.stdout.take().expect("it is a pipe");
    let reader = std::thread::spawn(move || {
        let lines = BufReader::new(out).lines().map_while(Result::ok);
        let made = lines.filter_map(|line| {
            let (number, at) = line.split_once(' ')?;
            Some((number.parse().ok()?, at.parse().ok()?))
        });
        made.collect::<Vec<(usize, u128)>>()
    });
    std::thread::sleep(life);
    let killed_at = millis(SystemTime::now());
    child.kill().expect("it lives");
    child.wait().expect("it was ours");
    let made = reader.join().expect("it only reads");
    let is_due = |(_, at): &&(usize, u128)| at + MOST_LOST.as_millis() <= killed_at;
    let path = folder.path().join("artikel.txt.wortlaut.json");
    let saved = path
        .exists()
        .then(|| exchange::open(&path).expect("what is there can be opened"));
    Killed {
        made: made.last().map_or(0, |(number, _)| *number),
        due: made.iter().rfind(is_due).map_or(0, |(number, _)| *number),
        saved: saved.map(|saved| saved.steps().len()),
    }
}

#[test]
fn a_kill_at_any_moment_takes_two_seconds_at_most() {
    if std::env::var_os(FOLDER).is_some() {
        return;
    }
    let n_kills = std::env::var("WORTLAUT_KILLS")
        .ok()
        .and_then(|n_kills| n_kills.parse().ok());
    let n_kills: u64 = n_kills.unwrap_or(8);
    let mut killed = Vec::new();
    let seeds: Vec<u64> = (0..n_kills).collect();
    for group in seeds.chunks(AT_ONCE) {
        std::thread::scope(|scope| {
            let children: Vec<_> = group
                .iter()
                .map(|&seed| scope.spawn(move || kill_one(seed)))
                .collect();
            killed.extend(
                children
                    .into_iter()
                    .map(|child| child.join().expect("it can be opened")),
            );
        });
    }
    for (seed, Killed { made, due, saved }) in killed.iter().enumerate() {
        assert!(
            *due <= saved.unwrap_or(0),
            "seed {seed}: {made} made, {due} due, {saved:?} saved"
        );
    }
    let n_due = killed.iter().filter(|killed| 0 < killed.due).count();
    let is_in_midst = |killed: &&Killed| killed.saved.is_some_and(|saved| saved < killed.made);
    let n_in_midst = killed.iter().filter(is_in_midst).count();
    print_figures(killed.len(), n_due, n_in_midst);
    assert!(0 < n_due, "no child lived long enough");
}

/// For whoever runs it with `--nocapture`.
#[expect(clippy::print_stdout, reason = "figures of a long test")]
fn print_figures(n_killed: usize, n_due: usize, n_in_midst: usize) {
    println!(
        "{n_killed} killed, {n_due} with corrections older than two seconds, {n_in_midst} with newer ones lost"
    );
}
