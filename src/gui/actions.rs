//! Everything that can be done without pointing at something: the one list behind keys, the command palette and the
//! list of keys.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use crate::document::{Kind, StatementKind};
use crate::view::comparison::Side;
use crate::view::edges::Edge;
use crate::view::selection::Grain;

use super::checking::Checking;
use super::citing::{Citing, Form};
use super::command::{Command, Step, ZoomStep};
use super::comparing::ComparisonCommand;
use super::editing::{Field, Typing};
use super::i18n::{Language, LanguageChoice};
use super::lexicon::LexiconCommand;
use super::marking::Marking;
use super::picking::Asked;
use super::reviewing::Reviewing;
use super::state::{Dialog, Tab, ThemeChoice};
use super::typography::Typeface;

/// Something that can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Action(usize);

/// The parts of the list of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Files and tabs.
    Files,
    /// Walking through the article.
    Reading,
    /// Correcting.
    Correcting,
    /// Finding.
    Finding,
    /// How it looks.
    View,
}

impl Group {
    /// All parts, in their order.
    pub const ALL: [Self; 5] = [
        Self::Reading,
        Self::Correcting,
        Self::Finding,
        Self::Files,
        Self::View,
    ];

    /// Key of its title.
    pub fn title(self) -> &'static str {
        match self {
            Self::Files => "keys-files",
            Self::Reading => "keys-reading",
            Self::Correcting => "keys-correcting",
            Self::Finding => "keys-finding",
            Self::View => "keys-view",
        }
    }
}

/// Where the keys of an action work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// Everywhere.
    Everywhere,
    /// Where nothing is typed and no dialog is open.
    Reading,
}

struct Row {
    /// Kept in settings and shown in words by Fluent.
    name: &'static str,
    group: Group,
    reach: Reach,
    keys: &'static [KeyboardShortcut],
    command: fn() -> Command,
}

const fn key(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn control(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn control_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

const fn alt_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT.plus(Modifiers::SHIFT), key)
}

const fn control_alt_shift(key: Key) -> KeyboardShortcut {
    let held = Modifiers::COMMAND.plus(Modifiers::ALT);
    KeyboardShortcut::new(held.plus(Modifiers::SHIFT), key)
}

fn edge(edge: Edge, step: Step, grain: Grain) -> Command {
    Command::Mark(Marking::MoveEdge(edge, step, grain))
}

use Group::{Correcting, Files, Finding, Reading, View};
use Reach::Everywhere;

