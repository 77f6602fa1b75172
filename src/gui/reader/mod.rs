//! The article: one centred column, only what is visible is laid out.

mod block;
mod cache;
mod connectors;
mod flash;
mod handles;
mod heights;
mod hits;
mod keyboard;
mod layout;
mod letters;
mod margin;
mod marks;
mod measuring;
mod menu;
mod offer;
mod page;
mod pieces;
mod pill;
mod selecting;
mod selection_bar;
mod spoken;
mod strip;
mod tags;
mod verdicts;
mod voices;

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::{Pos2, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::span::Span;

use super::command::Commands;
use super::i18n::Texts;
use super::opened::Opened;
use super::regions::{self, Region};
use super::session::Session;

use cache::Cache;
use connectors::Connected;
use flash::Flash;
use handles::Handles;
use keyboard::Keyboard;
use layout::Measure;
use menu::Menu;
use page::Page;
use pieces::SetBlock;
use selecting::Selecting;
use selection_bar::SelectionBar;
use strip::Strip;

pub use connectors::card as place_of_card;

/// The panel.
#[derive(Debug, Default)]
pub struct ReaderPanel {
    /// A page for each open article, by the number of its opening.
    pages: BTreeMap<u64, Page>,
    cache: Cache,
    strip: Strip,
    selecting: Selecting,
    keyboard: Keyboard,
    flash: Option<Flash>,
    selection_bar: SelectionBar,
    handles: Handles,
    menu: Menu,
}

/// What parts of the column need to draw.
struct Drawing<'a> {
    session: &'a Session,
    opened: &'a Opened,
    texts: &'a Texts,
    /// What lights up for a moment, because the column has moved there.
    flash: Option<(Span, f32)>,
    /// Clicks in quick succession.
    n_clicks: usize,
    /// Where the panel is on screen.
    panel: Rect,
}

/// Where on screen is what bars and menus stand beside.
struct Seen {
    /// The first and the last line of what is selected.
    selected: Option<(Rect, Rect)>,
    /// The mark whose menu is open.
    menu: Option<Rect>,
}

/// A block on screen, and where its text begins.
type Placed = (Arc<SetBlock>, Pos2);

impl ReaderPanel {
    /// Whether exact heights of an article are still being found; those of articles behind it wait until they are shown.
    pub fn is_measuring(&self, opened: &Opened) -> bool {
        self.pages
            .get(&opened.serial)
            .is_some_and(Page::is_measuring)
    }

