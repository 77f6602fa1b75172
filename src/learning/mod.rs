//! Linear models and their training; knows no German.
