//! The program with a window.
