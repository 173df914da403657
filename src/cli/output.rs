//! Where results go: standard output or files, with every write checked. Nothing
//! else in the program uses standard output.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::interrupt;

/// Why output ended early.
#[derive(Debug)]
pub enum Failure {
    /// The reader has gone; nobody is left to be told.
    Closed,
    /// The output could not be written.
    Broken {
        /// The file, or `standard output`.
        place: String,
        error: io::Error,
    },
}

/// An open output.
#[derive(Debug)]
pub enum Sink {
    Stdout(BufWriter<Stdout>),
    /// A device or pipe, written as it stands.
    Direct(BufWriter<File>, PathBuf),
    /// A file that takes its name only when it is whole.
    Atomic {
        out: BufWriter<NamedTempFile>,
        target: PathBuf,
        /// What the user calls it.
        name: PathBuf,
    },
}

impl Sink {
    /// Standard output.
    pub fn stdout() -> Self {
        Sink::Stdout(BufWriter::with_capacity(64 << 10, io::stdout()))
    }

    /// The file `path`, or standard output for `-`. An existing file keeps its
    /// permissions, and a symbolic link stays a link.
    pub fn file(path: &Path) -> Result<Self, Failure> {
        if path == Path::new("-") {
            return Ok(Sink::stdout());
        }
        let broken = |error| Failure::Broken { place: path.display().to_string(), error };
        let existing = fs::metadata(path).ok();
        if existing
            .as_ref()
            .is_some_and(|existing| !existing.is_file() && !existing.is_dir())
        {
            let file = File::options().write(true).open(path).map_err(broken)?;
            return Ok(Sink::Direct(BufWriter::new(file), path.to_path_buf()));
        }
        if existing.as_ref().is_some_and(fs::Metadata::is_dir) {
            return Err(broken(io::Error::from(io::ErrorKind::IsADirectory)));
        }
        let target = behind_links(path).map_err(broken)?;
        let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty());
        let parent = parent.unwrap_or(Path::new("."));
        let mut unfinished = interrupt::held();
        let file = temporary_in(parent).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => {
                let what = format!("there is no directory {}", parent.display());
                broken(io::Error::new(io::ErrorKind::NotFound, what))
            }
            _ => broken(error),
        })?;
        unfinished.temporaries.insert(file.path().to_path_buf());
        if let Some(existing) = existing {
            fs::set_permissions(file.path(), existing.permissions()).map_err(broken)?;
        }
        Ok(Sink::Atomic { out: BufWriter::new(file), target, name: path.to_path_buf() })
    }

    fn place(&self) -> String {
        match self {
            Sink::Stdout(_) => "standard output".into(),
            Sink::Direct(_, name) | Sink::Atomic { name, .. } => {
                name.display().to_string()
            }
        }
    }

    /// Writes `bytes`, which an interruption never cuts in two.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let _whole = interrupt::held();
        self.out().write_all(bytes).map_err(|error| self.failure(error))
    }

    /// Writes a piece of a line, which perhaps `ends` it. An interruption waits for
    /// the end, but for that of a temporary file.
    pub fn write_piece(&mut self, bytes: &[u8], ends: bool) -> Result<(), Failure> {
        let mut unfinished = interrupt::held();
        unfinished.line = !matches!(self, Sink::Atomic { .. });
        self.out().write_all(bytes).map_err(|error| self.failure(error))?;
        if ends {
            self.out().flush().map_err(|error| self.failure(error))?;
            unfinished.line = false;
        }
        Ok(())
    }

    /// Hands everything written so far to the reader.
    pub fn flush(&mut self) -> Result<(), Failure> {
        let _whole = interrupt::held();
        self.out().flush().map_err(|error| self.failure(error))
    }

    fn out(&mut self) -> &mut dyn Write {
        match self {
            Sink::Stdout(out) => out,
            Sink::Direct(out, _) => out,
            Sink::Atomic { out, .. } => out,
        }
    }

    /// Finishes the output; a file takes its name. `durable` waits until it
    /// would outlast a loss of power.
    pub fn finish(mut self, durable: bool) -> Result<(), Failure> {
        self.flush()?;
        let place = self.place();
        let Sink::Atomic { out, target, .. } = self else { return Ok(()) };
        let broken = |error| Failure::Broken { place, error };
        match out.into_inner().map_err(io::IntoInnerError::into_error).and_then(|file| {
            if durable {
                file.as_file().sync_all()?;
            }
            let mut unfinished = interrupt::held();
            unfinished.temporaries.remove(file.path());
            file.persist(&target).map_err(io::Error::from)
        }) {
            Ok(_) => Ok(()),
            Err(error) => Err(broken(error)),
        }
    }

    fn failure(&self, error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::Closed,
            _ => Failure::Broken { place: self.place(), error },
        }
    }
}

/// The file that `path` names, behind any symbolic links; it need not exist.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(path) {
        Ok(target) => Ok(target),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            match fs::read_link(path) {
                // A link to a file that is yet to be written.
                Ok(link) => {
                    behind_links(&path.parent().unwrap_or(Path::new("")).join(link))
                }
                Err(_) => Ok(path.to_path_buf()),
            }
        }
        Err(error) => Err(error),
    }
}

/// A temporary file beside its target, with the permissions of a new file.
fn temporary_in(directory: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".epitome-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The process's umask applies, as to any new file.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(directory)
}

/// Whether standard output is a terminal.
pub fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// The width of the terminal that standard output is, in columns.
pub fn terminal_width() -> Option<usize> {
    is_terminal().then(|| textwrap_width().clamp(20, 1000))
}

fn textwrap_width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    columns
        .filter(|columns| *columns > 0)
        .or_else(|| {
            let (terminal_size::Width(width), _) = terminal_size::terminal_size()?;
            Some(width.into())
        })
        .unwrap_or(80)
}
