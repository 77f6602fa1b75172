//! The real program on the command line, without a display, on files that the tests write.

#![expect(clippy::expect_used, reason = "a test may stop where it cannot go on")]

mod program;

mod annotate;
mod compare;
mod convert;
