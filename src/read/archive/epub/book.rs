//! What a book says of itself: its title, its language, and its pages in order.

use std::collections::BTreeMap;

use super::super::path::resolve;
use super::super::xml::{self, Element, Event};
use crate::error::Result;
use crate::language::Language;

/// The description of a book.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub title: Option<String>,
    pub language: Option<Language>,
    /// The names of the parts with its text, in the order of reading, without
    /// tables of contents.
    pub pages: Vec<String>,
}

/// A part as the manifest lists it.
#[derive(Debug)]
struct Item {
    part: String,
    is_page: bool,
}

#[derive(Debug, Default)]
struct Description {
    items: BTreeMap<String, Item>,
    spine: Vec<String>,
    contents: Vec<String>,
    title: String,
    language: String,
}

impl Book {
    /// Reads the package document `part`.
    pub fn read(text: &str, part: &str) -> Result<Book> {
        let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut description = Description::default();
        let mut open = String::new();
        xml::each(text, part, |event| match event {
            Event::Start(element) => {
                description.element(element, folder);
                open = element.name().to_string();
            }
            Event::End(name) => {
                if name == "title" && !description.title.is_empty() {
                    // Further titles are subtitles and the like.
                    description.title.push('\0');
                }
                open.clear();
            }
            Event::Text(text) => match open.as_str() {
                "title" => description.title.push_str(text),
                "language" if description.language.is_empty() => {
                    description.language.push_str(text.trim());
                }
                _ => {}
            },
        })?;
        Ok(description.into_book())
    }
}

impl Description {
    fn element(&mut self, element: &Element<'_>, folder: &str) {
        let value = |name| element.attribute(name).unwrap_or_default();
        match element.name() {
            "item" => {
                let media = value("media-type");
                let is_nav = value("properties").split_whitespace().any(|p| p == "nav");
                let is_page = !is_nav && media.contains("html");
                let part = resolve(folder, &value("href"));
                self.items.insert(value("id"), Item { part, is_page });
            }
            "itemref" if value("linear") != "no" => self.spine.push(value("idref")),
            "reference" if value("type") == "toc" => {
                self.contents.push(resolve(folder, &value("href")));
            }
            _ => {}
        }
    }

    fn into_book(self) -> Book {
        let Description { items, spine, contents, title, language } = self;
        let items = spine.iter().filter_map(|id| items.get(id));
        let pages = items.filter(|item| item.is_page && !contents.contains(&item.part));
        let mut names: Vec<String> = pages.map(|item| item.part.clone()).collect();
        let mut seen = std::collections::BTreeSet::new();
        names.retain(|name| seen.insert(name.clone()));
        let title = title.split('\0').next().unwrap_or("").trim();
        let code = language.split(['-', '_']).next().unwrap_or("").to_lowercase();
        Book {
            title: Some(title.to_string()).filter(|title| !title.is_empty()),
            language: Language::from_code(&code),
            pages: names,
        }
    }
}
