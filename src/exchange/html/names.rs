//! The list of names: what each is, where it stands, what it says.

use std::cmp::Reverse;
use std::fmt::Write;

use super::Report;
use super::escape::escaped;
use super::words::{CHIPS, counted};
use crate::document::EntityId;

impl Report<'_> {
    /// Whether an entity has an entry: one of which nothing is left has none.
    pub(super) fn is_listed(&self, id: EntityId) -> bool {
        let belongings = self.belongings.get(id.0 as usize);
        belongings.is_some_and(|of| !of.is_empty())
    }

    pub(super) fn names(&self) -> String {
        let mut html = String::from("<section class=\"names\" aria-labelledby=\"names\">\n");
        html.push_str("<h2 id=\"names\">Namen</h2>\n<div class=\"groups\">\n");
        let ids = (0..self.findings.entities.len()).map(|index| EntityId(index as u32));
        let listed: Vec<EntityId> = ids.filter(|&id| self.is_listed(id)).collect();
        for chip in CHIPS {
            let of_chip = |id: &EntityId| chip.kinds.contains(&self.findings.entity(*id).kind);
            let mut group: Vec<EntityId> = listed.iter().copied().filter(of_chip).collect();
            if group.is_empty() {
                continue;
            }
            group.sort_by_key(|&id| Reverse(self.belongings[id.0 as usize].mentions.len()));
            let _ = write!(
                html,
                "<div class=\"group\">\n<h3><span class=\"m {}\">{}</span> <small>{}</small></h3>\n<ul>\n",
                chip.class,
                chip.label,
                group.len()
            );
            for id in group {
                self.entry(id, &mut html);
            }
            html.push_str("</ul>\n</div>\n");
        }
        html.push_str("</div>\n</section>\n");
        html
    }

    fn entry(&self, id: EntityId, html: &mut String) {
        let entity = self.findings.entity(id);
        let belongings = &self.belongings[id.0 as usize];
        let _ = write!(
            html,
            "<li id=\"entity-{}\"><b>{}</b>",
            id.0,
            escaped(&entity.name)
        );
        if let Some(role) = entity.office() {
            let _ = write!(html, " <span class=\"office\">{}</span>", escaped(&role));
        }
        if !entity.aliases.is_empty() {
            let aliases = escaped(&entity.aliases.join(", "));
            let _ = write!(html, "<br><span class=\"aliases\">auch: {aliases}</span>");
        }
        for (mentions, one, many) in [
            (&belongings.mentions, "Erwähnung", "Erwähnungen"),
            (&belongings.related, "verwandtes Wort", "verwandte Wörter"),
        ] {
            if mentions.is_empty() {
                continue;
            }
            let places = mentions.iter().zip(1..);
            let places = places.map(|(&(id, mention), place)| {
                if self.is_placed(&[mention.span]) {
                    format!("<a href=\"#mention-{}\">{place}</a>", id.0)
                } else {
                    place.to_string()
                }
            });
            let _ = write!(
                html,
                "<br><span class=\"places\">{}: {}</span>",
                counted(mentions.len(), one, many),
                places.collect::<Vec<_>>().join(" ")
            );
        }
        let numbers = belongings
            .statements
            .iter()
            .filter_map(|&(id, _)| self.number(id));
        let statements: Vec<String> = numbers
            .map(|number| format!("<a href=\"#statement-{number}\">{number}</a>"))
            .collect();
        if !statements.is_empty() {
            let label = if statements.len() == 1 {
                "Aussage"
            } else {
                "Aussagen"
            };
            let statements = statements.join(" ");
            let _ = write!(
                html,
                "<br><span class=\"places\">{label}: {statements}</span>"
            );
        }
        if !entity.note.trim().is_empty() {
            let _ = write!(
                html,
                "<br><span class=\"note\">{}</span>",
                escaped(entity.note.trim())
            );
        }
        html.push_str("</li>\n");
    }
}
