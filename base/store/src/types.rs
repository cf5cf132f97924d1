//! Values that both engines store alike.

use jiff_sqlx::ToSqlx;
use serde::{Deserialize, Serialize};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::{Decode, Encode, Postgres, Sqlite, Type};

crate::word_enum! {
    /// How exactly a day is known.
    pub enum Precision {
        /// To the day.
        Day = "day",
        /// To the month; the stored day is its first.
        Month = "month",
        /// To the year; the stored day is its first.
        Year = "year",
    }
}

impl Precision {
    /// The first day of the stretch that a day stands for: what is stored.
    pub fn first(self, day: Day) -> Day {
        match self {
            Self::Day => day,
            Self::Month => Day(day.0.first_of_month()),
            Self::Year => Day(day.0.first_of_year()),
        }
    }

    /// The last day of the stretch that a day stands for.
    pub fn last(self, day: Day) -> Day {
        match self {
            Self::Day => day,
            Self::Month => Day(day.0.last_of_month()),
            Self::Year => Day(day.0.last_of_year()),
        }
    }
}

// Most days are exact, so a record that says nothing else has an exact one.
#[allow(clippy::derivable_impls)]
impl Default for Precision {
    fn default() -> Self {
        Self::Day
    }
}

/// The name of a record: a `UUIDv7` made in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type, Default)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct Id(pub uuid::Uuid);

impl Id {
    /// The id that stands for "not stored yet".
    pub const NIL: Self = Self(uuid::Uuid::nil());