    /// Draws the article.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        opened: &Opened,
        texts: &Texts,
        commands: &mut Commands,
    ) {
        let (measure, sample) = Measure::new(ui, session.settings.typography);
        self.cache.begin(opened.serial, &measure, &sample);
        let is_open = |serial: &u64| {
            let mut desks = session.desks().iter();
            desks.any(|desk| desk.opened.as_ref().is_some_and(|at| at.serial == *serial))
        };
        self.pages.retain(|serial, _| is_open(serial));
        let mut page = self.pages.remove(&opened.serial).unwrap_or_default();
        self.page(ui, &mut page, session, opened, texts, &measure, commands);
        self.pages.insert(opened.serial, page);
        let name = texts.text("article-panel");
        let panel = ui.max_rect();
        let place = ui.interact(panel, keyboard::article(ui), Sense::hover());
        place.widget_info(|| WidgetInfo::labeled(Role::Article, true, &name));
        // Where there is no mark to begin with.
        regions::home(Region::Article, panel, &place);
    }

    /// Where in the text the first block begins that is to be seen.
    pub fn first_in_view(&self, opened: &Opened) -> usize {
        let block = self.pages.get(&opened.serial).map_or(0, Page::first_block);
        let blocks = &opened.document().article.blocks;
        blocks.get(block).map_or(0, |block| block.span.start())
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the page is apart from the panel, which is its owner"
    )]
    fn page(
        &mut self,
        ui: &mut Ui,
        page: &mut Page,
        session: &Session,
        opened: &Opened,
        texts: &Texts,
        measure: &Measure,
        commands: &mut Commands,
    ) {
        let desk = session.desk();
        page.keep_place(desk.search.is_some(), desk.n_returns);
        let kept = page.fit(ui, opened, measure, &mut self.cache);
        let followed = self.follow(ui, page, session, opened, measure);
        let walked = self.keyboard.walk(ui, session, opened);
        let height = ui.available_height();
        let walked = walked.and_then(|span| {
            let goal = goal(ui, page, &mut self.cache, opened, measure, span)?;
            page.offset_for(goal, height)
        });
        let scrolled = keyboard::scroll(ui, session, page, height);
        let panel = ui.available_rect_before_wrap();
        let mut area = ScrollArea::vertical()
            .id_salt(("article", opened.serial))
            .auto_shrink(false);
        let wanted = page.wanted.take().or(followed).or(walked).or(scrolled);
        if let Some(offset) = wanted.or(kept) {
            // egui knows the height of the last frame only, and would spring back to its end.
            ui.spacing_mut().scroll.kinetic.rubber_band = false;
            area = area.vertical_scroll_offset(page.within(offset, height) as f32);
        }
        let flash = self.flash.as_ref();
        let drawing = Drawing {
            session,
            opened,
            texts,
            flash: flash.and_then(|flash| flash.strength(ui, opened.serial)),
            n_clicks: self.selecting.count(ui),
            panel,
        };
        let output = area.show_viewport(ui, |ui, viewport| {
            self.column(
                ui,
                page,
                f64::from(viewport.top()),
                measure,
                &drawing,
                commands,
            )
        });
        let top = f64::from(output.state.clamped_offset().y);
        let visible = (top, top + f64::from(output.inner_rect.height()));
        page.remember(visible);

        let right = panel.right() - 6.0;
        let beside = Rect::from_x_y_ranges(right - strip::WIDTH..=right, panel.y_range());
        let clicked = self.strip.ui(ui, beside, page, session, opened);
        let (connected, seen) = output.inner;
        connectors::paint(ui, panel, measure, &connected);
        let text_right = panel.left() + measure.left + measure.width;
        pill::ui(ui, text_right, &connected, &drawing, commands);
        offer::ui(ui, &drawing, commands);
        self.selection_bar.ui(ui, seen.selected, &drawing, commands);
        if let Some(id) = self.menu.ui(ui, seen.menu, &drawing, commands) {
            self.keyboard.come_back(id);
        }
        self.keyboard.tell(session, opened, commands);
        let dragged = self.selecting.scroll(ui, visible.0);
        if let Some(offset) = clicked.or(dragged) {
            page.wanted = Some(offset);
            ui.ctx().request_repaint();
        }
    }

    /// The offset that a new jump asks for; none if its goal is on screen already.
    fn follow(
        &mut self,
        ui: &Ui,
        page: &mut Page,
        session: &Session,
        opened: &Opened,
        measure: &Measure,
    ) -> Option<f64> {
        let jump = session.desk().jump;
        let (serial, span) = jump.filter(|&(serial, _)| serial != page.followed)?;
        page.followed = serial;
        let goal = goal(ui, page, &mut self.cache, opened, measure, span)?;
        let offset = page.offset_for(goal, ui.available_height())?;
        if !session.settings.reduced_motion {
            self.flash = Some(Flash::new(ui, opened.serial, span));
        }
        Some(offset)
    }

    fn column(
        &mut self,
        ui: &mut Ui,
        page: &mut Page,
        offset: f64,
        measure: &Measure,
        drawing: &Drawing<'_>,
        commands: &mut Commands,
    ) -> (Connected, Seen) {
        let (document, panel) = (drawing.opened.document(), drawing.panel);
        let ground = selecting::ground(ui, drawing);
        // Some more than visible, so that assistive programs and quick scrolling find it there.
        let (above, below) = (offset - 200.0, offset + f64::from(panel.height()) + 200.0);
        let (first, mut y) = page.heights.at(above);
        let scale = f64::from(ui.pixels_per_point());
        let mut placed: Vec<Placed> = Vec::new();
        for index in first..page.heights.len() {
            if below < y {
                break;
            }
            let Some(set) = self.cache.block(ui, document, index, measure) else {
                break;
            };
            // Differences are taken in double precision: both may be millions of points.
            let top = ((y - offset) * scale).round() / scale;
            let at = pos2(
                panel.left() + measure.left,
                panel.top() + top as f32 + set.space_before,
            );
            y += f64::from(set.height());
            page.heights.set(index, set.height());
            placed.push((set, at));
        }
        let mut connected = Connected::new(page, offset, drawing);
        for (set, at) in &placed {
            block::ui(
                ui,
                set,
                *at,
                drawing,
                &mut self.keyboard,
                &mut connected,
                commands,
            );
        }
        connected.settle();
        self.handles.ui(ui, &placed, drawing, commands);
        self.selecting
            .follow(ui, &ground, &placed, drawing, commands);
        let seen = Seen {
            selected: selecting::lines(&placed, drawing),
            menu: marks::plate(&placed, drawing),
        };
        ui.allocate_space(vec2(ui.available_width(), page.heights.total() as f32));
        (connected, seen)
    }
}

/// From where to where on the page a span stands, to which the column is to go.
fn goal(
    ui: &Ui,
    page: &mut Page,
    cache: &mut Cache,
    opened: &Opened,
    measure: &Measure,
    span: Span,
) -> Option<(f64, f64)> {
    let document = opened.document();
    let blocks = &document.article.blocks;
    let index = blocks.partition_point(|block| block.span.end() <= span.start());
    // What stands above on screen must be exact for the goal to be where it should.
    let mut above = 0.0;
    let near = (0..index).rev().take_while(|&near| {
        let is_near = above < ui.available_height();
        if let Some(set) = cache.block(ui, document, near, measure) {
            above += set.height();
            page.heights.set(near, set.height());
        }
        is_near
    });
    near.for_each(drop);
    let set = cache.block(ui, document, index, measure)?;
    page.heights.set(index, set.height());
    let inside = Span::new(
        span.start().max(set.span().start()),
        span.end().min(set.span().end()).max(span.start()),
    );
    let rows = set.pieces(inside);
    let top = page.heights.top(index) + f64::from(set.space_before);
    let first = rows.first().map_or(0.0, |piece| piece.rect.top());
    let last = rows.last().map_or(first, |piece| piece.rect.bottom());
    Some((top + f64::from(first), top + f64::from(last)))
}
