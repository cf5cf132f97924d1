//! allmende-web
