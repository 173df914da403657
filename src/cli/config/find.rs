//! Where configuration files are.

use std::env;
use std::path::{Path, PathBuf};

/// What a project's file is called, and the user's within its folder.
const NAME: &str = "epitome.toml";

/// The nearest file in the working directory or above it, as far as the root
/// of the repository or the home directory. Outside of both, only the working
/// directory counts.
pub(super) fn project() -> Option<PathBuf> {
    let here = env::current_dir().ok()?;
    let home = env::home_dir();
    let is_root =
        |folder: &Path| folder.join(".git").exists() || Some(folder) == home.as_deref();
    let above = here.ancestors().position(is_root).unwrap_or(0);
    here.ancestors()
        .take(above + 1)
        .map(|folder| folder.join(NAME))
        .find(|path| path.exists())
}

/// The user's file, if there is one.
pub(super) fn user() -> Option<PathBuf> {
    let path = folder()?.join("epitome").join(NAME);
    path.exists().then_some(path)
}

#[cfg(windows)]
fn folder() -> Option<PathBuf> {
    env::var_os("APPDATA").map(PathBuf::from)
}

#[cfg(not(windows))]
fn folder() -> Option<PathBuf> {
    let named = env::var_os("XDG_CONFIG_HOME").map(PathBuf::from);
    named
        .filter(|path| path.is_absolute())
        .or_else(|| Some(env::home_dir()?.join(".config")))
}
