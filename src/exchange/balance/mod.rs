//! The balance of an article, to take along: a table, and a picture as SVG or PNG.

mod table;

#[cfg(feature = "gui")]
mod chart;
#[cfg(feature = "gui")]
mod pen;

#[cfg(feature = "gui")]
use super::picture::{self, Letters};

#[cfg(feature = "gui")]
pub use chart::{Chart, ChartPart, ChartRow};
pub use table::table;

/// What a balance is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BalanceFormat {
    /// A table for spreadsheets.
    Csv,
    /// A picture that stays sharp in every size.
    Svg,
    /// A picture of pixels.
    Png,
}

impl BalanceFormat {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Svg, Self::Png];

    /// Ending of its files.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

/// The picture of a balance as SVG.
#[cfg(feature = "gui")]
pub fn svg(chart: &Chart) -> Vec<u8> {
    picture::svg(&chart.draw(&Letters::new()))
}

/// The picture of a balance as PNG, with two pixels for each point; an error in the encoder's words.
#[cfg(feature = "gui")]
pub fn png(chart: &Chart) -> Result<Vec<u8>, String> {
    let letters = Letters::new();
    picture::png(&chart.draw(&letters), &letters, 2.0)
}
