//! All places of a name: an offer to correct them as one of them was corrected, and the list in which they are checked one by
//! one. No egui in here.

use crate::document::{EntityId, MentionId};
use crate::view::context::{self, Line};
use crate::view::marking::{self, Change};
use crate::view::occurrences::{self, Occurrence};

use super::opened::Opened;
use super::session::Session;
use super::state::Dialog;

/// What is done about the places of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checking {
    /// All places that are offered.
    TakeAll,
    /// Nothing more is to be done.
    Decline,
    /// Lists the places that are offered; or all places of the name in focus.
    List,
    /// Lists all places of an entity.
    ListEntity(EntityId),
    /// Puts one place of the list among the chosen ones, or takes it out.
    Toggle(usize),
    /// Chooses all places, or none.
    ChooseAll(bool),
    /// Goes to a place of the list.
    GoTo(usize),
    /// What is to become of the chosen places.
    Become(Change),
    /// Does it, and closes the list.
    Finish,
}

/// Places that can be corrected as another one was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The words that were marked or rejected.
    pub words: String,
    /// Where else they stand; never empty.
    pub places: Vec<Occurrence>,
    /// What would become of them.
    pub change: Change,
    /// What was shown when it was made; it holds for nothing else.
    revision: u64,
}

impl Offer {
    /// An offer, if there are any places.
    pub fn new(
        opened: &Opened,
        words: &str,
        places: Vec<Occurrence>,
        change: Change,
    ) -> Option<Self> {
        (!places.is_empty()).then(|| Self {
            words: words.split_whitespace().collect::<Vec<_>>().join(" "),
            places,
            change,
            revision: opened.revision,
        })
    }

    /// The same for what is shown after the next correction.
    #[must_use]
    pub fn after_one_step(self) -> Self {
        Self {
            revision: self.revision + 1,
            ..self
        }
    }

    /// Whether it is about what is shown now.
    pub fn holds(&self, opened: &Opened) -> bool {
        self.revision == opened.revision
    }
}

/// The list in which places are checked one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckList {
    /// The name.
    pub words: String,
    /// Its places, in text order.
    pub places: Vec<Occurrence>,
    /// Which of them are chosen.
    pub is_chosen: Vec<bool>,
    /// The one that the keyboard is on.
    pub at: usize,
    /// What is to become of the chosen ones.
    pub change: Change,
    /// Whether something else may become of them: where the list is not about an offer.
    pub is_free: bool,
    revision: u64,
}

impl CheckList {
    /// How many places are chosen.
    pub fn n_chosen(&self) -> usize {
        self.is_chosen.iter().filter(|chosen| **chosen).count()
    }

    /// A place with the words around it.
    pub fn line(&self, opened: &Opened, index: usize) -> Option<Line> {
        let place = self.places.get(index)?;
        let mention = place.mention.unwrap_or(MentionId(u32::MAX));
        Some(context::line(opened.document(), mention, place.span))
    }

    fn chosen(&self) -> Vec<Occurrence> {
        let places = self.places.iter().zip(&self.is_chosen);
        places
            .filter(|(_, chosen)| **chosen)
            .map(|(place, _)| *place)
            .collect()
    }
}

impl Session {
    pub(super) fn check(&mut self, checking: Checking) {
        match checking {
            Checking::TakeAll => {
                if let Some(offer) = self.taken_offer() {
                    self.change(offer.change, &offer.places);
                }
            }
            Checking::Decline => self.desk_mut().offer = None,
            Checking::List => {
                if let Some(offer) = self.taken_offer() {
                    self.list_places(offer.words, offer.places, offer.change, false);
                } else if let Some(id) = self.desk().focused_entity() {
                    self.list_entity(id);
                }
            }
            Checking::ListEntity(id) => self.list_entity(id),
            Checking::Finish => self.finish_list(),
            Checking::Toggle(_)
            | Checking::ChooseAll(_)
            | Checking::GoTo(_)
            | Checking::Become(_) => {
                if let Some(Dialog::Check(list)) = &mut self.dialog {
                    list.change(checking);
                }
            }
        }
    }

    /// The offer, if it is about what is shown now; there is none any more.
    fn taken_offer(&mut self) -> Option<Offer> {
        let desk = self.desk_mut();
        let offer = desk.offer.take()?;
        desk.opened.as_ref().filter(|opened| offer.holds(opened))?;
        Some(offer)
    }

    fn list_entity(&mut self, id: EntityId) {
        let Some(opened) = &self.desk().opened else {
            return;
        };
        let findings = opened.findings();
        let Some(entity) = findings.entities.get(id.0 as usize) else {
            return;
        };
        let words = entity.name.clone();
        let places = occurrences::of_entity(findings, id);
        if !places.is_empty() {
            self.list_places(words, places, Change::Confirm, true);
        }
    }

    fn list_places(
        &mut self,
        words: String,
        places: Vec<Occurrence>,
        change: Change,
        is_free: bool,
    ) {
        let Some(opened) = &self.desk().opened else {
            return;
        };
        self.dialog = Some(Dialog::Check(CheckList {
            words,
            is_chosen: vec![true; places.len()],
            places,
            at: 0,
            change,
            is_free,
            revision: opened.revision,
        }));
    }

    fn finish_list(&mut self) {
        let Some(Dialog::Check(list)) = &self.dialog else {
            return;
        };
        let opened = self.desk().opened.as_ref();
        let holds = opened.is_some_and(|opened| list.revision == opened.revision);
        let (change, chosen) = (list.change, list.chosen());
        self.dialog = None;
        if holds {
            self.change(change, &chosen);
        }
    }

    /// Changes some places in one step.
    fn change(&mut self, change: Change, places: &[Occurrence]) {
        let Some(opened) = &self.desk().opened else {
            return;
        };
        if let Some(edit) = marking::group(opened.findings(), change, places) {
            self.made(edit);
        }
    }
}

impl CheckList {
    fn change(&mut self, checking: Checking) {
        let last = self.places.len().saturating_sub(1);
        match checking {
            Checking::Toggle(index) => {
                if let Some(chosen) = self.is_chosen.get_mut(index) {
                    *chosen = !*chosen;
                }
                self.at = index.min(last);
            }
            Checking::ChooseAll(all) => self.is_chosen.fill(all),
            Checking::GoTo(index) => self.at = index.min(last),
            Checking::Become(change) => self.change = change,
            Checking::TakeAll
            | Checking::Decline
            | Checking::List
            | Checking::ListEntity(_)
            | Checking::Finish => {}
        }
    }
}
