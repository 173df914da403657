//! The second stage: blocks to sections and sentences.

mod abbreviation;
mod around;
pub(crate) mod boundary;
pub(crate) mod chars;
mod citations;
mod class;
mod enumerators;
pub(crate) mod labels;
mod locators;
mod openings;
mod runs;
mod sections;
pub(crate) mod sentences;
mod spaces;
#[cfg(feature = "unspaced")]
mod unspaced;
mod window;
pub(crate) mod words;

pub(crate) use runs::runs;
pub use sections::{Segmented, segment};
pub use spaces::folded;
pub use words::words;
