//! allmende-alliance
