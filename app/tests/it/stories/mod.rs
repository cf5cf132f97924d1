//! What people do, end to end, on both engines.

mod accounts;
mod guard;
mod records;
mod report;
