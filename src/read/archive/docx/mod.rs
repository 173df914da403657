//! DOCX (Office Open XML): the text of the main part as blocks. Headers,
//! footers, notes and comments are parts of their own and are not read.

mod body;
mod paragraph;
mod styles;

use super::collect::Collected;
use super::package::Package;
use super::path::resolve;
use super::xml::{self, Event};
use super::{Parsed, damaged};
use crate::error::Result;
use body::Body;
use styles::Styles;

/// The part that every file of this family has.
pub(super) const TYPES: &str = "[Content_Types].xml";

/// Reads the document.
pub(super) fn read(package: &mut Package) -> Result<Parsed> {
    let main = related(package, "", "officeDocument")?;
    let main = main.unwrap_or_else(|| "word/document.xml".to_string());
    let Some(document) = package.text(&main)? else {
        return Err(damaged("the archive is not a DOCX document: it has no text part"));
    };
    let styles = match related(package, &main, "styles")? {
        Some(part) => package
            .text(&part)?
            .map_or(Ok(Styles::default()), |text| Styles::read(&text, &part))?,
        None => Styles::default(),
    };
    let mut body = Body::new(&styles);
    xml::each(&document, &main, |event| body.event(event))?;
    let mut collected = Collected::default();
    for block in body.finish() {
        collected.push(block.kind, &block.text);
    }
    Ok(collected.finish(title(package)?, Vec::new()))
}

/// The part that `from` names as its `kind`.
fn related(package: &mut Package, from: &str, kind: &str) -> Result<Option<String>> {
    let (folder, file) = from.rsplit_once('/').unwrap_or(("", from));
    let slash = if folder.is_empty() { "" } else { "/" };
    let list = format!("{folder}{slash}_rels/{file}.rels");
    let Some(text) = package.text(&list)? else { return Ok(None) };
    let mut found = None;
    xml::each(&text, &list, |event| {
        if let Event::Start(element) = event
            && element.name() == "Relationship"
            && element
                .attribute("Type")
                .is_some_and(|name| name.rsplit('/').next() == Some(kind))
        {
            found = element.attribute("Target").map(|target| resolve(folder, &target));
        }
    })?;
    Ok(found)
}

/// The title that the properties of the document name.
fn title(package: &mut Package) -> Result<Option<String>> {
    const PROPERTIES: &str = "docProps/core.xml";
    let Some(text) = package.text(PROPERTIES)? else { return Ok(None) };
    let (mut title, mut inside) = (String::new(), false);
    xml::each(&text, PROPERTIES, |event| match event {
        Event::Start(element) => inside = element.name() == "title",
        Event::End(_) => inside = false,
        Event::Text(text) if inside => title.push_str(text),
        Event::Text(_) => {}
    })?;
    Ok(Some(title).filter(|title| !title.trim().is_empty()))
}
