//! allmende-jobs
