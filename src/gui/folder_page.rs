//! The articles of a folder, to be opened one by one.

use eframe::egui::{Rect, ScrollArea, Ui, vec2};

use super::command::{Command, Commands};
use super::entry::entry;
use super::folder::{self, Folder};
use super::fonts::Face;
use super::i18n::Texts;
use super::regions::{self, Region};
use super::theme::color;
use super::widgets::{self, palette};

const WIDTH: f32 = 620.0;
const ROW: f32 = 38.0;

/// Draws the page in the middle of the window.
pub fn ui(ui: &mut Ui, folder: &Folder, texts: &Texts, commands: &mut Commands) {
    let palette = palette(ui);
    let area = ui.max_rect();
    let width = WIDTH.min(ui.available_width() - 32.0).max(100.0);
    let left = ((ui.available_width() - width) / 2.0).max(16.0);
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    ui.add_space(36.0);
    ui.horizontal(|ui| {
        ui.add_space(left);
        ui.vertical(|ui| {
            ui.set_width(width);
            widgets::label(ui, &folder.name, Face::Headline.size(30.0), ink);
            let counted = texts.count("folder-articles", folder.files.len());
            let counted = if folder.has_more {
                format!("{counted} · {}", texts.text("folder-more"))
            } else {
                counted
            };
            widgets::label(ui, &counted, Face::Interface.size(13.5), muted);
        });
    });
    ui.add_space(14.0);
    ScrollArea::vertical().auto_shrink(false).show_rows(
        ui,
        ROW,
        folder.files.len(),
        |ui, shown| {
            for (index, path) in folder.files.iter().enumerate() {
                if !shown.contains(&index) {
                    continue;
                }
                let (_, whole) = ui.allocate_space(vec2(ui.available_width(), ROW));
                let left = whole.left() + left;
                let place = Rect::from_x_y_ranges(left..=left + width, whole.y_range());
                let name = folder::name(path);
                let id = ui.scope_id().with(("file", index));
                let font = Face::Interface.size(14.5);
                let response = entry(ui, place, id, &name, font, &name);
                regions::home(Region::Article, area, &response);
                if response.clicked() {
                    commands.push(Command::Open(path.clone()));
                }
            }
        },
    );
}