    /// Whether this is [`Self::NIL`].
    pub fn is_nil(self) -> bool {
        self.0.is_nil()
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for Id {
    type Err = uuid::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

/// A day in the calendar, without a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub jiff::civil::Date);

/// An instant in UTC, in whole milliseconds (PostgreSQL keeps microseconds, so nothing is lost).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub jiff::Timestamp);

impl Moment {
    /// An instant, cut to the millisecond.
    pub fn new(instant: jiff::Timestamp) -> Self {
        Self(jiff::Timestamp::from_millisecond(instant.as_millisecond()).unwrap_or(instant))
    }

    /// The civil time in Germany, where every rule of the program lives.
    pub fn in_germany(self) -> jiff::Zoned {
        let zone = jiff::tz::TimeZone::get("Europe/Berlin").unwrap_or(jiff::tz::TimeZone::UTC);
        self.0.to_zoned(zone)
    }

    /// The day in Germany.
    pub fn day(self) -> Day {
        Day(self.in_germany().date())
    }
}

impl Default for Moment {
    fn default() -> Self {
        Self(jiff::Timestamp::UNIX_EPOCH)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

macro_rules! through_jiff {
    ($type:ident, $wire:ty, $engine:ty, $args:ty, $info:ty) => {
        impl Type<$engine> for $type {
            fn type_info() -> $info {
                <$wire as Type<$engine>>::type_info()
            }
            fn compatible(info: &$info) -> bool {
                <$wire as Type<$engine>>::compatible(info)
            }
        }
        impl Encode<'_, $engine> for $type {
            fn encode_by_ref(&self, buffer: &mut $args) -> Result<IsNull, BoxDynError> {
                <$wire as Encode<'_, $engine>>::encode(self.0.to_sqlx(), buffer)
            }
        }
        impl<'r> Decode<'r, $engine> for $type {
            fn decode(value: <$engine as sqlx::Database>::ValueRef<'r>) -> Result<Self, BoxDynError> {
                Ok(Self(<$wire as Decode<'r, $engine>>::decode(value)?.to_jiff()))
            }
        }
    };
}

through_jiff!(Day, jiff_sqlx::Date, Sqlite, sqlx::sqlite::SqliteArgumentsBuffer, sqlx::sqlite::SqliteTypeInfo);
through_jiff!(Day, jiff_sqlx::Date, Postgres, sqlx::postgres::PgArgumentBuffer, sqlx::postgres::PgTypeInfo);
through_jiff!(Moment, jiff_sqlx::Timestamp, Sqlite, sqlx::sqlite::SqliteArgumentsBuffer, sqlx::sqlite::SqliteTypeInfo);
through_jiff!(Moment, jiff_sqlx::Timestamp, Postgres, sqlx::postgres::PgArgumentBuffer, sqlx::postgres::PgTypeInfo);

/// An enumeration that is stored as a word. The words are part of the archive: never rename one.
///
/// ```
/// allmende_store::word_enum! {
///     /// Kinds of fruit.
///     pub enum Fruit {
///         /// Malus domestica.
///         Apple = "apple",
///         /// Pyrus communis.
///         Pear = "pear",
///     }
/// }
/// assert_eq!(Fruit::Apple.word(), "apple");
/// assert_eq!(Fruit::from_word("pear"), Some(Fruit::Pear));
/// ```
#[macro_export]
macro_rules! word_enum {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, $crate::export::Serialize, $crate::export::Deserialize)]
        #[serde(crate = "allmende_store::export::serde")]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// All values in their usual order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The stored word.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
            /// The value with this word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl $crate::ToArg for $name {
            fn to_arg(self) -> $crate::Arg { $crate::Arg::Text(Some(self.word().to_owned())) }
            fn null() -> $crate::Arg { $crate::Arg::Text(None) }
        }

        impl<DB: $crate::export::sqlx::Database> $crate::export::sqlx::Type<DB> for $name
        where String: $crate::export::sqlx::Type<DB> {
            fn type_info() -> DB::TypeInfo { <String as $crate::export::sqlx::Type<DB>>::type_info() }
            fn compatible(info: &DB::TypeInfo) -> bool { <String as $crate::export::sqlx::Type<DB>>::compatible(info) }
        }
        impl<'r, DB: $crate::export::sqlx::Database> $crate::export::sqlx::Decode<'r, DB> for $name
        where String: $crate::export::sqlx::Decode<'r, DB> {
            fn decode(value: DB::ValueRef<'r>) -> Result<Self, $crate::export::sqlx::error::BoxDynError> {
                let word = <String as $crate::export::sqlx::Decode<'r, DB>>::decode(value)?;
                Self::from_word(&word).ok_or_else(|| format!("{word:?} is no {}", stringify!($name)).into())
            }
        }
    };
}

/// A value of several parts that is stored as JSON text: rules that an engine defines, for example.
///
/// ```
/// #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
/// pub struct Point { x: i64 }
/// allmende_store::json_value! {
///     /// A stored point.
///     pub struct StoredPoint(Point);
/// }
/// assert_eq!(StoredPoint(Point { x: 1 }).0.x, 1);
/// ```
#[macro_export]
macro_rules! json_value {
    ($(#[$meta:meta])* pub struct $name:ident($inner:ty);) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, $crate::export::Serialize, $crate::export::Deserialize)]
        #[serde(crate = "allmende_store::export::serde", transparent)]
        pub struct $name(pub $inner);

        impl $crate::ToArg for $name {
            fn to_arg(self) -> $crate::Arg {
                // Plain data with text keys: this cannot fail.
                $crate::Arg::Text(Some($crate::export::to_json(&self).unwrap_or_default()))
            }
            fn null() -> $crate::Arg { $crate::Arg::Text(None) }
        }

        impl<DB: $crate::export::sqlx::Database> $crate::export::sqlx::Type<DB> for $name
        where String: $crate::export::sqlx::Type<DB> {
            fn type_info() -> DB::TypeInfo { <String as $crate::export::sqlx::Type<DB>>::type_info() }
            fn compatible(info: &DB::TypeInfo) -> bool { <String as $crate::export::sqlx::Type<DB>>::compatible(info) }
        }
        impl<'r, DB: $crate::export::sqlx::Database> $crate::export::sqlx::Decode<'r, DB> for $name
        where String: $crate::export::sqlx::Decode<'r, DB> {
            fn decode(value: DB::ValueRef<'r>) -> Result<Self, $crate::export::sqlx::error::BoxDynError> {
                let text = <String as $crate::export::sqlx::Decode<'r, DB>>::decode(value)?;
                Ok($crate::export::from_json(&text)?)
            }
        }
    };
}
