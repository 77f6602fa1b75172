//! A screen that nobody sees, the program on it, and hands that move its mouse and press its keys.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde_json::Value;

/// Longer than a machine with one busy core and software drawing needs.
const PATIENCE: Duration = Duration::from_mins(2);

/// Ends a program when the test ends, however it ends.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(command: &mut Command) -> Running {
    let program = command.get_program().to_string_lossy().into_owned();
    match command.stdin(Stdio::null()).spawn() {
        Ok(child) => Running(child),
        Err(error) => panic!("{program} does not start ({error}); is it installed?"),
    }
}

/// Asks again and again until there is an answer.
fn wait<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(start.elapsed() < PATIENCE, "{what} never came");
        std::thread::sleep(Duration::from_millis(50));
    }
}

struct Screen {
    _server: Running,
    display: String,
}

impl Screen {
    /// A virtual screen of its own, with a number that nobody uses.
    fn new() -> Self {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        let mut command = Command::new("Xvfb");
        // The server chooses a free number and writes it to its standard output.
        // Without -noreset the server starts anew, and drops who is just connecting, when a lone xdotool leaves.
        command.args(["-displayfd", "1", "-noreset", "-screen", "0", "1280x800x24"]);
        command.stdout(writer).stderr(Stdio::null());
        let server = start(&mut command);
        drop(command);
        let mut lines = std::io::BufRead::lines(std::io::BufReader::new(reader));
        let number = lines.next().expect("a number").expect("a line of text");
        Self {
            _server: server,
            display: format!(":{}", number.trim()),
        }
    }

    fn xdotool(&self, arguments: &[&str]) -> Option<String> {
        let output = Command::new("xdotool")
            .args(arguments)
            .env("DISPLAY", &self.display)
            .output()
            .expect("xdotool is installed");
        let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        (output.status.success() && !said.is_empty()).then_some(said)
    }
}

/// Held by the window that is open: several at once, drawn without a graphics card, would only wait for each other.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

pub struct Window {
    _only: MutexGuard<'static, ()>,
    screen: Screen,
    program: Running,
    id: String,
    state_file: PathBuf,
}

impl Window {
    /// Starts the program with a file; its state, settings and whatever else it writes stay in `folder`.
    pub fn open(folder: &Path, file: &Path) -> Self {
        let only = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let screen = Screen::new();
        let state_file = folder.join("state.json");
        let mut command = Command::new(env!("CARGO_BIN_EXE_wortlaut"));
        command
            .arg(file)
            .env("DISPLAY", &screen.display)
            .env("WORTLAUT_STATE_FILE", &state_file)
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("LC_ALL", "de_DE.UTF-8")
            .env("XDG_CONFIG_HOME", folder.join("config"))
            .env("XDG_DATA_HOME", folder.join("data"))
            // No file dialog of the system, which nobody here could use: a field for the path takes its place.
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET");
        let program = start(&mut command);
        let id = wait("the window", || {
            let found = screen.xdotool(&["search", "--name", "Wortlaut"])?;
            found.lines().next().map(str::to_owned)
        });
        Self {
            _only: only,
            screen,
            program,
            id,
            state_file,
        }
    }

    /// Takes a picture of the screen, kept among the files of the build; fails if it shows next to nothing.
    pub fn picture(&self, name: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("screens");
        std::fs::create_dir_all(&folder).expect("the build has a folder");
        let file = folder.join(format!("{name}.png"));
        let taken = Command::new("import")
            .args(["-window", "root"])
            .arg(&file)
            .env("DISPLAY", &self.screen.display)
            .status();
        assert!(taken.expect("ImageMagick is installed").success());
        let colours = Command::new("identify")
            .args(["-format", "%k"])
            .arg(&file)
            .output();
        let colours = colours.expect("ImageMagick is installed").stdout;
        let colours = String::from_utf8_lossy(&colours).trim().parse::<u32>();
        assert!(100 < colours.expect("a number"), "{name} shows nothing");
    }

    /// Presses a key, named as xdotool does ("ctrl+f"), until the state is as `is` says: on a busy machine one may be lost.
    pub fn press(&self, key: &str, what: &str, is: impl Fn(&Value) -> bool) -> Value {
        self.repeat(what, is, || self.keyboard(&["key", key]))
    }

    /// Types words, letter by letter, until the state is as `is` says: on a busy machine a letter may be lost. What was
    /// in the field is replaced.
    pub fn type_words(&self, words: &str, what: &str, is: impl Fn(&Value) -> bool) -> Value {
        self.repeat(what, is, || {
            self.keyboard(&["key", "ctrl+a"]);
            self.keyboard(&["type", "--delay", "25", words]);
        })
    }

