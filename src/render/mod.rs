//! The last stage: a [`Summary`](crate::Summary) to bytes, one format a file.
//! Renderers return strings and never open files.

pub mod explain;
pub mod html;
pub mod json;
pub mod markdown;
mod marked;
mod reasons;
mod sources;
mod terminal;
pub mod text;

pub use terminal::{Layout, neutral};
