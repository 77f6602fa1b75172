//! How fast the window is on a very long article: a million characters, thirty thousand marks. No screen is needed.
//!
//! `cargo bench --features window-tests --bench window`. A frame is what the program does for it: its own drawing and cutting the
//! shapes into triangles; sending these to the graphics card comes on top.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "window/edits.rs"]
mod edits;
#[path = "window/events.rs"]
mod events;
#[path = "../common/long_text.rs"]
mod long_text;
#[path = "window/outside.rs"]
mod outside;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use eframe::egui::{Context, Event, Key, Pos2, RawInput, Rect, ViewportId, pos2, vec2};

use wortlaut::document::{Kind, MentionId, Verdict};
use wortlaut::gui::app::{App, Parts, prepare};
use wortlaut::gui::command::Command;
use wortlaut::gui::marking::Marking;
use wortlaut::gui::review_store::ReviewStore;
use wortlaut::gui::session::Tab;
use wortlaut::gui::settings::Settings;
use wortlaut::gui::settings_store::SettingsStore;
use wortlaut::gui::worker::Worker;
use wortlaut::review::{Edit, Review};

use events::{key, press, wheel};
use outside::{NoClipboard, NoPicker, Prepared};

const SIZE: (f32, f32) = (1280.0, 800.0);

/// The window, drawn frame by frame.
struct Driver {
    context: Context,
    app: App,
    answers: Arc<AtomicUsize>,
    time: f64,
}

/// What a frame took, and when it wants the next.
struct Drawn {
    took: Duration,
    next: Duration,
}

impl Driver {
    fn new(long: Arc<Review>, short: Arc<Review>) -> Self {
        let context = Context::default();
        prepare(&context);
        let answers = Arc::new(AtomicUsize::new(0));
        let heard = answers.clone();
        let worker = Worker::start(
            move || Prepared { long, short },
            move || {
                heard.fetch_add(1, Ordering::SeqCst);
            },
        );
        let app = App::new(Parts {
            worker,
            picker: Box::new(NoPicker),
            clipboard: Box::new(NoClipboard),
            reviews: ReviewStore::nowhere(),
            store: SettingsStore::nowhere(),
            settings: Settings::default(),
        });
        Self {
            context,
            app,
            answers,
            time: 0.0,
        }
    }

    fn frame(&mut self, events: Vec<Event>) -> Drawn {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(SIZE.0, SIZE.1))),
            time: Some(self.time),
            focused: true,
            events,
            ..RawInput::default()
        };
        let start = Instant::now();
        let mut output = self.context.run_ui(input, |ui| self.app.frame(ui));
        let shapes = std::mem::take(&mut output.shapes);
        let triangles = self.context.tessellate(shapes, output.pixels_per_point);
        let took = start.elapsed();
        assert!(!triangles.is_empty(), "nothing was drawn");
        let next = output
            .viewport_output
            .get(&ViewportId::ROOT)
            .map_or(Duration::MAX, |viewport| viewport.repaint_delay);
        output.drop_without_applying_deltas();
        Drawn { took, next }
    }

    /// Opens a file; the time from the worker's answer to the end of the first frame with the article.
    fn open(&mut self, name: &str) -> Duration {
        let before = self.answers.load(Ordering::SeqCst);
        let serial = |app: &App| {
            let opened = app.session().desk().opened.as_ref();
            opened.map(|opened| opened.serial)
        };
        let shown = serial(&self.app);
        self.app.open(vec![PathBuf::from(name)]);
        self.frame(Vec::new());
        while self.answers.load(Ordering::SeqCst) == before {
            std::thread::yield_now();
        }
        let mut took = Duration::ZERO;
        while serial(&self.app) == shown {
            took += self.frame(Vec::new()).took;
        }
        took + self.frame(Vec::new()).took
    }

    /// Does something and draws it: what it takes until it is to be seen.
    fn correct(&mut self, command: Command) -> Duration {
        self.app.ask(command);
        // It is run at the end of a frame, and drawn in the next.
        self.frame(Vec::new()).took + self.frame(Vec::new()).took
    }

    /// Draws until nothing is asked for; how many frames that took and the longest of them.
    fn settle(&mut self) -> (usize, Duration) {
        let start = Instant::now();
        let (mut n_frames, mut longest) = (0, Duration::ZERO);
        let mut n_quiet = 0;
        while n_quiet < 20 && start.elapsed() < Duration::from_mins(1) {
            let drawn = self.frame(Vec::new());
            n_frames += 1;
            longest = longest.max(drawn.took);
            if drawn.next == Duration::MAX {
                n_quiet += 1;
                // A thread may still be at work.
                std::thread::sleep(Duration::from_millis(50));
            } else {
                n_quiet = 0;
            }
        }
        (n_frames, longest)
    }
}

