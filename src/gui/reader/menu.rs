//! What can be done with a mark, as a menu beside it: right click, or the menu key.

use eframe::egui::{
    Align, Id, LayerId, Layout, Order, Popup, PopupAnchor, PopupCloseBehavior, Rect, Stroke, Ui,
    vec2,
};

use crate::document::{Kind, MentionId, Verdict};
use crate::gui::actions::Action;
use crate::gui::command::{Command, Commands, Step};
use crate::gui::fonts::Face;
use crate::gui::icons::Icon;
use crate::gui::keys;
use crate::gui::kind_button;
use crate::gui::marking::Marking;
use crate::gui::menu_row::menu_row;
use crate::gui::small_button::small_button;
use crate::gui::stamps;
use crate::gui::theme::color;
use crate::gui::widgets::{self, palette};
use crate::view::edges::Edge;
use crate::view::selection::Grain;

use super::Drawing;

/// Width of the menu.
const WIDTH: f32 = 396.0;

/// What the menu offers besides kinds; their keys work in it as well.
const ACTIONS: [(&str, Needs); 6] = [
    ("do-reject", Needs::Nothing),
    ("do-note", Needs::Nothing),
    ("do-pick-meant", Needs::Nothing),
    ("do-rename", Needs::Entity),
    ("do-merge", Needs::Entity),
    ("do-occurrences", Needs::Entity),
];

/// What a mark must have for an action.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    Nothing,
    /// It stands for somebody or something.
    Entity,
}

/// The menu of a mark.
#[derive(Debug, Default)]
pub struct Menu {
    /// Whose menu was open in the last frame.
    was_open: Option<MentionId>,
}

impl Menu {
    /// Draws the menu if it is open; `plate` is where the mark stands. Returns the mark when its menu has just been closed.
    pub fn ui(
        &mut self,
        ui: &Ui,
        plate: Option<Rect>,
        drawing: &Drawing<'_>,
        commands: &mut Commands,
    ) -> Option<MentionId> {
        let desk = drawing.session.desk();
        let Some(id) = desk.menu.filter(|_| drawing.session.dialog.is_none()) else {
            return self.was_open.take();
        };
        let opened_now = self.was_open != Some(id);
        self.was_open = Some(id);
        let Some(plate) = plate else {
            // It has left the screen.
            commands.push(Command::Mark(Marking::CloseMenu));
            return None;
        };
        let name = drawing.texts.text("do-mark-menu");
        let layer = LayerId::new(Order::Foreground, Id::unique("menu of a mark"));
        let anchor = PopupAnchor::ParentRect(plate.expand(4.0));
        let shown = Popup::new(
            Id::unique("menu of a mark"),
            ui.ctx().clone(),
            anchor,
            layer,
        )
        .open(true)
        .accessible_name(name)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .gap(6.0)
        .width(WIDTH)
        .show(|ui| contents(ui, id, opened_now, drawing, commands));
        let is_left = shown.is_some_and(|shown| {
            let origin = ui.input(|input| {
                let pointer = &input.pointer;
                pointer.any_pressed().then(|| pointer.interact_pos())?
            });
            let is_outside = origin.is_some_and(|at| !shown.response.rect.contains(at));
            is_outside || shown.response.should_close()
        });
        if is_left && !opened_now {
            commands.push(Command::Mark(Marking::CloseMenu));
        }
        None
    }
}

fn contents(
    ui: &mut Ui,
    id: MentionId,
    opened_now: bool,
    drawing: &Drawing<'_>,
    commands: &mut Commands,
) {
    let (texts, keymap) = (drawing.texts, &drawing.session.settings.keys);
    let findings = drawing.opened.findings();
    let mention = findings.mention(id);
    let palette = palette(ui);
    ui.set_width(WIDTH);
    ui.spacing_mut().item_spacing.y = 1.0;
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        let words = mention.span.of(drawing.opened.document().text());
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let verdict = texts.text(stamps::verdict_key(mention.verdict));
        let galley = widgets::line(
            ui,
            &words,
            Face::Strong.size(13.5),
            color(palette.ink),
            WIDTH - 120.0,
        );
        widgets::show(ui, galley);
        widgets::label(
            ui,
            &verdict,
            Face::Interface.size(12.0),
            color(palette.muted),
        );
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for kind in Kind::ALL {
            let is_on = mention.kind == kind;
            let button = kind_button::ui(ui, kind, "", is_on, keymap, texts);
            if opened_now && is_on {
                button.request_focus();
            }
            if button.clicked() {
                commands.push(Command::Mark(Marking::CloseMenu));
                commands.push(Command::Mark(Marking::Kind(kind)));
            }
        }
    });
    rule(ui);
    let judging = match mention.verdict {
        Verdict::Accepted => ("do-reopen", Marking::Reopen),
        _ => ("do-confirm", Marking::Confirm),
    };
    if menu_row(ui, judging.0, keymap, texts).clicked() {
        commands.push(Command::Mark(Marking::CloseMenu));
        commands.push(Command::Mark(judging.1));
    }
    for (name, needs) in ACTIONS {
        let is_possible = needs == Needs::Nothing || mention.entity.is_some();
        let Some(action) = Action::named(name).filter(|_| is_possible) else {
            continue;
        };
        let is_pressed = keys::takes(ui.ctx(), keymap, action);
        if menu_row(ui, name, keymap, texts).clicked() || is_pressed {
            commands.push(Command::Mark(Marking::CloseMenu));
            commands.push(action.command());
        }
    }
    rule(ui);
    edges(ui, drawing, commands);
    for kind in Kind::ALL {
        let action = Action::named(kind_button::action(kind));
        if action.is_some_and(|action| keys::takes(ui.ctx(), keymap, action)) {
            commands.push(Command::Mark(Marking::CloseMenu));
            commands.push(Command::Mark(Marking::Kind(kind)));
        }
    }
}

/// Four buttons that move the ends of the mark; the menu stays.
fn edges(ui: &mut Ui, drawing: &Drawing<'_>, commands: &mut Commands) {
    let (texts, keymap) = (drawing.texts, &drawing.session.settings.keys);
    for (edge, label, ways) in [
        (
            Edge::Left,
            "menu-left-edge",
            [
                (Step::Previous, "do-left-edge-back"),
                (Step::Next, "do-left-edge-on"),
            ],
        ),
        (
            Edge::Right,
            "menu-right-edge",
            [
                (Step::Previous, "do-right-edge-back"),
                (Step::Next, "do-right-edge-on"),
            ],
        ),
    ] {
        ui.horizontal(|ui| {
            ui.add_space(8.0);
            let ink = color(palette(ui).ink);
            widgets::label(ui, &texts.text(label), Face::Interface.size(13.5), ink);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                for (step, action) in ways.into_iter().rev() {
                    let sign = match step {
                        Step::Previous => Icon::Back,
                        Step::Next => Icon::Forward,
                    };
                    let words = keymap.hint(&texts.text(action), action, texts);
                    let size = vec2(28.0, 26.0);
                    let button = small_button(ui, sign, &words, size);
                    if button.clicked() {
                        let marking = Marking::MoveEdge(edge, step, Grain::Word);
                        commands.push(Command::Mark(marking));
                    }
                }
            });
        });
    }
}

fn rule(ui: &mut Ui) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 9.0));
    let stroke = Stroke::new(1.0, color(palette(ui).hairline));
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}
