//! allmende-press
