//! Tests of the rules of meetings.