fn main() {
    let long = Arc::new(Review::new(Arc::new(long_text::document(1_000_000))));
    let short = Arc::new(Review::new(Arc::new(long_text::document(4_200))));
    let (text, findings) = (long.document().text(), long.findings());
    println!(
        "{} characters, {} paragraphs, {} marks, {} statements",
        text.chars().count(),
        long.document().article.blocks.len(),
        findings.mentions.len(),
        findings.statements.len()
    );

    let start = Instant::now();
    let mut driver = Driver::new(long, short);
    driver.frame(Vec::new());
    println!("start to first frame      {}", shown(start.elapsed()));
    driver.settle();
    // Letters are drawn into the texture once, whatever is opened first.
    driver.open("warm.txt");
    driver.settle();
    println!(
        "600 words, answer→frame   {}",
        shown(driver.open("kurz.txt"))
    );
    driver.settle();

    let before = resident();
    println!(
        "long text, answer→frame   {}",
        shown(driver.open("lang.txt"))
    );
    let (n_frames, longest) = driver.settle();
    println!(
        "until idle                {n_frames} frames, longest {}",
        shown(longest)
    );
    println!(
        "memory                    {before:.0} MB before, {:.0} MB after",
        resident()
    );

    let reading = pos2(600.0, 400.0);
    driver.frame(vec![Event::PointerMoved(reading)]);
    report(
        "idle frames",
        (0..200).map(|_| driver.frame(Vec::new()).took),
    );
    for side in [Key::F7, Key::F8] {
        driver.frame(vec![key(side)]);
    }
    driver.settle();
    report(
        "idle, article alone",
        (0..200).map(|_| driver.frame(Vec::new()).took),
    );
    report(
        "wheel, article alone",
        (0..200).map(|_| driver.frame(vec![wheel(-120.0)]).took),
    );
    for side in [Key::F7, Key::F8] {
        driver.frame(vec![key(side)]);
    }
    driver.settle();
    report(
        "wheel",
        (0..600).map(|_| driver.frame(vec![wheel(-120.0)]).took),
    );
    report(
        "wheel, back",
        (0..600).map(|_| driver.frame(vec![wheel(150.0)]).took),
    );
    report(
        "page by page",
        (0..300).map(|_| driver.frame(vec![key(Key::PageDown)]).took),
    );
    let names =
        (0..300).map(|_| driver.frame(vec![key(Key::N)]).took + driver.frame(Vec::new()).took);
    report("name to name (2 frames)", names);
    let statements =
        (0..300).map(|_| driver.frame(vec![key(Key::J)]).took + driver.frame(Vec::new()).took);
    report("statement to statement", statements);
    driver.frame(vec![key(Key::Escape)]);
    driver.frame(vec![key(Key::Escape)]);
    drag_of_the_bar(&mut driver);
    let ends = (0..40).map(|index| {
        let goal = if index % 2 == 0 { Key::Home } else { Key::End };
        driver.frame(vec![key(goal)]).took
    });
    report("cold jumps, end to end", ends);
    let (n_frames, longest) = driver.settle();
    println!(
        "until idle                {n_frames} frames, longest {}",
        shown(longest)
    );
    correcting(&mut driver);
    println!("memory at the end         {:.0} MB", resident());
}

