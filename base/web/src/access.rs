//! Who may do what: roles, permissions, and the person who asks.

use allmende_store::{Actor, Id};

allmende_store::word_enum! {
    /// What a person is in an alliance. The order is that of the matrix in `docs/roles.md`.
    pub enum Role {
        /// The manager of the alliance: works with everything.
        Manager = "manager",
        /// The elected chair.
        Chair = "chair",
        /// The mayor of a member municipality.
        Mayor = "mayor",
        /// Somebody in the administration of a member municipality.
        Clerk = "clerk",
        /// Reads only.
        Reader = "reader",
        /// Looks after the server and the accounts, sees no content.
        Admin = "admin",
    }
}

impl Role {
    /// Whether a second factor is asked for: these roles reach everybody's data.
    pub fn needs_second_factor(self) -> bool {
        matches!(self, Self::Manager | Self::Chair | Self::Admin)
    }
}

/// A right, and the roles that have it. Declared by the area that asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permission {
    /// Its name, `area.verb`.
    pub name: &'static str,
    /// Who has it.
    pub roles: &'static [Role],
}

impl Permission {
    /// Whether a role has it.
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// Everybody who works with content.
pub const EVERYBODY: &[Role] = &[Role::Manager, Role::Chair, Role::Mayor, Role::Clerk, Role::Reader];
/// The people who steer: manager and chair.
pub const LEADS: &[Role] = &[Role::Manager, Role::Chair];
/// The manager alone.
pub const MANAGER: &[Role] = &[Role::Manager];

/// What a body deals with in private (Art. 52 Abs. 2 GO): those who sit in it.
pub const CONFIDENTIAL: Permission =
    Permission { name: "confidential.read", roles: &[Role::Manager, Role::Chair, Role::Mayor] };

/// What a route asks of the person who calls it. There is no default: a route without it does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody, signed in or not.
    Public,
    /// Anybody who is signed in, whatever the role.
    SignedIn,
    /// Whoever has the permission.
    Needs(Permission),
}

/// The person who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Principal {
    /// The account.
    pub account: Id,
    /// The alliance it belongs to.
    pub alliance: Id,
    /// Short name of the alliance, for the page.
    pub alliance_name: String,
    /// Its brand colour as `#rrggbb`, for what is printed.
    pub brand: String,
    /// Name of the person.
    pub name: String,
    /// What the person is.
    pub role: Role,
    /// The municipality the person speaks for.
    pub municipality: Option<Id>,
    /// `de` or `en`.
    pub language: String,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    /// Whether the second factor still has to be set up before anything else is reached.
    pub must_enrol: bool,
}

impl Principal {
    /// Whether the person has a right.
    pub fn may(&self, permission: Permission) -> bool {
        !self.must_enrol && permission.has(self.role)
    }

    /// The person as the history names it.
    pub fn actor(&self) -> Actor {
        Actor { account: Some(self.account), name: self.name.clone() }
    }

    /// Two letters for the round mark in the top bar.
    pub fn initials(&self) -> String {
        self.name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect::<String>().to_uppercase()
    }
}

/// The session of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the token in the cookie; the token itself is stored nowhere.
    pub digest: String,
    /// The word that every form of this session carries.
    pub csrf: String,
    /// What the next page says on top.
    pub flash: Option<Flash>,
    /// Whether its last use must be noted, so that it does not end for idleness.
    pub stale: bool,
}

/// What the page after a change says.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Flash {
    /// The sentence.
    pub text: String,
    /// Where "Rückgängig" posts to.
    pub undo: Option<String>,
}

/// A session with its person.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The person.
    pub principal: Principal,
    /// The session.
    pub session: Session,
}
