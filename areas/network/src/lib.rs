//! allmende-network
