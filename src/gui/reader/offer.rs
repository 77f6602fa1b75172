//! „3 weitere ‚Müller-Große‘ gefunden“: a line at the foot of the article that nobody has to answer.

use eframe::egui::accesskit::Live;
use eframe::egui::{Align2, Area, Frame, Id, Margin, Order, Role, Stroke, Ui, WidgetInfo, vec2};

use crate::gui::checking::{Checking, Offer};
use crate::gui::command::{Command, Commands};
use crate::gui::fonts::Face;
use crate::gui::kind_button;
use crate::gui::marking::Marking;
use crate::gui::theme::color;
use crate::gui::widgets::{self, palette};
use crate::view::marking::Change;

use super::Drawing;

/// More letters of a name are not shown.
const LONGEST: usize = 40;

/// Draws the offer, if there is one about what is shown.
pub fn ui(ui: &Ui, drawing: &Drawing<'_>, commands: &mut Commands) {
    let desk = drawing.session.desk();
    let Some(offer) = desk
        .offer
        .as_ref()
        .filter(|offer| offer.holds(drawing.opened))
    else {
        return;
    };
    let panel = drawing.panel;
    let foot = vec2(panel.center().x, panel.bottom() - 14.0).to_pos2();
    Area::new(Id::unique("offer of other places"))
        .order(Order::Middle)
        .pivot(Align2::CENTER_BOTTOM)
        .fixed_pos(foot)
        .constrain_to(panel)
        .show(ui.ctx(), |ui| contents(ui, offer, drawing, commands));
}

fn contents(ui: &mut Ui, offer: &Offer, drawing: &Drawing<'_>, commands: &mut Commands) {
    let (texts, keys) = (drawing.texts, &drawing.session.settings.keys);
    let palette = palette(ui);
    let words = words(offer, texts);
    let frame = Frame::new()
        .fill(color(palette.card))
        .stroke(Stroke::new(1.0, color(palette.hairline)))
        .corner_radius(10)
        .inner_margin(Margin::symmetric(12, 5))
        .shadow(ui.visuals().popup_shadow);
    let shown = frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.horizontal(|ui| {
            let ink = color(palette.ink);
            let galley = widgets::line(ui, &words, Face::Medium.size(13.0), ink, 420.0);
            widgets::show(ui, galley);
            ui.add_space(8.0);
            for (label, action, checking) in [
                ("offer-all", "do-occurrences-all", Checking::TakeAll),
                ("offer-one-by-one", "do-occurrences", Checking::List),
                ("offer-no", "do-leave", Checking::Decline),
            ] {
                let label = texts.text(label);
                if kind_button::named(ui, &label, action, keys, texts).clicked() {
                    commands.push(Command::Mark(Marking::Occurrences(checking)));
                }
            }
        });
    });
    let shown = shown.response;
    shown.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
    ui.ctx().accesskit_node_builder(shown.id, |node| {
        node.set_live(Live::Polite);
    });
}

fn words(offer: &Offer, texts: &crate::gui::i18n::Texts) -> String {
    let name = if LONGEST < offer.words.chars().count() {
        let short: String = offer.words.chars().take(LONGEST).collect();
        format!("{}…", short.trim_end())
    } else {
        offer.words.clone()
    };
    let key = match offer.change {
        Change::Mark(..) | Change::Confirm => "offer-mark",
        Change::Reject => "offer-reject",
    };
    let inserted = [("name", (&name).into()), ("n", offer.places.len().into())];
    texts.with(key, &inserted)
}
