//! A menu of which one thing is chosen, as wide as there is room.

use eframe::egui::{ComboBox, Ui};

use crate::gui::command::{Command, Commands};
use crate::gui::state_file;
use crate::gui::widgets;

/// Something to choose: its words, whether it is chosen, and what choosing it does.
pub type Choice = (String, bool, Command);

/// Draws the menu. Closed, it says `shown`; `name` is what assistive programs read; `choices` are made while it is open.
pub fn menu(
    ui: &mut Ui,
    name: &str,
    shown: &str,
    width: f32,
    choices: impl FnOnce() -> Vec<Choice>,
    commands: &mut Commands,
) {
    let menu = ComboBox::from_id_salt(name.to_owned())
        .selected_text(shown)
        .width(width)
        .truncate()
        .height(420.0)
        .show_ui(ui, |ui| {
            for (words, is_on, command) in choices() {
                if widgets::choice(ui, &words, is_on).clicked() {
                    commands.push(command);
                }
            }
        });
    state_file::place(ui.ctx(), name, menu.response.rect);
    menu.response.accessible_name(name.to_owned());
}