    fn repeat(&self, what: &str, is: impl Fn(&Value) -> bool, act: impl Fn()) -> Value {
        let start = Instant::now();
        loop {
            act();
            let done = Instant::now();
            while done.elapsed() < Duration::from_secs(10) {
                if let Some(state) = self.state().filter(&is) {
                    return state;
                }
                std::thread::sleep(Duration::from_millis(50));
            }
            self.give_up_after(start, what);
        }
    }

    /// Fails after too long a time, with a picture and the state.
    fn give_up_after(&self, start: Instant, what: &str) {
        if PATIENCE <= start.elapsed() {
            self.picture(&format!("without {what}"));
            panic!("{what} never came: {:?}", self.state());
        }
    }

    fn keyboard(&self, arguments: &[&str]) {
        // Without a window manager nobody else gives the window the keyboard; to give it again could swallow a key.
        let has_it = self.screen.xdotool(&["getwindowfocus"]);
        if has_it.as_deref() != Some(self.id.as_str()) {
            self.screen.xdotool(&["windowfocus", "--sync", &self.id]);
        }
        self.screen.xdotool(arguments);
    }

    fn state(&self) -> Option<Value> {
        serde_json::from_slice(&std::fs::read(&self.state_file).ok()?).ok()
    }

    /// Waits until the state is as `is` says.
    pub fn wait_for(&mut self, what: &str, is: impl Fn(&Value) -> bool) -> Value {
        let program = &mut self.program.0;
        let state_file = &self.state_file;
        wait(what, || {
            let ended = program.try_wait().expect("it can be asked");
            assert!(ended.is_none(), "the program has ended: {ended:?}");
            let state = serde_json::from_slice(&std::fs::read(state_file).ok()?).ok()?;
            is(&state).then_some(state)
        })
    }

    /// Clicks what bears this name, until the state is as `is` says: on a busy machine a click may come while
    /// the list still moves.
    pub fn click(&mut self, name: &str, what: &str, is: impl Fn(&Value) -> bool) -> Value {
        self.point(name, &["click", "1"], what, is)
    }

    /// The same with the right button.
    pub fn right_click(&mut self, name: &str, what: &str, is: impl Fn(&Value) -> bool) -> Value {
        self.point(name, &["click", "3"], what, is)
    }

    /// Clicks twice, as for a word, so many pixels to the right of what bears this name.
    pub fn double_click_beside(
        &mut self,
        name: &str,
        pixels: i32,
        what: &str,
        is: impl Fn(&Value) -> bool,
    ) -> Value {
        let pixels = pixels.to_string();
        let double = [
            "mousemove_relative",
            "--",
            &pixels,
            "0",
            "click",
            "--repeat",
            "2",
            "--delay",
            "80",
            "1",
        ];
        self.point(name, &double, what, is)
    }

    /// Drags what bears this name so many pixels to the right.
    pub fn drag(
        &mut self,
        name: &str,
        pixels: i32,
        what: &str,
        is: impl Fn(&Value) -> bool,
    ) -> Value {
        let (half, rest) = ((pixels / 2).to_string(), (pixels - pixels / 2).to_string());
        let drag = [
            "mousedown",
            "1",
            "sleep",
            "0.2",
            "mousemove_relative",
            "--",
            &half,
            "0",
            "sleep",
            "0.2",
            "mousemove_relative",
            "--",
            &rest,
            "0",
            "sleep",
            "0.2",
            "mouseup",
            "1",
        ];
        self.point(name, &drag, what, is)
    }

    /// Moves the pointer to the middle of what bears this name and does something with the mouse, until the state is as
    /// `is` says.
    fn point(
        &mut self,
        name: &str,
        then: &[&str],
        what: &str,
        is: impl Fn(&Value) -> bool,
    ) -> Value {
        let start = Instant::now();
        loop {
            let state = self.wait_for(name, |state| place(state, name).is_some());
            let (x, y) = place(&state, name).expect("it was just there");
            let mut arguments = vec!["mousemove", "--window", &self.id, &x, &y];
            arguments.extend(then);
            self.screen.xdotool(&arguments);
            let clicked = Instant::now();
            while clicked.elapsed() < Duration::from_secs(10) {
                if let Some(state) = self.state().filter(&is) {
                    return state;
                }
                std::thread::sleep(Duration::from_millis(50));
            }
            self.give_up_after(start, what);
        }
    }
}

/// Where the middle of something is, in pixels of the window; "Kurt*" is what begins so.
pub fn place(state: &Value, name: &str) -> Option<(String, String)> {
    let places = state["places"].as_array()?;
    let is_it = |there: &str| {
        there == name || (name.strip_suffix('*')).is_some_and(|start| there.starts_with(start))
    };
    let place = places
        .iter()
        .find(|place| place["name"].as_str().is_some_and(is_it))?;
    Some((
        place["x"].as_f64()?.to_string(),
        place["y"].as_f64()?.to_string(),
    ))
}
