//! allmende-projects
