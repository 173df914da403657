//! Which documents are read: from arguments, lists of files and directories.

use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use ignore::overrides::{Override, OverrideBuilder};

use super::args::Args;
use super::messages::{self, Messages};
use crate::options::Format;
use crate::read::by_extension;

/// One input, in the order in which results come out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    Stdin,
    File {
        path: PathBuf,
        /// The path below the walked directory, or the file's name: what an
        /// output file is named after.
        name: PathBuf,
        /// Whether it was found in a directory rather than named.
        walked: bool,
    },
    /// An argument that names nothing to read.
    Failed {
        path: PathBuf,
        message: String,
    },
}

impl Input {
    /// The path, if it is a file.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Input::Stdin => None,
            Input::File { path, .. } | Input::Failed { path, .. } => Some(path),
        }
    }

    /// The format that was `asked` for, or else what a file's name says.
    pub fn format(&self, asked: Format) -> Format {
        match (asked, self) {
            (Format::Auto, Input::File { path, .. }) => by_extension(path),
            _ => asked,
        }
    }
}

/// The inputs that `args` name; `None` where nothing is named and standard
/// input is a terminal. An error is one of usage.
pub fn collect(args: &Args, messages: Messages) -> Result<Option<Vec<Input>>, String> {
    let mut paths: Vec<PathBuf> = args.paths.iter().map(PathBuf::from).collect();
    if let Some(list) = &args.files_from {
        paths.extend(listed(list, args.null)?);
    } else if paths.is_empty() {
        if io::IsTerminal::is_terminal(&io::stdin()) {
            return Ok(None);
        }
        paths.push("-".into());
    }
    let stdin = |path: &PathBuf| path.as_os_str() == "-";
    let uses = paths.iter().filter(|path| stdin(path)).count();
    let listed_by_stdin = args.files_from.as_ref().is_some_and(stdin);
    if uses + usize::from(listed_by_stdin) > 1 {
        return Err("standard input (-) can be read only once".into());
    }
    let mut inputs = Vec::with_capacity(paths.len());
    for path in paths {
        if stdin(&path) {
            inputs.push(Input::Stdin);
            continue;
        }
        match fs::metadata(&path) {
            Ok(found) if found.is_dir() => walk(&path, args, messages, &mut inputs)?,
            Ok(_) => {
                let name = path.file_name().map_or_else(|| path.clone(), PathBuf::from);
                inputs.push(Input::File { path, name, walked: false });
            }
            Err(error) => {
                let message = match path.to_str().filter(|path| is_address(path)) {
                    Some(page) => {
                        format!("only files are read; try: curl -sL {page} | epitome")
                    }
                    None => messages::io(&error),
                };
                inputs.push(Input::Failed { path, message });
            }
        }
    }
    Ok(Some(inputs))
}

/// The paths listed in the file `list`. In a list of lines, blank lines and
/// lines that begin with `#` name nothing.
fn listed(list: &Path, null: bool) -> Result<Vec<PathBuf>, String> {
    let bad = |error: io::Error| {
        format!("--files-from {}: {}", list.display(), messages::io(&error))
    };
    let source: Box<dyn Read> = match list.as_os_str() == "-" {
        true => Box::new(io::stdin()),
        false => Box::new(fs::File::open(list).map_err(bad)?),
    };
    let mut paths: Vec<PathBuf> = Vec::new();
    for line in BufReader::new(source).split(if null { 0 } else { b'\n' }) {
        let mut line = line.map_err(bad)?;
        if !null && line.ends_with(b"\r") {
            line.pop();
        }
        if paths.is_empty() && line.starts_with(b"\xef\xbb\xbf") {
            line.drain(..3);
        }
        let is_comment = !null && line.starts_with(b"#");
        if !line.is_empty() && !is_comment {
            paths.push(path_of(line));
        }
    }
    Ok(paths)
}

#[cfg(unix)]
fn path_of(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    std::ffi::OsString::from_vec(bytes).into()
}

#[cfg(not(unix))]
fn path_of(bytes: Vec<u8>) -> PathBuf {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

/// Whether it is an address of the web.
fn is_address(path: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| path.starts_with(scheme))
}

/// Adds the documents below `root`, in bytewise order of their names.
fn walk(
    root: &Path,
    args: &Args,
    messages: Messages,
    inputs: &mut Vec<Input>,
) -> Result<(), String> {
    let (before, mut skipped) = (inputs.len(), 0);
    for entry in walker(root, args)?.build() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                inputs.push(walk_failure(root, &error));
                continue;
            }
        };
        let path = entry.path();
        let mut skip = |reason| {
            skipped += 1;
            messages.skipped(path, reason);
        };
        match entry.file_type() {
            Some(kind) if kind.is_dir() => {}
            kind if !kind.is_some_and(|kind| kind.is_file()) => skip("no regular file"),
            _ if by_extension(path) == Format::Auto => skip("not a known extension"),
            _ => {
                let name = path.strip_prefix(root).unwrap_or(path).to_path_buf();
                inputs.push(Input::File { path: path.to_path_buf(), name, walked: true });
            }
        }
    }
    if inputs.len() == before {
        let hint = match (skipped, args.glob.is_empty()) {
            (0, true) => "it is empty, or all in it is hidden or ignored".into(),
            (0, false) => "nothing in it matches --glob".into(),
            _ => format!("{skipped} skipped; see -v"),
        };
        let message = format!("no readable documents ({hint})");
        inputs.push(Input::Failed { path: root.to_path_buf(), message });
    }
    Ok(())
}

/// The walk below `root` that the arguments ask for.
fn walker(root: &Path, args: &Args) -> Result<WalkBuilder, String> {
    let mut builder = WalkBuilder::new(root);
    builder
        .hidden(!args.hidden)
        .ignore(!args.no_ignore)
        .git_ignore(!args.no_ignore)
        .git_global(!args.no_ignore)
        .git_exclude(!args.no_ignore)
        .parents(!args.no_ignore)
        .follow_links(args.follow)
        .max_depth(args.max_depth)
        .overrides(overrides(root, &args.glob)?)
        .sort_by_file_name(std::ffi::OsStr::cmp);
    Ok(builder)
}

/// What the walk met on its way, with the path where it met it.
fn walk_failure(root: &Path, error: &ignore::Error) -> Input {
    use ignore::Error;
    let mut path = root;
    let mut inner = error;
    loop {
        let message = match inner {
            Error::WithPath { path: met, err } => {
                (path, inner) = (met, err);
                continue;
            }
            Error::WithDepth { err, .. } | Error::WithLineNumber { err, .. } => {
                inner = err;
                continue;
            }
            Error::Loop { ancestor, child } => {
                path = child;
                format!(
                    "a loop of links: it points to {}, which holds it",
                    ancestor.display()
                )
            }
            Error::Io(error) => messages::io(innermost(error)),
            other => other.to_string(),
        };
        return Input::Failed { path: path.to_path_buf(), message };
    }
}

/// What the system said, without the words that others put around it.
fn innermost(error: &io::Error) -> &io::Error {
    let mut inner: Option<&(dyn std::error::Error + 'static)> = Some(error);
    let mut found = error;
    while let Some(cause) = inner {
        found = cause.downcast_ref().unwrap_or(found);
        inner = cause.source();
    }
    found
}

fn overrides(root: &Path, globs: &[String]) -> Result<Override, String> {
    let mut builder = OverrideBuilder::new(root);
    for glob in globs {
        builder.add(glob).map_err(|error| format!("--glob {glob}: {error}"))?;
    }
    builder.build().map_err(|error| format!("--glob: {error}"))
}