/// In each part in the order of the list of keys.
#[rustfmt::skip]
const ROWS: &[Row] = &[
    Row { name: "do-open", group: Files, reach: Everywhere, keys: &[control(Key::O)], command: || Command::PickArticle },
    Row { name: "do-open-folder", group: Files, reach: Everywhere, keys: &[control_shift(Key::O)], command: || Command::PickFolder },
    Row { name: "do-paste", group: Files, reach: Reach::Reading, keys: &[control(Key::V)], command: || Command::Paste },
    Row { name: "do-read-again", group: Files, reach: Everywhere, keys: &[key(Key::F5), control(Key::R)], command: || Command::ReadAgain(None) },
    Row { name: "do-save", group: Files, reach: Everywhere, keys: &[control(Key::S)], command: || Command::SaveNow },
    Row { name: "do-export", group: Files, reach: Everywhere, keys: &[control(Key::E)], command: || Command::ShowExport },
    Row { name: "do-add-tab", group: Files, reach: Everywhere, keys: &[control(Key::T)], command: || Command::AddDesk },
    Row { name: "do-close-tab", group: Files, reach: Everywhere, keys: &[control(Key::W)], command: || Command::CloseDesk(None) },
    Row { name: "do-reopen-tab", group: Files, reach: Everywhere, keys: &[control_shift(Key::T)], command: || Command::Reopen },
    Row { name: "do-next-tab", group: Files, reach: Everywhere, keys: &[control(Key::Tab), control(Key::PageDown)], command: || Command::StepDesk(Step::Next) },
    Row { name: "do-previous-tab", group: Files, reach: Everywhere, keys: &[control_shift(Key::Tab), control(Key::PageUp)], command: || Command::StepDesk(Step::Previous) },

    Row { name: "do-next-statement", group: Reading, reach: Reach::Reading, keys: &[key(Key::J)], command: || Command::StepStatement(Step::Next) },
    Row { name: "do-previous-statement", group: Reading, reach: Reach::Reading, keys: &[key(Key::K)], command: || Command::StepStatement(Step::Previous) },
    Row { name: "do-next-mention", group: Reading, reach: Reach::Reading, keys: &[key(Key::N)], command: || Command::StepMention(Step::Next) },
    Row { name: "do-previous-mention", group: Reading, reach: Reach::Reading, keys: &[key(Key::P)], command: || Command::StepMention(Step::Previous) },
    Row { name: "do-select-all", group: Reading, reach: Reach::Reading, keys: &[control(Key::A)], command: || Command::SelectAll },
    Row { name: "do-cite", group: Reading, reach: Reach::Reading, keys: &[key(Key::Z)], command: || Command::Cite(Citing::Copy(None, Form::Citation)) },
    Row { name: "do-cite-markdown", group: Reading, reach: Reach::Reading, keys: &[shift(Key::Z)], command: || Command::Cite(Citing::Copy(None, Form::Markdown)) },
    Row { name: "do-card", group: Reading, reach: Reach::Reading, keys: &[key(Key::B)], command: || Command::Cite(Citing::ShowCard(None)) },
    Row { name: "do-cite-listed", group: Reading, reach: Reach::Reading, keys: &[alt(Key::Z)], command: || Command::Cite(Citing::CopyListed(Form::Citation)) },
    Row { name: "do-cite-listed-markdown", group: Reading, reach: Reach::Reading, keys: &[alt_shift(Key::Z)], command: || Command::Cite(Citing::CopyListed(Form::Markdown)) },
    Row { name: "do-back", group: Reading, reach: Everywhere, keys: &[alt(Key::ArrowLeft)], command: || Command::Back },
    Row { name: "do-forward", group: Reading, reach: Everywhere, keys: &[alt(Key::ArrowRight)], command: || Command::Forward },
    Row { name: "do-leave", group: Reading, reach: Reach::Reading, keys: &[key(Key::Escape)], command: || Command::Leave },
    Row { name: "do-show-statements", group: Reading, reach: Everywhere, keys: &[alt(Key::Num1)], command: || Command::Show(Tab::Statements) },
    Row { name: "do-show-context", group: Reading, reach: Everywhere, keys: &[alt(Key::Num2)], command: || Command::Show(Tab::Context) },
    Row { name: "do-show-balance", group: Reading, reach: Everywhere, keys: &[alt(Key::Num3)], command: || Command::Show(Tab::Balance) },
    Row { name: "do-show-review", group: Reading, reach: Everywhere, keys: &[alt(Key::Num4)], command: || Command::Show(Tab::Review) },
    Row { name: "do-next-panel", group: Reading, reach: Everywhere, keys: &[key(Key::F6)], command: || Command::StepRegion(Step::Next) },
    Row { name: "do-previous-panel", group: Reading, reach: Everywhere, keys: &[shift(Key::F6)], command: || Command::StepRegion(Step::Previous) },

    Row { name: "do-undo", group: Correcting, reach: Reach::Reading, keys: &[control(Key::Z)], command: || Command::Undo },
    Row { name: "do-redo", group: Correcting, reach: Reach::Reading, keys: &[control_shift(Key::Z), control(Key::Y)], command: || Command::Redo },

    Row { name: "do-compare", group: Correcting, reach: Everywhere, keys: &[control(Key::D)], command: || Command::Compare(ComparisonCommand::Pick) },
    Row { name: "do-next-difference", group: Correcting, reach: Reach::Reading, keys: &[alt(Key::J)], command: || Command::Compare(ComparisonCommand::Step(Step::Next)) },
    Row { name: "do-previous-difference", group: Correcting, reach: Reach::Reading, keys: &[alt(Key::K)], command: || Command::Compare(ComparisonCommand::Step(Step::Previous)) },
    Row { name: "do-take-a", group: Correcting, reach: Reach::Reading, keys: &[alt(Key::A)], command: || Command::Compare(ComparisonCommand::TakeOverChosen(Side::A)) },
    Row { name: "do-take-b", group: Correcting, reach: Reach::Reading, keys: &[alt(Key::B)], command: || Command::Compare(ComparisonCommand::TakeOverChosen(Side::B)) },
    Row { name: "do-lexicon", group: Correcting, reach: Everywhere, keys: &[control(Key::L)], command: || Command::Lexicon(LexiconCommand::Show) },
    Row { name: "do-learn", group: Correcting, reach: Everywhere, keys: &[control_shift(Key::L)], command: || Command::Lexicon(LexiconCommand::Learn) },
    Row { name: "do-steps", group: Correcting, reach: Everywhere, keys: &[], command: || Command::ShowDialog(Dialog::Steps) },
    Row { name: "do-pick-speaker", group: Correcting, reach: Reach::Reading, keys: &[key(Key::S)], command: || Command::Ask(Asked::Speaker) },
    Row { name: "do-pick-addressee", group: Correcting, reach: Reach::Reading, keys: &[], command: || Command::Ask(Asked::Addressee) },
    Row { name: "do-pick-via", group: Correcting, reach: Reach::Reading, keys: &[], command: || Command::Ask(Asked::Via) },
    Row { name: "do-pick-meant", group: Correcting, reach: Reach::Reading, keys: &[key(Key::G)], command: || Command::Ask(Asked::Meant) },
    Row { name: "do-merge", group: Correcting, reach: Reach::Reading, keys: &[key(Key::M)], command: || Command::Ask(Asked::Merge) },
    Row { name: "do-next-open", group: Correcting, reach: Reach::Reading, keys: &[key(Key::Q)], command: || Command::Review(Reviewing::Step(Step::Next)) },
    Row { name: "do-previous-open", group: Correcting, reach: Reach::Reading, keys: &[shift(Key::Q)], command: || Command::Review(Reviewing::Step(Step::Previous)) },
    Row { name: "do-name-reader", group: Correcting, reach: Everywhere, keys: &[], command: || Command::ShowDialog(Dialog::Appearance) },
    Row { name: "do-article-note", group: Correcting, reach: Reach::Reading, keys: &[shift(Key::E)], command: || Command::Words(Typing::Begin(Field::ArticleNote)) },
    Row { name: "do-rename", group: Correcting, reach: Reach::Reading, keys: &[key(Key::F2)], command: || Command::Words(Typing::BeginName) },
    Row { name: "do-note", group: Correcting, reach: Reach::Reading, keys: &[key(Key::E)], command: || Command::Words(Typing::BeginNote) },

    Row { name: "do-mark-person", group: Correcting, reach: Reach::Reading, keys: &[key(Key::Num1)], command: || Command::Mark(Marking::Kind(Kind::Person)) },
    Row { name: "do-mark-organisation", group: Correcting, reach: Reach::Reading, keys: &[key(Key::Num2)], command: || Command::Mark(Marking::Kind(Kind::Organisation)) },
    Row { name: "do-mark-location", group: Correcting, reach: Reach::Reading, keys: &[key(Key::Num3)], command: || Command::Mark(Marking::Kind(Kind::Location)) },
    Row { name: "do-mark-other", group: Correcting, reach: Reach::Reading, keys: &[key(Key::Num4)], command: || Command::Mark(Marking::Kind(Kind::Other)) },
    Row { name: "do-mark-role", group: Correcting, reach: Reach::Reading, keys: &[key(Key::Num5)], command: || Command::Mark(Marking::Kind(Kind::Role)) },
    Row { name: "do-mark-date", group: Correcting, reach: Reach::Reading, keys: &[key(Key::Num6)], command: || Command::Mark(Marking::Kind(Kind::Date)) },
    Row { name: "do-mark-time", group: Correcting, reach: Reach::Reading, keys: &[key(Key::Num7)], command: || Command::Mark(Marking::Kind(Kind::Time)) },
    Row { name: "do-mark-duration", group: Correcting, reach: Reach::Reading, keys: &[key(Key::Num8)], command: || Command::Mark(Marking::Kind(Kind::Duration)) },
    Row { name: "do-mark-amount", group: Correcting, reach: Reach::Reading, keys: &[key(Key::Num9)], command: || Command::Mark(Marking::Kind(Kind::Amount)) },
    Row { name: "do-mark-direct", group: Correcting, reach: Reach::Reading, keys: &[key(Key::D)], command: || Command::Mark(Marking::Statement(StatementKind::Direct)) },
    Row { name: "do-mark-indirect", group: Correcting, reach: Reach::Reading, keys: &[key(Key::I)], command: || Command::Mark(Marking::Statement(StatementKind::Indirect)) },
    Row { name: "do-mark-reported", group: Correcting, reach: Reach::Reading, keys: &[key(Key::R)], command: || Command::Mark(Marking::Statement(StatementKind::Reported)) },
    Row { name: "do-mark-free", group: Correcting, reach: Reach::Reading, keys: &[key(Key::F)], command: || Command::Mark(Marking::Statement(StatementKind::FreeIndirect)) },
    Row { name: "do-use-as-speaker", group: Correcting, reach: Reach::Reading, keys: &[shift(Key::S)], command: || Command::Mark(Marking::Speaker) },
    Row { name: "do-use-as-content", group: Correcting, reach: Reach::Reading, keys: &[key(Key::C)], command: || Command::Mark(Marking::Content) },
    Row { name: "do-confirm", group: Correcting, reach: Reach::Reading, keys: &[key(Key::Enter)], command: || Command::Mark(Marking::Confirm) },
    Row { name: "do-reject", group: Correcting, reach: Reach::Reading, keys: &[key(Key::X), key(Key::Delete)], command: || Command::Mark(Marking::Reject) },
    Row { name: "do-mark-menu", group: Correcting, reach: Reach::Reading, keys: &[key(Key::Menu), shift(Key::F10)], command: || Command::Mark(Marking::Menu(None)) },
    Row { name: "do-occurrences-all", group: Correcting, reach: Reach::Reading, keys: &[key(Key::A)], command: || Command::Mark(Marking::Occurrences(Checking::TakeAll)) },
    Row { name: "do-occurrences", group: Correcting, reach: Reach::Reading, keys: &[shift(Key::A)], command: || Command::Mark(Marking::Occurrences(Checking::List)) },
    Row { name: "do-next-word", group: Correcting, reach: Reach::Reading, keys: &[key(Key::W)], command: || Command::Mark(Marking::StepWord(Step::Next)) },
    Row { name: "do-previous-word", group: Correcting, reach: Reach::Reading, keys: &[shift(Key::W)], command: || Command::Mark(Marking::StepWord(Step::Previous)) },
    Row { name: "do-right-edge-on", group: Correcting, reach: Reach::Reading, keys: &[shift(Key::ArrowRight)], command: || edge(Edge::Right, Step::Next, Grain::Word) },
    Row { name: "do-right-edge-back", group: Correcting, reach: Reach::Reading, keys: &[shift(Key::ArrowLeft)], command: || edge(Edge::Right, Step::Previous, Grain::Word) },
    Row { name: "do-left-edge-back", group: Correcting, reach: Reach::Reading, keys: &[alt_shift(Key::ArrowLeft)], command: || edge(Edge::Left, Step::Previous, Grain::Word) },
    Row { name: "do-left-edge-on", group: Correcting, reach: Reach::Reading, keys: &[alt_shift(Key::ArrowRight)], command: || edge(Edge::Left, Step::Next, Grain::Word) },
    Row { name: "do-right-edge-on-letter", group: Correcting, reach: Reach::Reading, keys: &[control_shift(Key::ArrowRight)], command: || edge(Edge::Right, Step::Next, Grain::Letter) },
    Row { name: "do-right-edge-back-letter", group: Correcting, reach: Reach::Reading, keys: &[control_shift(Key::ArrowLeft)], command: || edge(Edge::Right, Step::Previous, Grain::Letter) },
    Row { name: "do-left-edge-back-letter", group: Correcting, reach: Reach::Reading, keys: &[control_alt_shift(Key::ArrowLeft)], command: || edge(Edge::Left, Step::Previous, Grain::Letter) },
    Row { name: "do-left-edge-on-letter", group: Correcting, reach: Reach::Reading, keys: &[control_alt_shift(Key::ArrowRight)], command: || edge(Edge::Left, Step::Next, Grain::Letter) },

    Row { name: "do-search", group: Finding, reach: Everywhere, keys: &[control(Key::F)], command: || Command::OpenSearch },
    Row { name: "do-next-hit", group: Finding, reach: Everywhere, keys: &[key(Key::F3), control(Key::G)], command: || Command::StepHit(Step::Next) },
    Row { name: "do-previous-hit", group: Finding, reach: Everywhere, keys: &[shift(Key::F3), control_shift(Key::G)], command: || Command::StepHit(Step::Previous) },
    Row { name: "do-palette", group: Finding, reach: Everywhere, keys: &[control(Key::K)], command: || Command::ShowDialog(Dialog::command_palette()) },
    Row { name: "do-keys", group: Finding, reach: Everywhere, keys: &[key(Key::F1)], command: || Command::ShowDialog(Dialog::Keys) },
    Row { name: "do-log", group: Finding, reach: Everywhere, keys: &[], command: || Command::ShowDialog(Dialog::Log) },

    Row { name: "do-voices", group: View, reach: Reach::Reading, keys: &[key(Key::V)], command: || Command::ToggleVoices },
    Row { name: "do-letter-tags", group: View, reach: Reach::Reading, keys: &[key(Key::L)], command: || Command::ToggleLetterTags },
    Row { name: "do-entities", group: View, reach: Everywhere, keys: &[key(Key::F7)], command: || Command::ToggleEntities },
    Row { name: "do-lists", group: View, reach: Everywhere, keys: &[key(Key::F8)], command: || Command::ToggleLists },
    Row { name: "do-appearance", group: View, reach: Everywhere, keys: &[control(Key::Comma)], command: || Command::ShowDialog(Dialog::Appearance) },
    Row { name: "do-zoom-in", group: View, reach: Everywhere, keys: &[control(Key::Plus), control(Key::Equals)], command: || Command::Zoom(ZoomStep::In) },
    Row { name: "do-zoom-out", group: View, reach: Everywhere, keys: &[control(Key::Minus)], command: || Command::Zoom(ZoomStep::Out) },
    Row { name: "do-zoom-reset", group: View, reach: Everywhere, keys: &[control(Key::Num0)], command: || Command::Zoom(ZoomStep::Reset) },
    Row { name: "do-window-zoom-in", group: View, reach: Everywhere, keys: &[], command: || Command::ZoomWindow(ZoomStep::In) },
    Row { name: "do-window-zoom-out", group: View, reach: Everywhere, keys: &[], command: || Command::ZoomWindow(ZoomStep::Out) },
    Row { name: "do-window-zoom-reset", group: View, reach: Everywhere, keys: &[], command: || Command::ZoomWindow(ZoomStep::Reset) },
    Row { name: "do-full-screen", group: View, reach: Everywhere, keys: &[key(Key::F11)], command: || Command::ToggleFullScreen },
    Row { name: "do-theme-system", group: View, reach: Everywhere, keys: &[], command: || Command::SetTheme(ThemeChoice::System) },
    Row { name: "do-theme-light", group: View, reach: Everywhere, keys: &[], command: || Command::SetTheme(ThemeChoice::Light) },
    Row { name: "do-theme-dark", group: View, reach: Everywhere, keys: &[], command: || Command::SetTheme(ThemeChoice::Dark) },
    Row { name: "do-theme-sepia", group: View, reach: Everywhere, keys: &[], command: || Command::SetTheme(ThemeChoice::Sepia) },
    Row { name: "do-theme-contrast-light", group: View, reach: Everywhere, keys: &[], command: || Command::SetTheme(ThemeChoice::ContrastLight) },
    Row { name: "do-theme-contrast-dark", group: View, reach: Everywhere, keys: &[], command: || Command::SetTheme(ThemeChoice::ContrastDark) },
    Row { name: "do-typeface-serif", group: View, reach: Everywhere, keys: &[], command: || Command::SetTypeface(Typeface::Serif) },
    Row { name: "do-typeface-sans", group: View, reach: Everywhere, keys: &[], command: || Command::SetTypeface(Typeface::Sans) },
    Row { name: "do-typeface-legible", group: View, reach: Everywhere, keys: &[], command: || Command::SetTypeface(Typeface::Legible) },
    Row { name: "do-motion", group: View, reach: Everywhere, keys: &[], command: || Command::ToggleMotion },
    Row { name: "do-language-german", group: View, reach: Everywhere, keys: &[], command: || Command::SetLanguage(LanguageChoice::Fixed(Language::German)) },
    Row { name: "do-language-english", group: View, reach: Everywhere, keys: &[], command: || Command::SetLanguage(LanguageChoice::Fixed(Language::English)) },
];

