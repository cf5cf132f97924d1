//! The web side of the house: what every page stands on. Knows no area.
//!
//! A request comes in through [`server`], passes the guard in [`router`] (session, right, form,
//! CSRF), reaches a handler with a [`Cx`], and leaves as a page drawn from the values in [`view`],
//! [`list`] and [`form`]. Kinds of records get their screens from [`screen`].

pub mod access;
pub mod app;
pub mod area;
pub mod assets;
pub mod caller;
mod cx;
pub mod derived_list;
mod export;
pub mod form;
mod history;
pub mod limit;
pub mod list;
pub mod page;
pub mod pages;
pub mod print;
mod problem;
pub mod router;
pub mod screen;
pub mod server;
pub mod session;
mod soft;
pub mod stored_list;
pub mod texts;
pub mod view;
mod watch;

pub use cx::{Attempt, Cx};
pub use problem::Problem;

/// The texts of the common screens.
pub const TEXTS: texts::AreaTexts =
    texts::AreaTexts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") };
