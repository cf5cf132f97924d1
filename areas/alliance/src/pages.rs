//! The pages of the area, one file per thing a person does.

pub(crate) mod alliance;
pub(crate) mod body;
pub(crate) mod choice;
pub(crate) mod import;
pub(crate) mod municipality;
pub(crate) mod office;
pub(crate) mod organisation;
pub(crate) mod people;
pub(crate) mod person;
pub(crate) mod population;
