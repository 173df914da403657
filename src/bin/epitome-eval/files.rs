//! The files of gold.

use std::fs;
use std::path::Path;

use anyhow::Context;

/// The name of the set that a file holds, and its text.
pub fn read(file: &Path) -> anyhow::Result<(String, String)> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok((name, text))
}
