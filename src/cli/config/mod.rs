//! The configuration: files of options, which count as arguments that stand
//! before those that are typed. The user's file comes first, then the
//! project's, so that the nearer one overrules.

mod find;
mod keys;

use std::ffi::OsString;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::args::Args;
use super::messages;

/// A larger file is no configuration, in bytes.
const LARGEST: u64 = 1 << 20;

/// What the configuration files say.
#[derive(Debug, Default)]
pub struct Config {
    pub arguments: Vec<OsString>,
    /// The files that were read.
    pub files: Vec<PathBuf>,
}

/// Reads the files that apply: the one that is named by `--config` or
/// `EPITOME_CONFIG`, or else the user's and the project's.
pub fn load(args: &Args) -> Result<Config, String> {
    let mut config = Config::default();
    if args.no_config {
        return Ok(config);
    }
    let from_environment = || {
        let named = std::env::var_os("EPITOME_CONFIG");
        named.filter(|path| !path.is_empty()).map(PathBuf::from)
    };
    config.files = match args.config.clone().or_else(from_environment) {
        Some(path) => vec![path],
        None => find::user().into_iter().chain(find::project()).collect(),
    };
    for path in &config.files {
        let text = read(path).map_err(|what| format!("{}: {what}", path.display()))?;
        config.arguments.extend(keys::arguments(&text, path)?);
    }
    Ok(config)
}

fn read(path: &Path) -> Result<String, String> {
    let failed = |error: std::io::Error| messages::io(&error);
    let file = File::open(path).map_err(failed)?;
    if file.metadata().map_err(failed)?.is_dir() {
        return Err("is a directory, not a configuration file".into());
    }
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(format!(
            "has more than {LARGEST} bytes, too many for a configuration"
        ));
    }
    let text = String::from_utf8(bytes).map_err(|_| "not UTF-8".to_string())?;
    Ok(text.strip_prefix('\u{feff}').map(String::from).unwrap_or(text))
}
