//! The search field above the article: what was typed, how many hits there are, and what can be looked for.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{
    Align, Align2, Area, CornerRadius, CursorIcon, Frame, Id, Key, Layout, Margin, Modifiers,
    Order, Rect, Response, Role, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use crate::view::query::{Fault, Field, PatternFault, Problem};
use crate::view::speaker::SpeakerKey;

use super::command::{Command, Commands, Step};
use super::fonts::Face;
use super::i18n::Texts;
use super::icons::{self, Icon};
use super::opened::Opened;
use super::search::Search;
use super::search_field::ESCAPE_TOO;
use super::session::Session;
use super::small_button::small_button;
use super::theme::color;
use super::widgets::{self, palette};

/// Wider than this the bar is not, and never wider than its panel.
const WIDTH: f32 = 470.0;

/// Around the bar.
const MARGIN: f32 = 14.0;

/// The bar.
#[derive(Debug, Default)]
pub struct SearchBar {
    /// The last call to the field that was followed: which article, and its number.
    seen: Option<(u64, u64)>,
}

impl SearchBar {
    /// Draws the bar over `ui`, the panel with the article, if a search is open; `from` is where in the text the panel
    /// begins.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        opened: &Opened,
        from: usize,
        texts: &Texts,
        commands: &mut Commands,
    ) {
        let Some(search) = &session.desk().search else {
            self.seen = None;
            return;
        };
        let call = Some((opened.serial, search.n_calls));
        let panel = ui.max_rect();
        let width = WIDTH.min(panel.width() - 2.0 * MARGIN - 12.0);
        // Beside the strip.
        let corner = pos2(panel.right() - MARGIN - 12.0 - width, panel.top() + MARGIN);
        let area = Area::new(Id::unique(("search", opened.serial)))
            .order(Order::Middle)
            .fixed_pos(corner)
            .constrain_to(panel);
        area.show(ui.ctx(), |ui| {
            let palette = palette(ui);
            let frame = Frame::new()
                .fill(color(palette.card))
                .stroke(Stroke::new(1.0, color(palette.hairline)))
                .corner_radius(CornerRadius::same(12))
                .shadow(ui.visuals().popup_shadow)
                .inner_margin(Margin::symmetric(10, 8));
            frame.show(ui, |ui| {
                ui.set_width(width - 20.0);
                ui.spacing_mut().item_spacing = vec2(2.0, 0.0);
                ui.spacing_mut().interact_size.y = 30.0;
                // At first egui only measures; then nothing takes the keyboard.
                if self.seen != call && !ui.is_sizing_pass() {
                    self.seen = call;
                    // Before it is drawn, so that what is typed in this frame is not lost.
                    call_into_field(ui, &search.typed);
                }
                line(ui, search, from, texts, commands);
                below(ui, search, opened, from, texts, commands);
            });
        });
    }
}

/// Puts the keyboard into the field, with everything in it selected.
fn call_into_field(ui: &Ui, typed: &str) {
    let id = field_id();
    ui.memory_mut(|memory| memory.request_focus(id));
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let end = CCursor::new(typed.chars().count());
    let all = CCursorRange::two(CCursor::default(), end);
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
}

fn field_id() -> Id {
    Id::unique("search field")
}

