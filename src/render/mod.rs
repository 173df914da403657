//! The last stage: a [`Summary`](crate::Summary) to bytes, one format a file.
//! Renderers write text, piece by piece or as one string, and never open files.

pub mod explain;
pub mod html;
pub mod json;
pub mod markdown;
mod marked;
mod out;
mod reasons;
mod sources;
mod terminal;
pub mod text;

pub use terminal::{Layout, neutral};
