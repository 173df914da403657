//! What the documents of a merged summary are called.

use crate::summary::{Pick, Source, SourcePath, Summary};

/// The name of document `number` of `summary`: its path, its identifier, both
/// with a colon between, or else its number, from 1.
pub(super) fn name(summary: &Summary, number: usize) -> String {
    let numbered = || format!("document {}", number + 1);
    let Some(Source { path, id, .. }) = summary.documents.get(number) else {
        return numbered();
    };
    let path = path.as_ref().map(|path| match path {
        SourcePath::Text(path) => path.as_str(),
        SourcePath::Bytes { .. } => "path that is not UTF-8",
    });
    match (path, id) {
        (Some(path), Some(id)) => format!("{path}:{id}"),
        (Some(name), None) => name.to_string(),
        (None, Some(id)) => id.clone(),
        (None, None) => numbered(),
    }
}

/// The heading of section `number`: of a document among several its name, with
/// its title if it has one.
pub(super) fn heading(summary: &Summary, number: usize) -> Option<String> {
    let heading = summary.sections[number].heading.clone();
    if !summary.merged {
        return heading;
    }
    let name = name(summary, number);
    Some(heading.map_or(name.clone(), |title| format!("{name}: {title}")))
}

/// The name of the document that `pick` comes from, if there are several.
pub(super) fn of_pick(summary: &Summary, pick: &Pick) -> Option<String> {
    pick.document.map(|number| name(summary, number))
}
