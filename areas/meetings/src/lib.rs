//! allmende-meetings
