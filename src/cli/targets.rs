//! Decides where each input's output goes, and refuses to overwrite an input.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use same_file::Handle;

use super::args::Args;
use super::input::Input;
use super::values::OutputFormat;

/// The file below `directory` for each input, named after it. Inputs that
/// would share one are an error that names both.
pub fn in_directory(
    inputs: &[Input],
    directory: &Path,
    format: OutputFormat,
) -> Result<Vec<PathBuf>, String> {
    let mut taken: BTreeMap<PathBuf, &Input> = BTreeMap::new();
    let mut targets = Vec::with_capacity(inputs.len());
    for input in inputs {
        let name = match input {
            Input::Stdin => Path::new("stdin"),
            Input::File { name, .. } => name,
            Input::Failed { .. } => {
                targets.push(PathBuf::new());
                continue;
            }
        };
        let mut file = directory.join(name).into_os_string();
        file.push(".");
        file.push(format.extension());
        let target = PathBuf::from(file);
        if let Some(other) = taken.insert(target.clone(), input) {
            let (a, b) = (super::reader::name(other), super::reader::name(input));
            return Err(format!(
                "{a} and {b} would both be written to {}",
                target.display()
            ));
        }
        targets.push(target);
    }
    for target in &targets {
        let above =
            target.ancestors().skip(1).find_map(|above| Some((above, taken.get(above)?)));
        if let Some((file, other)) = above {
            let (a, b) = (super::reader::name(other), target.display());
            return Err(format!(
                "{a} would be written to {}, which is to hold {b}",
                file.display()
            ));
        }
    }
    Ok(targets)
}

/// Refuses to write the output over an input, under whatever name.
pub fn refuse_overwriting(
    args: &Args,
    inputs: &[Input],
    targets: &[PathBuf],
) -> Result<(), String> {
    let mut outputs: Vec<(Handle, String)> = Vec::new();
    let named = args.output.iter().chain(targets).filter(|path| path.as_os_str() != "-");
    for path in named {
        let handle = file_handle(path);
        outputs.extend(handle.map(|handle| (handle, path.display().to_string())));
    }
    let is_file =
        |handle: &Handle| handle.as_file().metadata().is_ok_and(|found| found.is_file());
    let stdout = Handle::stdout().ok().filter(is_file);
    outputs.extend(stdout.map(|handle| (handle, "standard output".to_string())));
    if outputs.is_empty() {
        return Ok(());
    }
    for input in inputs {
        let handle = match input {
            Input::Stdin => Handle::stdin().ok(),
            Input::File { path, .. } => file_handle(path),
            Input::Failed { .. } => None,
        };
        let clash = handle
            .and_then(|handle| outputs.iter().find(|(output, _)| *output == handle));
        if let Some((_, output)) = clash {
            return Err(format!(
                "{}: input and output are the same file ({output})",
                super::reader::name(input)
            ));
        }
    }
    Ok(())
}

/// The identity of a regular file; a pipe or device is not even opened.
fn file_handle(path: &Path) -> Option<Handle> {
    let is_file = std::fs::metadata(path).is_ok_and(|found| found.is_file());
    if is_file { Handle::from_path(path).ok() } else { None }
}