/// The field, the count, and the ways to the next hit and out.
fn line(ui: &mut Ui, search: &Search, from: usize, texts: &Texts, commands: &mut Commands) {
    ui.horizontal(|ui| {
        let (_, place) = ui.allocate_space(vec2(24.0, 30.0));
        icons::paint(ui.painter(), place, Icon::Search, color(palette(ui).muted));
        let count = count(search, texts);
        let small = vec2(28.0, 28.0);
        let counted = Face::Medium.size(12.5);
        let muted = color(palette(ui).muted);
        let galley = widgets::line(ui, &count, counted, muted, 150.0);
        let room = ui.available_width() - 3.0 * (small.x + 2.0) - galley.size().x - 14.0;

        let id = field_id();
        // Before the field sees them.
        if ui.memory(|memory| memory.has_focus(id)) {
            keys(ui, commands);
        }
        let mut typed = search.typed.clone();
        let edit = TextEdit::singleline(&mut typed)
            .id(id)
            .hint_text(texts.text("search-hint"))
            .font(Face::Interface.size(14.5))
            .frame(Frame::NONE)
            .margin(Margin::symmetric(2, 0))
            .event_filter(ESCAPE_TOO)
            .align(Align2::LEFT_CENTER)
            .min_size(vec2(room, 30.0))
            .desired_width(room);
        ui.add(edit).accessible_name(texts.text("search-field"));
        if typed != search.typed {
            commands.push(Command::Search(typed, from));
        }

        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if small_button(ui, Icon::Close, &texts.text("search-close"), small).clicked() {
                commands.push(Command::CloseSearch { stays: true });
            }
            let has_hits = !search.hits.is_empty();
            for (icon, name, step) in [
                (Icon::Unfolded, "do-next-hit", Step::Next),
                (Icon::Up, "do-previous-hit", Step::Previous),
            ] {
                ui.add_enabled_ui(has_hits, |ui| {
                    if small_button(ui, icon, &texts.text(name), small).clicked() {
                        commands.push(Command::StepHit(step));
                    }
                });
            }
            ui.add_space(6.0);
            if !count.is_empty() {
                let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &count));
                ui.painter().galley(rect.min, galley, muted);
            }
        });
    });
}

/// Enter steps, Escape comes back.
fn keys(ui: &mut Ui, commands: &mut Commands) {
    let mut pressed = |modifiers, key, command| {
        if ui.input_mut(|input| input.consume_key(modifiers, key)) {
            commands.push(command);
        }
    };
    pressed(
        Modifiers::SHIFT,
        Key::Enter,
        Command::StepHit(Step::Previous),
    );
    pressed(Modifiers::NONE, Key::Enter, Command::StepHit(Step::Next));
    pressed(
        Modifiers::NONE,
        Key::ArrowDown,
        Command::StepHit(Step::Next),
    );
    pressed(
        Modifiers::NONE,
        Key::ArrowUp,
        Command::StepHit(Step::Previous),
    );
    pressed(
        Modifiers::NONE,
        Key::Escape,
        Command::CloseSearch { stays: false },
    );
}

/// „3 von 12“, „12 Treffer“, „kein Treffer“.
fn count(search: &Search, texts: &Texts) -> String {
    let n_hits = search.hits.len();
    if search.typed.trim().is_empty() || search.problem.is_some() {
        return String::new();
    }
    if n_hits == 0 {
        return texts.text("search-nothing");
    }
    let key = if search.hits.is_cut() {
        "n-of-many"
    } else {
        "n-of-m"
    };
    match search.current {
        Some(at) => texts.with(key, &[("n", (at + 1).into()), ("m", n_hits.into())]),
        None => texts.count("search-hits", n_hits),
    }
}

/// What is wrong, or what can be typed.
fn below(
    ui: &mut Ui,
    search: &Search,
    opened: &Opened,
    from: usize,
    texts: &Texts,
    commands: &mut Commands,
) {
    if let Some(problem) = &search.problem {
        let (words, palette) = (trouble(problem, texts), palette(ui));
        let is_alarm = !problem.fault.is_unfinished();
        let ink = color(if is_alarm {
            palette.alarm
        } else {
            palette.muted
        });
        rule(ui);
        let said = widgets::label(ui, &words, Face::Interface.size(13.0), ink);
        said.widget_info(|| WidgetInfo::labeled(Role::Alert, true, &words));
        ui.add_space(2.0);
    } else if search.typed.trim().is_empty() {
        rule(ui);
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (example, hint) in examples(opened, texts) {
            let words = texts.text(hint);
            if example_row(ui, &example, &words).clicked() {
                commands.push(Command::Search(example, from));
                commands.push(Command::OpenSearch);
            }
        }
        ui.add_space(2.0);
    }
}

fn rule(ui: &mut Ui) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 13.0));
    let stroke = Stroke::new(1.0, color(palette(ui).hairline));
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}

