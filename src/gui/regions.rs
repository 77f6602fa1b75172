//! The parts of the window that F6 walks through, and where in each of them the keyboard begins.

use eframe::egui::{Context, Id, Rect, Response};

use super::command::Step;

/// A part of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// The bar on top.
    Toolbar,
    /// The tabs.
    Tabs,
    /// The list of names.
    Entities,
    /// The article, or the page in its place.
    Article,
    /// The lists on the right.
    Lists,
}

const ALL: [Region; 5] = [
    Region::Article,
    Region::Lists,
    Region::Toolbar,
    Region::Tabs,
    Region::Entities,
];

/// Where each region lies and which widget the keyboard begins with.
#[derive(Clone, Default)]
struct Homes([Option<(Rect, Id)>; ALL.len()]);

fn homes_id() -> Id {
    Id::unique("regions of the window")
}

/// Forgets what was drawn in the last frame.
pub fn forget(context: &Context) {
    context.data_mut(|data| data.remove::<Homes>(homes_id()));
}

/// Says where a region lies and that the keyboard begins with `response`; the first in a frame counts.
pub fn home(region: Region, area: Rect, response: &Response) {
    let place = ALL.iter().position(|&other| other == region);
    response.ctx.data_mut(|data| {
        let homes = data.get_temp_mut_or_default::<Homes>(homes_id());
        if let Some(home) = place.and_then(|place| homes.0.get_mut(place)) {
            home.get_or_insert((area, response.id));
        }
    });
}

/// Puts the keyboard on the next or previous region that is on screen.
pub fn step(context: &Context, step: Step) {
    let homes = context.data_mut(|data| data.get_temp::<Homes>(homes_id()));
    let homes: Vec<(Rect, Id)> = homes.unwrap_or_default().0.into_iter().flatten().collect();
    let n_homes = homes.len();
    if n_homes == 0 {
        return;
    }
    let focused = context.memory(eframe::egui::Memory::focused);
    let at = focused.and_then(|id| context.read_response(id));
    let here = at.and_then(|response| {
        let center = response.rect.center();
        homes.iter().position(|(area, _)| area.contains(center))
    });
    let next = match (here, step) {
        (None, Step::Next) => 0,
        (None, Step::Previous) => n_homes - 1,
        (Some(here), Step::Next) => (here + 1) % n_homes,
        (Some(here), Step::Previous) => (here + n_homes - 1) % n_homes,
    };
    context.memory_mut(|memory| memory.request_focus(homes[next].1));
}
