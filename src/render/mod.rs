//! The last stage: a [`Summary`](crate::Summary) to bytes, one format a file.
//! Renderers return strings and never open files.

pub mod json;
pub mod markdown;
mod sources;
pub mod text;
