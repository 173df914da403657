//! The names of the documents of a merged summary.

use std::borrow::Cow;

use crate::shown::{Facts, ShownSection};
use crate::summary::{Pick, Source, SourcePath};

/// The name of document `number` of `facts`: its path, its identifier, both joined by a
/// colon, or else its number, from 1.
pub(super) fn name(facts: &Facts<'_>, number: usize) -> String {
    let numbered = || format!("document {}", number + 1);
    let Some(Source { path, id, .. }) = facts.documents.get(number) else {
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

/// The heading of `section`, which is number `number`: of a document among
/// several its name, with its title if it has one.
pub(super) fn heading<'a>(
    facts: &Facts<'_>,
    section: &ShownSection<'a>,
    number: usize,
) -> Option<Cow<'a, str>> {
    let heading = section.heading.clone();
    if !facts.merged {
        return heading;
    }
    let name = name(facts, number);
    Some(heading.map_or_else(|| name.clone(), |title| format!("{name}: {title}")).into())
}

/// The name of the document that `pick` comes from, if there are several.
pub(super) fn of_pick(facts: &Facts<'_>, pick: &Pick) -> Option<String> {
    pick.document.map(|number| name(facts, number))
}
