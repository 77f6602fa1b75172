//! The program with a window. egui stops here.
//!
//! Panels draw the [`session::Session`] and collect [`command::Command`]s; the app runs them at the end of the frame.

pub mod actions;
pub mod app;
pub mod citing;
pub mod clipboard;
pub mod command;
pub mod comparing;
pub mod i18n;
pub mod keymap;
pub mod picker;
pub mod picking;
pub mod review_store;
pub mod saver;
pub mod saving;
pub mod session;
pub mod settings;
pub mod settings_store;
pub mod source;
pub mod worker;

mod appearance;
mod article_note;
mod balance;
mod built_in;
mod check_list;
pub mod checking;

mod card;
mod chips;
mod command_palette;
mod conflict;
mod context;
mod correcting;
pub mod desk;
mod desk_tabs;
mod dialog;
mod done_line;
pub mod editing;
mod entities;
mod entity_picker;
mod entry;
mod examples;
mod export;
mod export_choice;
mod exporting;
pub mod failures;
mod finder;
pub mod folder;
mod folder_page;
mod fonts;
pub mod history;
mod icon;
mod icons;
mod inline_field;
mod key_list;
mod keys;
mod kind_button;
mod labels;
pub mod lexicon;
mod log;
pub mod marking;
mod menu_row;
mod misfit_list;
mod misfits;
mod notice;
mod notice_bar;
mod opened;
mod opening;
pub mod outside;
mod path_field;
mod probe;
mod reader;
mod refreshing;
mod regions;
mod remark;
mod reopening;
mod report;
mod review_queue;
pub mod reviewing;
mod same_place;
mod save_status;
mod save_words;
mod search;
mod search_bar;
mod search_field;
mod small_button;
mod stamps;
mod state;
mod state_file;
mod statement_actions;
mod statements;
mod status;
mod step_list;
mod step_names;
mod steps;
mod theme;
mod tip;
mod toasts;
mod toggle;
mod toolbar;
mod touched;
pub mod typography;
mod values;
mod voices;
mod watcher;
mod welcome;
mod why;
mod widgets;

use std::path::PathBuf;

use eframe::egui::ViewportBuilder;

/// Width and height below which nothing can be read any more, in points.
const LEAST: [f32; 2] = [720.0, 480.0];

/// No screen is larger, in points.
const MOST: f32 = 16_384.0;

/// Opens the window with the first of `files`, or empty.
///
/// # Errors
/// Where no window can be opened; says what is missing and which Debian package has it.
pub fn run(files: Vec<PathBuf>) -> anyhow::Result<()> {
    probe::display()?;
    let store = settings_store::SettingsStore::system();
    let settings = store.load();
    let window = settings.window;
    let options = eframe::NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title("Wortlaut")
            .with_app_id("wortlaut")
            .with_icon(icon::data())
            .with_inner_size([
                window.width.clamp(LEAST[0], MOST),
                window.height.clamp(LEAST[1], MOST),
            ])
            .with_maximized(window.is_maximized)
            .with_min_inner_size(LEAST)
            .with_drag_and_drop(true),
        centered: true,
        ..eframe::NativeOptions::default()
    };
    let create = move |creation: &eframe::CreationContext<'_>| {
        app::prepare(&creation.egui_ctx);
        let mut app = app::App::new(app::Parts::system(&creation.egui_ctx, store, settings));
        app.open(files);
        Ok(Box::new(app) as Box<dyn eframe::App>)
    };
    eframe::run_native("Wortlaut", options, Box::new(create)).map_err(|error| {
        // The window library puts the place in its own source before the reason.
        let error = error.to_string();
        let reason = error.rsplit(": ").next().unwrap_or(&error);
        anyhow::anyhow!("the window cannot be opened: {reason}")
    })
}