/// What can be looked for, with names of this article, and what it finds.
fn examples(opened: &Opened, texts: &Texts) -> Vec<(String, &'static str)> {
    let (of_type, speaker, manner) = (
        texts.text("query-type"),
        texts.text("query-speaker"),
        texts.text("query-kind"),
    );
    let mut examples = vec![(
        format!("{of_type}:{}", texts.text("query-person")),
        "search-by-type",
    )];
    let names = opened
        .speakers
        .iter()
        .filter_map(|choice| match choice.speaker.key {
            SpeakerKey::Entity(_) => choice.speaker.name.as_deref(),
            SpeakerKey::Words(_) | SpeakerKey::Editorial | SpeakerKey::Unknown => None,
        });
    if let Some(name) = names.into_iter().next() {
        let last = name.split_whitespace().next_back().unwrap_or(name);
        let indirect = texts.text("query-indirect");
        examples.push((format!("{speaker}:{last}"), "search-by-speaker"));
        examples.push((
            format!("{speaker}:{last} {manner}:{indirect}"),
            "search-by-both",
        ));
    }
    examples.push((r"/\d+ \w+/".to_owned(), "search-by-pattern"));
    examples
}

fn example_row(ui: &mut Ui, example: &str, hint: &str) -> Response {
    let palette = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::click());
    let spoken = format!("{example}, {hint}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.hovered() {
        let corner = CornerRadius::same(6);
        ui.painter()
            .rect_filled(rect, corner, color(palette.raised));
    }
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    let room = rect.width() * 0.55;
    let typed = widgets::line(ui, example, Face::Medium.size(12.5), ink, room);
    let plate = Rect::from_min_size(
        pos2(rect.left() + 4.0, rect.center().y - 10.0),
        vec2(typed.size().x + 12.0, 20.0),
    );
    let tint = palette.accent.over(palette.card, 0.12);
    ui.painter().rect(
        plate,
        CornerRadius::same(5),
        color(tint),
        Stroke::NONE,
        StrokeKind::Inside,
    );
    let at = pos2(plate.left() + 6.0, rect.center().y - typed.size().y / 2.0);
    ui.painter().galley(at, typed, ink);
    let x = plate.right() + 10.0;
    let about = widgets::line(
        ui,
        hint,
        Face::Interface.size(12.5),
        muted,
        rect.right() - 6.0 - x,
    );
    let at = pos2(x, rect.center().y - about.size().y / 2.0);
    ui.painter().galley(at, about, muted);
    widgets::focus_ring(ui, rect, &response, 6);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A problem in words, with the way out.
fn trouble(problem: &Problem, texts: &Texts) -> String {
    let about = |key: &str, name: &str| texts.with(key, &[("name", name.into())]);
    match &problem.fault {
        Fault::Field(name) => about("query-no-field", name),
        Fault::Type(name) => about("query-no-type", name),
        Fault::Manner(name) => about("query-no-kind", name),
        Fault::NoValue(Field::Type) => texts.text("query-which-type"),
        Fault::NoValue(Field::Speaker) => texts.text("query-which-speaker"),
        Fault::NoValue(Field::Manner) => texts.text("query-which-kind"),
        Fault::NoValue(Field::Via) => texts.text("query-which-via"),
        Fault::NoValue(Field::Note) => texts.text("query-which-note"),
        Fault::OnlyExcluded => texts.text("query-only-excluded"),
        Fault::OpenPattern => texts.text("query-open-pattern"),
        Fault::TooLong => texts.text("query-too-long"),
        Fault::Pattern(fault) => texts.text(match fault {
            PatternFault::OpenGroup => "query-open-group",
            PatternFault::StrayGroupEnd => "query-stray-group-end",
            PatternFault::OpenClass => "query-open-class",
            PatternFault::NothingToRepeat => "query-nothing-to-repeat",
            PatternFault::Escape => "query-escape",
            PatternFault::LookAround => "query-look-around",
            PatternFault::Backreference => "query-backreference",
            PatternFault::TooLarge => "query-too-large",
            PatternFault::Other => "query-wrong-pattern",
        }),
    }
}
