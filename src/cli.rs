//! The program without a window; the only module that prints.
