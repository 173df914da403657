//! The manual page and the completions of shells, made from the arguments.

use clap::{CommandFactory, ValueEnum};
use clap_complete::Shell;

use super::args::Args;

/// What `--generate` makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// The manual page
    Man,
    CompleteBash,
    CompleteZsh,
    CompleteFish,
    CompletePowershell,
    CompleteElvish,
}

/// The text of `kind`.
pub fn text(kind: Kind) -> String {
    let mut command = Args::command();
    let mut bytes = Vec::new();
    let shell = match kind {
        Kind::Man => {
            // Writing to memory does not fail.
            let _ = clap_mangen::Man::new(command).render(&mut bytes);
            return String::from_utf8_lossy(&bytes).into_owned();
        }
        Kind::CompleteBash => Shell::Bash,
        Kind::CompleteZsh => Shell::Zsh,
        Kind::CompleteFish => Shell::Fish,
        Kind::CompletePowershell => Shell::PowerShell,
        Kind::CompleteElvish => Shell::Elvish,
    };
    clap_complete::generate(shell, &mut command, "epitome", &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}
