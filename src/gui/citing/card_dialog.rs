//! The dialog that shows a card before it is copied or written.

use eframe::egui::{
    Color32, ColorImage, Context, Key, Memory, Rect, Role, Sense, TextureHandle, TextureOptions,
    Ui, WidgetInfo, pos2, vec2,
};

use crate::exchange::card::Cut;
use crate::gui::command::{Command, Commands};
use crate::gui::dialog::dialog;
use crate::gui::fonts::Face;
use crate::gui::i18n::{Language, Texts};
use crate::gui::session::{Dialog, Session};
use crate::gui::theme::{color, palette};
use crate::gui::widgets::{self, Look};
use crate::view::palette::Rgb;

use super::{CardWish, Citing, words};

/// Width of the card as it is shown, and how high it may be there.
const ROOM: (f32, f32) = (600.0, 420.0);

/// Height of everything else in the dialog.
const REST: f32 = 230.0;

/// What the picture depends on: the wish, the state of the review, the colours, the language.
type Cause = (CardWish, u64, Rgb, Language);

/// The card as it was painted last.
#[derive(Default)]
pub struct CardDialog {
    painted: Option<(Cause, Painted)>,
}

struct Painted {
    texture: TextureHandle,
    /// What assistive programs read instead.
    spoken: String,
}

impl CardDialog {
    /// Draws the dialog, if it is open.
    pub fn ui(
        &mut self,
        context: &Context,
        session: &Session,
        texts: &Texts,
        commands: &mut Commands,
    ) {
        let Some(Dialog::Card(wish)) = session.dialog else {
            self.painted = None;
            return;
        };
        let Some(painted) = self.painted(context, wish, session, texts) else {
            // What it was of is gone.
            commands.push(Command::CloseDialog);
            return;
        };
        let palette = palette(context);
        let modal = dialog(context, "card").show(context, |ui| {
            ui.set_width(ROOM.0);
            let title = texts.text("card-title");
            widgets::label(ui, &title, Face::Strong.size(18.0), color(palette.ink));
            ui.add_space(10.0);
            picture(ui, wish.cut, painted);
            ui.add_space(10.0);
            ui.horizontal(|ui| {
                for cut in Cut::ALL {
                    let size = vec2(ROOM.0 / 2.0 - 4.0, 30.0);
                    ui.allocate_ui(size, |ui| {
                        let words = texts.text(label(cut));
                        if widgets::choice(ui, &words, cut == wish.cut).clicked() {
                            commands.push(Command::Cite(Citing::Cut(cut)));
                        }
                    });
                }
            });
            ui.add_space(14.0);
            ui.horizontal(|ui| {
                let words = texts.text("card-copy");
                if widgets::button(ui, None, &words, &words, Look::Primary).clicked() {
                    commands.push(Command::Cite(Citing::CopyCard));
                }
                let words = texts.text("card-save");
                if widgets::button(ui, None, &words, &words, Look::Plain).clicked() {
                    commands.push(Command::Cite(Citing::PickCardTarget));
                }
                let words = texts.text("dialog-cancel");
                if widgets::button(ui, None, &words, &words, Look::Plain).clicked() {
                    commands.push(Command::CloseDialog);
                }
            });
        });
        // Enter means the button that stands out, unless the keyboard is on another one.
        let is_free = context.memory(Memory::focused).is_none();
        if is_free && context.input(|input| input.key_pressed(Key::Enter)) {
            commands.push(Command::Cite(Citing::CopyCard));
        }
        if modal.should_close() {
            commands.push(Command::CloseDialog);
        }
    }

    /// The picture, painted anew if anything has changed.
    fn painted(
        &mut self,
        context: &Context,
        wish: CardWish,
        session: &Session,
        texts: &Texts,
    ) -> Option<&Painted> {
        let opened = session.opened_as(wish.serial)?;
        let palette = palette(context);
        let cause = (wish, opened.revision, palette.paper, texts.language());
        if self
            .painted
            .as_ref()
            .is_none_or(|(known, _)| *known != cause)
        {
            let card = words::card(opened, wish, palette, texts)?;
            let pixels = card.paint();
            let size = [pixels.width, pixels.height].map(usize::from);
            let image = ColorImage::from_rgba_unmultiplied(size, &pixels.bytes);
            let said = card.citation.words.join(" ");
            let who = card.citation.attribution();
            let inserted = [("words", (&said).into()), ("who", (&who).into())];
            let painted = Painted {
                texture: context.load_texture("card", image, TextureOptions::LINEAR),
                spoken: texts.with("card-name", &inserted),
            };
            self.painted = Some((cause, painted));
        }
        self.painted.as_ref().map(|(_, painted)| painted)
    }
}

fn label(cut: Cut) -> &'static str {
    match cut {
        Cut::Wide => "card-wide",
        Cut::Square => "card-square",
    }
}

/// The card, as large as there is room, in the middle.
fn picture(ui: &mut Ui, cut: Cut, painted: &Painted) {
    let (width, height) = cut.size();
    let (width, height) = (f32::from(width), f32::from(height));
    let screen = ui.ctx().content_rect().height();
    let room = (screen - REST).clamp(100.0, ROOM.1);
    let share = (ROOM.0 / width).min(room / height);
    let (rect, response) = ui.allocate_exact_size(vec2(ROOM.0, height * share), Sense::hover());
    let place = Rect::from_center_size(rect.center(), vec2(width, height) * share);
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    ui.painter()
        .image(painted.texture.id(), place, whole, Color32::WHITE);
    let stroke = ui.visuals().window_stroke;
    ui.painter()
        .rect_stroke(place, 0.0, stroke, eframe::egui::StrokeKind::Outside);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &painted.spoken));
}
