//! SQL texts and the values bound to them.

use crate::types::{Day, Id, Moment};

/// One SQL text that both engines understand. Made by [`crate::statements!`] only, so that the
/// test that prepares all of them sees every one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The text. `$1` is the alliance unless [`Self::across`] is set; arguments follow from `$2`.
    pub sql: &'static str,
    /// Whether it reads across alliances on purpose (sign-in, the schedule). Arguments start at `$1`.
    pub across: bool,
}

/// Names SQL texts and lists them.
///
/// ```
/// allmende_store::statements! {
///     /// The newest record.
///     NEWEST = "SELECT record_id FROM record_index WHERE alliance_id = $1 AND kind = $2 LIMIT 1";
/// }
/// assert_eq!(STATEMENTS.len(), 1);
/// assert!(!NEWEST.across);
/// ```
#[macro_export]
macro_rules! statements {
    ($($(#[$meta:meta])* $name:ident $($across:ident)? = $sql:expr;)+) => {
        $($(#[$meta])* const $name: $crate::Statement =
            $crate::Statement { sql: $sql, across: $crate::statements!(@across $($across)?) };)+
        /// All statements of this module.
        pub(crate) const STATEMENTS: &[$crate::Statement] = &[$($name),+];
    };
    (@across across) => { true };
    (@across) => { false };
}

/// A value bound to a statement. `None` binds a typed NULL, as PostgreSQL wants it.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// An id.
    Id(Option<Id>),
    /// A text.
    Text(Option<String>),
    /// A whole number.
    Int(Option<i64>),
    /// True or false.
    Bool(Option<bool>),
    /// A day.
    Day(Option<Day>),
    /// An instant.
    Moment(Option<Moment>),
    /// Bytes.
    Bytes(Option<Vec<u8>>),
}

/// A value that can be bound. An `Option` of one binds a NULL of its type.
pub trait ToArg {
    /// The value, bound.
    fn to_arg(self) -> Arg;
    /// A NULL of its type.
    fn null() -> Arg;
}

impl<T: ToArg> ToArg for Option<T> {
    fn to_arg(self) -> Arg {
        self.map_or_else(T::null, T::to_arg)
    }
    fn null() -> Arg {
        T::null()
    }
}

macro_rules! to_arg {
    ($($type:ty => $variant:ident),+ $(,)?) => {
        $(impl ToArg for $type {
            fn to_arg(self) -> Arg { Arg::$variant(Some(self)) }
            fn null() -> Arg { Arg::$variant(None) }
        })+
    };
}

to_arg!(Id => Id, String => Text, i64 => Int, bool => Bool, Day => Day, Moment => Moment, Vec<u8> => Bytes);

impl ToArg for &str {
    fn to_arg(self) -> Arg {
        Arg::Text(Some(self.to_owned()))
    }
    fn null() -> Arg {
        Arg::Text(None)
    }
}

impl ToArg for &String {
    fn to_arg(self) -> Arg {
        Arg::Text(Some(self.clone()))
    }
    fn null() -> Arg {
        Arg::Text(None)
    }
}

/// A list of [`Arg`]s from anything that becomes one.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { vec![$($crate::ToArg::to_arg($value)),*] };
}
