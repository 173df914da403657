//! The command as clap knows it: the arguments, and for each flag a hidden
//! opposite, so that a later argument can undo what a configuration sets.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};

use super::args::Args;

/// Options of one run alone, which no file sets.
pub const ONE_RUN: &[&str] = &[
    "config", "files", "files-from", "generate", "help", "merge", "no-config", "null",
    "output", "output-dir", "print-schema",
];

/// The command with the opposites of its flags.
pub fn command() -> Command {
    let mut command = Args::command();
    let flags: Vec<(String, String)> =
        command.get_arguments().filter(|arg| is_flag(arg)).filter_map(named).collect();
    for (id, long) in flags {
        let opposite = opposite(&long);
        command = command.mut_arg(&id, |flag| flag.overrides_with(opposite.clone())).arg(
            Arg::new(opposite.clone())
                .long(opposite)
                .hide(true)
                .action(ArgAction::SetTrue)
                .overrides_with(id),
        );
    }
    command
}

/// Reads the arguments, the program's name first.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> clap::error::Result<Args> {
    Args::from_arg_matches(&command().try_get_matches_from(arguments)?)
}

/// Whether an argument is on or off.
pub fn is_flag(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::SetTrue)
}

/// The name of the flag that undoes the flag called `long`.
pub fn opposite(long: &str) -> String {
    long.strip_prefix("no-").map_or_else(|| format!("no-{long}"), String::from)
}

/// The identifier and the name of an option that a file may set.
fn named(arg: &Arg) -> Option<(String, String)> {
    let long = arg.get_long().filter(|long| !ONE_RUN.contains(long))?;
    Some((arg.get_id().to_string(), long.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_a_flag_and_its_opposite_holds() {
        command().debug_assert();
        let sections = |arguments: &[&str]| {
            let typed = ["epitome"].iter().chain(arguments).map(OsString::from);
            parse(typed).unwrap().options().output.sections
        };
        assert!(sections(&[]));
        assert!(!sections(&["--sections", "--no-sections"]));
        assert!(sections(&["--no-sections", "--sections"]));
    }
}
