//! allmende-report
