//! The second stage: blocks to sections and sentences.

mod abbreviation;
mod around;
pub(crate) mod boundary;
#[cfg(test)]
mod cases;
mod casual;
pub(crate) mod chars;
mod citations;
mod class;
mod enumerators;
mod frames;
mod full;
pub(crate) mod labels;
mod locators;
mod openings;
mod runs;
mod sections;
pub(crate) mod sentences;
mod spaces;
mod times;
#[cfg(feature = "unspaced")]
mod unspaced;
mod window;
pub(crate) mod words;

pub(crate) use runs::runs;
pub use sections::{Segmented, segment};
pub use spaces::folded;
pub use words::words;
