//! Work with files of other people that may not end, or panic, on a thread of its own.
//!
//! Readers of formats that others wrote cannot be interrupted. So nobody waits for one that takes too long: its thread is left behind
//! and ends when it ends, or with the program. A panic there ends nothing but that thread.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::Builder;
use std::time::Duration;

/// How long one file may take. Everything in the hostile set takes less than 5 seconds; a slow machine under load has four times that,
/// and a build for tests ten times as much again.
pub(crate) const LIMIT: Duration =
    Duration::from_secs(if cfg!(debug_assertions) { 200 } else { 20 });

/// Bytes of the thread's stack. A system gives its memory only as far as it is used; the main thread's usual stack is half of it.
const STACK: usize = 16 * 1024 * 1024;

/// Why there is no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unfinished {
    /// The time is over.
    TooSlow,
    /// It panicked.
    Panicked,
    /// There is no thread for it; in the system's words.
    NoThread(String),
}

/// Does something, but waits no longer than the limit for it. Costs some 50 µs.
pub(crate) fn within<T: Send + 'static>(
    limit: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Unfinished> {
    let (sender, receiver) = channel();
    let thread = Builder::new().name("reading".to_owned()).stack_size(STACK);
    let spawned = thread.spawn(move || {
        // If nobody waits any more, the result is dropped here.
        let _ = sender.send(work());
    });
    spawned.map_err(|error| Unfinished::NoThread(error.to_string()))?;
    receiver.recv_timeout(limit).map_err(|error| match error {
        RecvTimeoutError::Timeout => Unfinished::TooSlow,
        RecvTimeoutError::Disconnected => Unfinished::Panicked,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_in_time_is_returned() {
        assert_eq!(within(LIMIT, || 7), Ok(7));
    }

    #[test]
    fn what_never_ends_is_left_behind() {
        let (_keeps_it_waiting, never) = channel::<()>();
        let outcome = within(Duration::from_millis(1), move || never.recv().is_ok());
        assert_eq!(outcome, Err(Unfinished::TooSlow));
    }

    #[test]
    fn a_panic_is_an_outcome() {
        let outcome = within(LIMIT, || assert_eq!(1, 2, "meant to panic"));
        assert_eq!(outcome, Err(Unfinished::Panicked));
    }

    #[test]
    fn there_is_room_for_what_calls_itself() {
        fn depth(of: u32) -> u32 {
            let frame = std::hint::black_box([of; 64]);
            if of == 0 { 0 } else { 1 + depth(frame[0] - 1) }
        }
        assert_eq!(within(LIMIT, || depth(20_000)), Ok(20_000));
    }
}
