//! What can go wrong on a request, and the page that says so.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use allmende_documents::DocumentFault;
use allmende_store::StoreError;

use crate::limit::Wait;

/// Why a request got no ordinary answer.
#[derive(Debug)]
pub enum Problem {
    /// Nobody is signed in; the page leads to sign-in and back.
    SignIn,
    /// The person may not.
    Forbidden,
    /// There is no such page or record.
    NotFound,
    /// The request does not fit the form it claims to be.
    BadRequest(&'static str),
    /// A rule refuses; the text is in the person's language and names the way out.
    Refused(String),
    /// The form was stored before: go where it led.
    AlreadyStored(String),
    /// The request is larger than anything that is taken in.
    TooLarge,
    /// Tried too often.
    TooMany(Wait),
    /// The record changed meanwhile.
    Conflict,
    /// The program or its database failed; the detail is for the log only.
    Internal(String),
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::NotFound,
            StoreError::Conflict => Self::Conflict,
            other => Self::Internal(other.to_string()),
        }
    }
}

impl From<Wait> for Problem {
    fn from(wait: Wait) -> Self {
        Self::TooMany(wait)
    }
}

impl From<askama::Error> for Problem {
    fn from(error: askama::Error) -> Self {
        Self::Internal(error.to_string())
    }
}

impl From<DocumentFault> for Problem {
    fn from(fault: DocumentFault) -> Self {
        tracing::warn!(detail = fault.detail, "document refused");
        Self::Refused(fault.sentence)
    }
}

impl Problem {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::SignIn | Self::AlreadyStored(_) => StatusCode::SEE_OTHER,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Conflict => StatusCode::CONFLICT,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Key of the title and of the sentence on the page.
    pub fn texts(&self) -> (&'static str, &'static str) {
        match self {
            Self::SignIn | Self::AlreadyStored(_) => ("problem-moved", "problem-moved-text"),
            Self::Forbidden => ("problem-forbidden", "problem-forbidden-text"),
            Self::NotFound => ("problem-not-found", "problem-not-found-text"),
            Self::BadRequest(_) => ("problem-bad-request", "problem-bad-request-text"),
            Self::Refused(_) => ("problem-refused", "problem-refused-text"),
            Self::TooLarge => ("problem-too-large", "problem-too-large-text"),
            Self::TooMany(_) => ("problem-too-many", "problem-too-many-text"),
            Self::Conflict => ("problem-conflict", "problem-conflict-text"),
            Self::Internal(_) => ("problem-internal", "problem-internal-text"),
        }
    }
}

/// The problem rides on the response; the outermost layer, which knows language and person, draws the page.
#[derive(Clone, Debug)]
pub(crate) struct ProblemMark(pub std::sync::Arc<Problem>);

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        if let Self::AlreadyStored(location) = &self {
            return Redirect::to(location).into_response();
        }
        if let Self::Internal(detail) = &self {
            tracing::error!(detail, "request failed");
        }
        let mut response = self.status().into_response();
        response.extensions_mut().insert(ProblemMark(std::sync::Arc::new(self)));
        response
    }
}
