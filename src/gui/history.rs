//! The way that the reader's eyes took: back and forward, as in a browser.

use super::state::Focus;

/// Steps that are remembered; nobody goes back further.
const MOST: usize = 200;

/// What was in focus before, and what after one has gone back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    past: Vec<Focus>,
    future: Vec<Focus>,
}

impl History {
    /// Whether one can go back.
    pub fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether one has gone back and can go forward again.
    pub fn has_future(&self) -> bool {
        !self.future.is_empty()
    }

    /// Something new comes into focus: what was there is past, and there is no more future.
    pub fn leave(&mut self, before: Option<Focus>) {
        self.future.clear();
        push(&mut self.past, before);
    }

    /// Forgets what is not there any more.
    pub fn retain(&mut self, mut is_there: impl FnMut(Focus) -> bool) {
        self.past.retain(|&focus| is_there(focus));
        self.future.retain(|&focus| is_there(focus));
    }

    /// One step back from `here`.
    pub fn back(&mut self, here: Option<Focus>) -> Option<Focus> {
        let focus = self.past.pop()?;
        push(&mut self.future, here);
        Some(focus)
    }

    /// One step forward from `here`.
    pub fn forward(&mut self, here: Option<Focus>) -> Option<Focus> {
        let focus = self.future.pop()?;
        push(&mut self.past, here);
        Some(focus)
    }
}

fn push(way: &mut Vec<Focus>, focus: Option<Focus>) {
    let Some(focus) = focus else { return };
    if way.last() == Some(&focus) {
        return;
    }
    if way.len() == MOST {
        way.remove(0);
    }
    way.push(focus);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::EntityId;

    fn focus(id: u32) -> Focus {
        Focus::Entity(EntityId(id))
    }

    #[test]
    fn back_and_forward_take_the_same_way() {
        let mut history = History::default();
        history.leave(None);
        history.leave(Some(focus(1)));
        history.leave(Some(focus(2)));
        assert_eq!(history.back(Some(focus(3))), Some(focus(2)));
        assert_eq!(history.back(Some(focus(2))), Some(focus(1)));
        assert_eq!(history.back(Some(focus(1))), None);
        assert_eq!(history.forward(Some(focus(1))), Some(focus(2)));
        assert_eq!(history.forward(Some(focus(2))), Some(focus(3)));
        assert!(!history.has_future() && history.has_past());
    }

    #[test]
    fn a_new_way_ends_the_old_one() {
        let mut history = History::default();
        history.leave(Some(focus(1)));
        history.back(Some(focus(2)));
        history.leave(Some(focus(1)));
        assert!(!history.has_future());
        assert_eq!(history.back(Some(focus(5))), Some(focus(1)));
    }

    #[test]
    fn the_way_is_long_but_not_endless() {
        let mut history = History::default();
        for id in 0..1000 {
            history.leave(Some(focus(id)));
        }
        let n_steps = std::iter::from_fn(|| history.back(None)).count();
        assert_eq!(n_steps, MOST);
    }
}