/// Takes the scroll bar of the article from the top to the end of its way; it is at the edge where the lists are put away.
fn drag_of_the_bar(driver: &mut Driver) {
    driver.frame(vec![key(Key::F8)]);
    driver.frame(vec![key(Key::Home)]);
    driver.settle();
    let at = |y: f32| pos2(SIZE.0 - 4.0, y);
    // Below the bars at the top.
    driver.frame(vec![Event::PointerMoved(at(100.0))]);
    driver.frame(vec![press(at(100.0), true)]);
    let ways = (0..300).map(|step| {
        let to = at(100.0 + 2.2 * step as f32);
        driver.frame(vec![Event::PointerMoved(to)]).took
    });
    let ways: Vec<Duration> = ways.collect();
    assert!(driver.context.dragged_id().is_some(), "the bar was missed");
    report("drag of the scroll bar", ways.into_iter());
    driver.frame(vec![press(at(750.0), false)]);
    driver.frame(vec![key(Key::F8)]);
}

/// A thousand different corrections, each made and drawn; then taken back and made again; then one of many marks at once.
fn correcting(driver: &mut Driver) {
    driver.frame(vec![key(Key::Home)]);
    driver.settle();
    let opened = driver.app.session().desk().opened.as_ref();
    let edits = edits::edits(opened.expect("an article is open").review());
    let corrections = edits.into_iter().map(|(what, edit)| {
        let took = driver.correct(Command::Correct(edit));
        (what, took)
    });
    let corrections: Vec<(&str, Duration)> = corrections.collect();
    let mut kinds: Vec<&str> = corrections.iter().map(|&(what, _)| what).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        let of_kind = corrections.iter().filter(|&&(what, _)| what == kind);
        report(&format!("  {kind}"), of_kind.map(|&(_, took)| took));
    }
    report(
        "correct and draw",
        corrections.iter().map(|&(_, took)| took),
    );
    report("undo", (0..200).map(|_| driver.correct(Command::Undo)));
    report("redo", (0..200).map(|_| driver.correct(Command::Redo)));
    let many = (0..200).map(|index| Edit::JudgeMention {
        mention: MentionId(20_000 + 3 * index),
        verdict: Verdict::Accepted,
    });
    let many = Edit::Group {
        edits: many.collect(),
    };
    let group = [Command::Correct(many), Command::Undo, Command::Redo];
    report(
        "200 marks at once",
        group.into_iter().map(|command| driver.correct(command)),
    );
    for (tab, what, first) in [
        (Tab::Balance, "with the balance beside", 10_000),
        (Tab::Review, "with the queue beside", 12_000),
    ] {
        driver.correct(Command::Show(tab));
        driver.settle();
        let confirm = |index: u32| Edit::JudgeMention {
            mention: MentionId(first + index),
            verdict: Verdict::Accepted,
        };
        let corrections = (0..100).map(confirm).map(Command::Correct);
        let took: Vec<Duration> = corrections.map(|command| driver.correct(command)).collect();
        report(what, took.into_iter());
    }
    let marking = [
        Command::FocusMention(MentionId(20_001)),
        Command::Mark(Marking::Kind(Kind::Other)),
        Command::Mark(Marking::Reject),
    ];
    report(
        "look at, retype, reject",
        marking.into_iter().map(|command| driver.correct(command)),
    );
}

fn report(what: &str, frames: impl Iterator<Item = Duration>) {
    let mut frames: Vec<Duration> = frames.collect();
    frames.sort_unstable();
    let at = |percent: usize| shown(frames[(frames.len() - 1) * percent / 100]);
    println!(
        "{what:25} p50 {}  p99 {}  longest {}",
        at(50),
        at(99),
        at(100)
    );
}

fn shown(time: Duration) -> String {
    format!("{:8.2} ms", time.as_secs_f64() * 1000.0)
}

/// Memory in use, in megabytes; 0 where the system does not say.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next());
    kilobytes.and_then(|n| n.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}
