//! Turns a palette into egui's style.

use eframe::egui::style::{ScrollAnimation, ScrollStyle, Selection, WidgetVisuals, Widgets};
use eframe::egui::{
    Color32, Context, CornerRadius, Id, Margin, Shadow, Stroke, Style, TextStyle, Theme,
    ThemePreference, Ui, Visuals, vec2,
};

use crate::view::palette::{Palette, Rgb};

use super::fonts::{self, Face};
use super::session::ThemeChoice;
use super::settings::Settings;
use super::typography::Typeface;

/// As egui wants it.
pub fn color(rgb: Rgb) -> Color32 {
    Color32::from_rgb(rgb.0, rgb.1, rgb.2)
}

/// What of the reader's choice panels need to know while they draw.
#[derive(Clone, Copy)]
struct Chosen {
    palette: &'static Palette,
    typeface: Typeface,
    is_calm: bool,
}

/// Where the choice is kept.
fn chosen_id() -> Id {
    Id::unique("appearance")
}

fn chosen(context: &Context) -> Option<Chosen> {
    context.data(|data| data.get_temp(chosen_id()))
}

/// The palette of the theme that is on.
pub fn palette(context: &Context) -> &'static Palette {
    match chosen(context) {
        Some(chosen) => chosen.palette,
        None => by_brightness(context.theme()),
    }
}

/// The typeface of the article, for words of it that stand elsewhere.
pub fn typeface(context: &Context) -> Typeface {
    chosen(context).map_or(Typeface::default(), |chosen| chosen.typeface)
}

/// Whether nothing should move by itself.
pub fn is_calm(context: &Context) -> bool {
    chosen(context).is_some_and(|chosen| chosen.is_calm)
}

fn by_brightness(theme: Theme) -> &'static Palette {
    match theme {
        Theme::Light => &Palette::LIGHT,
        Theme::Dark => &Palette::DARK,
    }
}

/// The palette of a choice; `system` is how bright the system is.
fn palette_of(choice: ThemeChoice, system: Theme) -> &'static Palette {
    match choice {
        ThemeChoice::System => by_brightness(system),
        ThemeChoice::Light => &Palette::LIGHT,
        ThemeChoice::Sepia => &Palette::SEPIA,
        ThemeChoice::Dark => &Palette::DARK,
        ThemeChoice::ContrastLight => &Palette::CONTRAST_LIGHT,
        ThemeChoice::ContrastDark => &Palette::CONTRAST_DARK,
    }
}

/// Fonts and colours; once at the start.
pub fn install(context: &Context) {
    context.set_fonts(fonts::definitions());
    context.set_style_of(Theme::Light, style(&Palette::LIGHT, false));
    context.set_style_of(Theme::Dark, style(&Palette::DARK, false));
    context.options_mut(|options| {
        // Ctrl with plus and minus sizes the article, not the interface.
        options.zoom_with_keyboard = false;
        options.fallback_theme = Theme::Light;
    });
}

/// Follows the reader's choice; at the beginning of each frame.
pub fn follow(ui: &mut Ui, settings: &Settings) {
    let context = ui.ctx().clone();
    let preference = match settings.theme {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light | ThemeChoice::Sepia | ThemeChoice::ContrastLight => {
            ThemePreference::Light
        }
        ThemeChoice::Dark | ThemeChoice::ContrastDark => ThemePreference::Dark,
    };
    if context.options(|options| options.theme_preference) != preference {
        // The frame that the system draws around the window follows, too.
        context.set_theme(preference);
    }
    // Takes effect with the next frame, and asks for it.
    context.set_zoom_factor(settings.window_zoom.factor());
    let new = Chosen {
        palette: palette_of(settings.theme, context.theme()),
        typeface: settings.typography.typeface,
        is_calm: settings.reduced_motion,
    };
    if palette(&context) != new.palette || is_calm(&context) != new.is_calm {
        let style = style(new.palette, new.is_calm);
        context.set_style_of(context.theme(), style);
    }
    context.data_mut(|data| data.insert_temp(chosen_id(), new));
    // This frame was begun in the style of the last one.
    ui.set_style(context.global_style());
}

/// Corners of buttons and cards.
pub const CORNER: u8 = 8;

fn style(palette: &Palette, is_calm: bool) -> Style {
    let visuals = if palette.is_dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    let mut style = Style {
        visuals: colored(palette, visuals),
        ..Style::default()
    };
    style.text_styles = [
        (TextStyle::Small, Face::Interface.size(12.0)),
        (TextStyle::Body, Face::Interface.size(13.5)),
        (TextStyle::Button, Face::Medium.size(13.5)),
        (TextStyle::Heading, Face::Strong.size(17.0)),
        (TextStyle::Monospace, Face::Interface.size(13.0)),
    ]
    .into();
    style.spacing.item_spacing = vec2(8.0, 6.0);
    style.spacing.button_padding = vec2(12.0, 6.0);
    style.spacing.interact_size = vec2(32.0, 32.0);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.scroll = ScrollStyle {
        bar_width: 8.0,
        floating_width: 4.0,
        ..ScrollStyle::floating()
    };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.3;
    if is_calm {
        style.animation_time = 0.0;
        style.scroll_animation = ScrollAnimation::none();
        style.visuals.text_cursor.blink = false;
    } else {
        style.animation_time = 0.1;
    }
    style
}

fn colored(palette: &Palette, mut visuals: Visuals) -> Visuals {
    let ink = Stroke::new(1.0, color(palette.ink));
    let corner_radius = CornerRadius::same(CORNER);
    let state = |fill: Rgb, border: Rgb| WidgetVisuals {
        bg_fill: color(fill),
        weak_bg_fill: color(fill),
        bg_stroke: Stroke::new(1.0, color(border)),
        corner_radius,
        fg_stroke: ink,
        expansion: 0.0,
    };
    visuals.widgets = Widgets {
        noninteractive: state(palette.panel, palette.hairline),
        inactive: state(palette.card, palette.hairline),
        hovered: state(palette.raised, palette.muted),
        active: state(palette.raised, palette.accent),
        open: state(palette.raised, palette.muted),
    };
    visuals.selection = Selection {
        bg_fill: color(palette.selection()),
        // Also around a field that is typed in.
        stroke: Stroke::new(1.5, color(palette.accent)),
    };
    visuals.override_text_color = Some(color(palette.ink));
    visuals.weak_text_color = Some(color(palette.muted));
    visuals.hyperlink_color = color(palette.accent);
    visuals.panel_fill = color(palette.panel);
    visuals.window_fill = color(palette.card);
    visuals.window_stroke = Stroke::new(1.0, color(palette.hairline));
    visuals.window_corner_radius = CornerRadius::same(12);
    visuals.menu_corner_radius = CornerRadius::same(10);
    visuals.extreme_bg_color = color(palette.card);
    visuals.text_edit_bg_color = Some(color(palette.paper));
    visuals.faint_bg_color = color(palette.raised);
    visuals.error_fg_color = color(palette.alarm);
    visuals.warn_fg_color = color(palette.alarm);
    let soft = Shadow {
        offset: [0, 6],
        blur: 24,
        spread: 0,
        color: Color32::from_black_alpha(if visuals.dark_mode { 120 } else { 36 }),
    };
    visuals.popup_shadow = soft;
    visuals.window_shadow = soft;
    visuals
}