impl Action {
    /// Everything that can be done.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..ROWS.len()).map(Self)
    }

    /// The action of a name, as it is kept in settings.
    pub fn named(name: &str) -> Option<Self> {
        ROWS.iter().position(|row| row.name == name).map(Self)
    }

    /// What it is called in settings; its key among the words of the interface.
    pub fn name(self) -> &'static str {
        ROWS[self.0].name
    }

    /// Where it stands in the list of keys.
    pub fn group(self) -> Group {
        ROWS[self.0].group
    }

    /// Whether its keys work while something is typed or a dialog is open.
    pub fn works_everywhere(self) -> bool {
        ROWS[self.0].reach == Reach::Everywhere
    }

    /// Whether it is done again and again while its keys are held down: what steps or grows, not what toggles.
    pub fn repeats(self) -> bool {
        matches!(
            self.command(),
            Command::StepStatement(_)
                | Command::StepMention(_)
                | Command::StepHit(_)
                | Command::StepDesk(_)
                | Command::StepRegion(_)
                | Command::Zoom(_)
                | Command::ZoomWindow(_)
                | Command::Back
                | Command::Forward
                | Command::Undo
                | Command::Redo
                | Command::Mark(Marking::StepWord(_) | Marking::MoveEdge(..))
        )
    }

    /// Its keys as they are at first.
    pub fn usual_keys(self) -> &'static [KeyboardShortcut] {
        ROWS[self.0].keys
    }

    /// What it does.
    pub fn command(self) -> Command {
        (ROWS[self.0].command)()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_and_no_key_stands_for_two_actions() {
        for action in Action::all() {
            assert_eq!(Action::named(action.name()), Some(action));
            for other in Action::all().filter(|other| *other != action) {
                for keys in action.usual_keys() {
                    assert!(
                        !other.usual_keys().contains(keys),
                        "{} and {}",
                        action.name(),
                        other.name()
                    );
                }
            }
        }
    }
}
