//! The file behind `--stop-words`.

use std::fs;
use std::path::Path;

use super::messages;
use crate::error::Error;
use crate::terms::StopWords;

/// The words listed in `path`. An error is one of usage and says where.
pub fn read(path: &Path) -> Result<StopWords, String> {
    let place = path.display();
    let bytes = fs::read(path)
        .map_err(|error| format!("--stop-words {place}: {}", messages::io(&error)))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| format!("--stop-words {place}: not UTF-8"))?;
    StopWords::parse(&text).map_err(|error| match error {
        Error::Option { message, .. } => format!("--stop-words {place}: {message}"),
        other => format!("--stop-words {place}: {other}"),
    })
}
