//! When two rows, or a row and a stored person, are the same person.

use allmende_store::Id;

/// Where a person belongs: a member, an organisation by its plain name, both or neither.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) municipality: Option<Id>,
    pub(super) organisation: Option<String>,
}

/// What makes a person the same person.
#[derive(Clone, Debug)]
pub(super) struct Identity {
    pub(super) email: String,
    pub(super) family: String,
    pub(super) given: String,
    pub(super) place: Place,
}

fn agree<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> Option<bool> {
    Some(a? == b?)
}

impl Place {
    fn is_nowhere(&self) -> bool {
        self.municipality.is_none() && self.organisation.is_none()
    }
}

impl Identity {
    /// How surely two people of one name are the same: 2 if they belong to the same place, 1 if one
    /// of them belongs nowhere and their mail addresses do not differ, else 0.
    pub(super) fn sureness_by_name(&self, other: &Self) -> u8 {
        let places = [
            agree(self.place.municipality.as_ref(), other.place.municipality.as_ref()),
            agree(self.place.organisation.as_ref(), other.place.organisation.as_ref()),
        ];
        let mails_differ = !self.email.is_empty() && !other.email.is_empty() && self.email != other.email;
        if places.contains(&Some(false)) {
            0
        } else if places.contains(&Some(true)) {
            2
        } else {
            u8::from((self.place.is_nowhere() || other.place.is_nowhere()) && !mails_differ)
        }
    }

    /// Whether one mail address can belong to both: the family names are equal, and of the given
    /// names one is missing, or begins the other ("M." and "Maria").
    pub(super) fn may_share_mail(&self, other: &Self) -> bool {
        let begins = self.given.starts_with(&other.given) || other.given.starts_with(&self.given);
        self.family == other.family && begins
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn somebody(email: &str, municipality: Option<u128>, organisation: Option<&str>) -> Identity {
        Identity {
            email: email.to_owned(),
            family: "muster".to_owned(),
            given: "ida".to_owned(),
            place: Place {
                municipality: municipality.map(super::super::samples::id),
                organisation: organisation.map(str::to_owned),
            },
        }
    }

    #[test]
    fn places_and_mails_decide_among_namesakes() {
        let table = [
            (somebody("", None, None), somebody("", None, None), 1),
            (somebody("", None, None), somebody("a", Some(1), None), 1),
            (somebody("b", None, None), somebody("a", Some(1), None), 0),
            (somebody("b", Some(1), None), somebody("a", Some(1), None), 2),
            (somebody("", Some(2), None), somebody("", Some(1), None), 0),
            (somebody("", Some(1), Some("x")), somebody("", Some(1), None), 2),
            (somebody("", Some(1), Some("x")), somebody("", Some(1), Some("y")), 0),
            (somebody("", Some(1), None), somebody("", None, Some("y")), 0),
        ];
        for (a, b, expected) in table {
            assert_eq!((a.sureness_by_name(&b), b.sureness_by_name(&a)), (expected, expected), "{a:?} {b:?}");
        }
    }

    #[test]
    fn one_mail_belongs_to_one_name() {
        let named = |given: &str| Identity { given: given.to_owned(), ..somebody("a", None, None) };
        assert!(named("maria").may_share_mail(&named("m")));
        assert!(named("").may_share_mail(&named("maria")));
        assert!(!named("maria").may_share_mail(&named("max")));
    }
}
