//! What people do, end to end, on both engines.

mod accounts;
mod confirmations;
mod documents;
mod guard;
mod language;
mod letters;
mod limits;
mod lists;
mod meetings_bodies;
mod meetings_circular;
mod meetings_hold;
mod meetings_invite;
mod meetings_minutes;
mod meetings_regimes;
mod meetings_scene;
mod parts;
mod played;
mod records;
mod recovery;
mod report;
mod uploads;
