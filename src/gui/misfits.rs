//! What a file with annotations had that did not fit.

use crate::exchange::import::Unfit;

use super::opened::Opened;
use super::session::Session;

/// What did not fit, and whether the reader looks at it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Misfits {
    /// In the order of the file.
    pub unfit: Vec<Unfit>,
    /// Whether they are listed.
    pub is_listed: bool,
}

impl Session {
    /// Tells what did not fit of the file that was read under this number, if it is still there.
    pub(super) fn tell_unfit(&mut self, request: u64, unfit: Vec<Unfit>) {
        let is_it = |opened: &Opened| opened.serial == request;
        let mut desks = self.desks.iter_mut();
        let desk = desks.find(|desk| desk.opened.as_ref().is_some_and(is_it));
        if let Some(desk) = desk {
            desk.misfits = Misfits {
                unfit,
                is_listed: false,
            };
        }
    }
}
