//! Corrections in our own JSON, both ways.

use std::convert::Infallible;

use jiff::Timestamp;

use super::invalid::Fault;
use super::read::Reader;
use super::record::StepRecord;
use super::write::Writer;
use crate::review::{Edit, Stamp, Step};

impl Writer<'_> {
    pub(super) fn steps(&self, steps: &[Step]) -> Vec<StepRecord> {
        let record = |step: &Step| {
            let place = |span| Ok::<_, Infallible>(self.range(span));
            let Ok(edit) = step.edit.clone().map(&mut { place });
            StepRecord {
                edit,
                by: step.stamp.by.clone(),
                at: Some(step.stamp.at.to_string()),
            }
        };
        steps.iter().map(record).collect()
    }
}

impl Reader<'_> {
    pub(super) fn steps(&self, records: Vec<StepRecord>) -> Result<Vec<(Edit, Stamp)>, Fault> {
        let step = |record: StepRecord| {
            let edit = record.edit.map(&mut |range| self.span(range))?;
            let at = match record.at {
                None => Timestamp::UNIX_EPOCH,
                Some(at) => at.parse().map_err(|_| {
                    Fault(format!("»{at}« is no time such as 2026-01-31T12:00:00Z"))
                })?,
            };
            Ok((edit, Stamp { by: record.by, at }))
        };
        records.into_iter().map(step).collect()
    }
}
