//! The manual page and the completions of shells, made from the arguments.

use clap::{CommandFactory, ValueEnum};
use clap_complete::Shell;

use super::args::{Args, EXAMPLES, EXIT_CODES};

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
            let _ = clap_mangen::Man::new(command.after_help(None)).render(&mut bytes);
            return format!("{}{}", String::from_utf8_lossy(&bytes), last_sections());
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

/// The sections of the manual page that the arguments do not make.
fn last_sections() -> String {
    let lines = |text: &str| {
        let text = text.split_once('\n').map_or(text, |(_, rest)| rest);
        text.replace('\\', "\\e").replace('-', "\\-")
    };
    format!(
        ".SH EXIT STATUS\n.nf\n{}\n.fi\n.SH EXAMPLES\n.nf\n{}\n.fi\n\
         .SH FILES\n.TP\n~/.config/epitome/epitome.toml\nThe options of the user.\n\
         .TP\nepitome.toml\nThe options of the project, in the working directory or above it.\n\
         .SH ENVIRONMENT\n.TP\nEPITOME_CONFIG\nA file to read in place of these two.\n\
         .TP\nNO_COLOR\nNo colour.\n",
        lines(EXIT_CODES),
        lines(EXAMPLES),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_names_every_option() {
        for kind in Kind::value_variants() {
            let made = text(*kind).replace('\\', "");
            for arg in Args::command().get_arguments().filter_map(clap::Arg::get_long) {
                assert!(made.contains(arg), "{kind:?}: {arg}");
            }
        }
        assert!(text(Kind::Man).contains(".SH EXIT STATUS"));
    }
}
