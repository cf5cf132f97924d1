//! allmende-funding
