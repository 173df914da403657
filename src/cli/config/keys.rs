//! The keys of a configuration file to the arguments that they stand for.
//! Whether a value fits is asked of the arguments themselves.

use std::error::Error;
use std::ffi::OsString;
use std::path::Path;

use clap::builder::ValueHint;
use clap::error::{ContextKind, ContextValue};
use clap::{Arg, Command};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::command::{self, ONE_RUN, is_flag, opposite};

/// The arguments that the file `path` with this `text` stands for. An error
/// names the file, the line and the key.
pub(super) fn arguments(text: &str, path: &Path) -> Result<Vec<OsString>, String> {
    let place = |at: usize| {
        let before = &text.as_bytes()[..at.min(text.len())];
        let line = 1 + memchr::memchr_iter(b'\n', before).count();
        format!("{}:{line}", path.display())
    };
    let table = DeTable::parse(text).map_err(|error| {
        let what = error.message().lines().next().unwrap_or_default().to_string();
        format!("{}: {what}", place(error.span().map_or(0, |span| span.start)))
    })?;
    let mut pairs: Vec<_> = table.get_ref().iter().collect();
    pairs.sort_by_key(|(key, _)| key.span().start);
    let command = command::command();
    let mut arguments = Vec::new();
    for (key, value) in pairs {
        let name: &str = key.get_ref();
        let at = place(key.span().start);
        let found = option(&command, name).ok_or_else(|| {
            format!("{at}: unknown key '{name}'{}", suggestion(&command, name))
        })?;
        let own = of_key(found, name, value.get_ref(), path)
            .and_then(|own| check(&command, &own).map(|()| own));
        arguments.extend(own.map_err(|what| format!("{at}: {name}: {what}"))?);
    }
    Ok(arguments)
}

/// The option called `name`, if a file may set it.
fn option<'c>(command: &'c Command, name: &str) -> Option<&'c Arg> {
    command.get_arguments().find(|arg| {
        arg.get_long() == Some(name) && !arg.is_hide_set() && !ONE_RUN.contains(&name)
    })
}

/// The arguments that one key stands for.
fn of_key(
    arg: &Arg,
    name: &str,
    value: &DeValue<'_>,
    path: &Path,
) -> Result<Vec<OsString>, String> {
    if is_flag(arg) {
        return match value {
            DeValue::Boolean(true) => Ok(vec![format!("--{name}").into()]),
            DeValue::Boolean(false) => Ok(vec![format!("--{}", opposite(name)).into()]),
            other => Err(format!("takes true or false, not {}", described(other))),
        };
    }
    let is_list = matches!(arg.get_action(), clap::ArgAction::Append);
    let values: Vec<&DeValue<'_>> = match value {
        DeValue::Array(values) if is_list => {
            values.iter().map(Spanned::get_ref).collect()
        }
        value => vec![value],
    };
    values
        .into_iter()
        .map(|value| {
            let mut argument = OsString::from(format!("--{name}="));
            match value {
                DeValue::String(text) if arg.get_value_hint() == ValueHint::AnyPath => {
                    // A file names others as they are called from where it is.
                    let folder = path.parent().unwrap_or(Path::new(""));
                    argument.push(folder.join(&**text));
                }
                DeValue::String(text) => argument.push(&**text),
                DeValue::Integer(number) if number.radix() == 10 => {
                    argument.push(number.as_str());
                }
                DeValue::Float(number) => argument.push(number.as_str()),
                other => return Err(format!("takes a value, not {}", described(other))),
            }
            Ok(argument)
        })
        .collect()
}

fn described(value: &DeValue<'_>) -> String {
    match value {
        DeValue::Boolean(value) => value.to_string(),
        DeValue::Array(_) => "a list".into(),
        DeValue::Table(_) => "a table".into(),
        other => format!("a value of the type {}", other.type_str()),
    }
}

/// Whether the command takes these arguments.
fn check(command: &Command, arguments: &[OsString]) -> Result<(), String> {
    let typed =
        std::iter::once(OsString::from("epitome")).chain(arguments.iter().cloned());
    command.clone().try_get_matches_from(typed).map(drop).map_err(|error| {
        if let Some(cause) = error.source() {
            return cause.to_string();
        }
        let value = match error.get(ContextKind::InvalidValue) {
            Some(ContextValue::String(value)) => {
                format!("'{value}' is none of its values")
            }
            _ => return error.kind().to_string(),
        };
        match error.get(ContextKind::ValidValue) {
            Some(ContextValue::Strings(values)) => {
                format!("{value} ({})", values.join(", "))
            }
            _ => value,
        }
    })
}

/// The option that a mistyped key comes nearest to.
fn suggestion(command: &Command, name: &str) -> String {
    if ONE_RUN.contains(&name) {
        return ": it belongs to one run and is only typed".into();
    }
    let typed = ["epitome".to_string(), format!("--{name}")];
    let error = command.clone().try_get_matches_from(typed).err();
    let near = error.as_ref().and_then(|error| error.get(ContextKind::SuggestedArg));
    let near = match near {
        Some(ContextValue::String(near)) => near.trim_start_matches('-').to_string(),
        _ => String::new(),
    };
    let near = near.split_whitespace().next().unwrap_or_default();
    match option(command, near) {
        Some(_) => format!(" (did you mean '{near}'?)"),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<String>, String> {
        let arguments = arguments(text, Path::new("conf/epitome.toml"))?;
        Ok(arguments
            .into_iter()
            .map(|argument| argument.into_string().unwrap())
            .collect())
    }

    #[test]
    fn keys_become_arguments_in_their_order() {
        let text = "words = 100\nratio = 0.2\nquery = \"-x\"\nquiet = true\nscores = false\n\
             no-sections = false\nglob = [\"*.md\", \"!a.md\"]\nstop-words = \"list.txt\"\n";
        let expected = [
            "--words=100", "--ratio=0.2", "--query=-x", "--quiet", "--no-scores",
            "--sections", "--glob=*.md", "--glob=!a.md", "--stop-words=conf/list.txt",
        ];
        assert_eq!(read(text).unwrap(), expected);
        assert!(read("").unwrap().is_empty());
    }

    #[test]
    fn errors_name_the_file_the_line_and_the_key() {
        let cases = [
            (
                "words = 1\nsentneces = 3",
                "2: unknown key 'sentneces' (did you mean 'sentences'?)",
            ),
            ("zzz = 3", "1: unknown key 'zzz'"),
            (
                "output = \"a\"",
                "1: unknown key 'output': it belongs to one run and is only typed",
            ),
            ("sentences = true", "1: sentences: takes a value, not true"),
            ("sentences = [1]", "1: sentences: takes a value, not a list"),
            (
                "quiet = 1",
                "1: quiet: takes true or false, not a value of the type integer",
            ),
            ("[summary]\nwords = 1", "1: unknown key 'summary'"),
            ("ratio = 1.5", "1: ratio: not between 0 and 1, nor between 0% and 100%"),
            ("html = \"all\"", "1: html: 'all' is none of its values (article, page)"),
            ("words = -1", "1: words: not a whole number of 0 or more"),
        ];
        for (text, what) in cases {
            assert_eq!(read(text), Err(format!("conf/epitome.toml:{what}")), "{text}");
        }
        for text in ["words = ", "\n\nwords = 1\nwords = 2", "= 1"] {
            assert!(read(text).unwrap_err().starts_with("conf/epitome.toml:"), "{text}");
        }
    }
}
