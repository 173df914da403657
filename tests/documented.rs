//! The documentation: every public item shows how it is used.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::{Attribute, Expr, Fields, ImplItem, Item, Lit, Meta, UseTree, Visibility};

/// A module by the names on the way to it.
type Place = Vec<String>;

/// Every module of the library with what stands in it.
struct Library(BTreeMap<Place, Vec<Item>>);

impl Library {
    fn parsed() -> Self {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut library = Library(BTreeMap::new());
        library.add(Vec::new(), &source.join("lib.rs"), &source);
        library
    }

    /// Adds the module in `file`, whose children stand in `directory`.
    fn add(&mut self, place: Place, file: &Path, directory: &Path) {
        let text = fs::read_to_string(file).unwrap();
        let items = syn::parse_file(&text).unwrap().items;
        for item in &items {
            let Item::Mod(module) = item else { continue };
            let name = module.ident.to_string();
            let below = directory.join(&name);
            let own = [directory.join(format!("{name}.rs")), below.join("mod.rs")];
            let Some(file) = own.iter().find(|file| file.exists()) else { continue };
            self.add([place.as_slice(), &[name]].concat(), file, &below);
        }
        self.0.insert(place, items);
    }

    /// Adds to `found` what a user of the library can name in the module at `place`.
    fn open(&self, place: &Place, found: &mut BTreeSet<(Place, String)>) {
        for item in &self.0[place] {
            match item {
                Item::Use(import) if is_open(&import.vis) => {
                    let mut paths = Vec::new();
                    flatten(&import.tree, &mut Vec::new(), &mut paths);
                    for path in paths {
                        self.follow(place, &path, found);
                    }
                }
                Item::Mod(module)
                    if is_open(&module.vis) && !is_hidden(&module.attrs) =>
                {
                    self.open(&below(place, &module.ident.to_string()), found);
                }
                _ => {
                    let named = name_of(item).filter(|(_, vis)| is_open(vis));
                    found.extend(named.map(|(name, _)| (place.clone(), name)));
                }
            }
        }
    }

    /// Adds what the import of `path` in the module at `place` makes nameable.
    fn follow(
        &self,
        place: &Place,
        path: &[String],
        found: &mut BTreeSet<(Place, String)>,
    ) {
        let (name, modules) = path.split_last().unwrap();
        let target =
            modules.iter().fold(place.clone(), |at, module| match module.as_str() {
                "crate" => Vec::new(),
                "self" => at,
                module => below(&at, module),
            });
        let items =
            self.0.get(&target).unwrap_or_else(|| panic!("{path:?} in {place:?}"));
        for item in items {
            if name_of(item).is_some_and(|(own, _)| own == *name) {
                found.insert((target.clone(), name.clone()));
            } else if let Item::Use(import) = item {
                let mut paths = Vec::new();
                flatten(&import.tree, &mut Vec::new(), &mut paths);
                let through = paths.iter().filter(|path| path.last() == Some(name));
                through.for_each(|path| self.follow(&target, path, found));
            }
        }
    }
}

fn below(place: &Place, name: &str) -> Place {
    [place.as_slice(), &[name.to_string()]].concat()
}

fn flatten(tree: &UseTree, before: &mut Place, found: &mut Vec<Place>) {
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            flatten(&path.tree, before, found);
            before.pop();
        }
        UseTree::Name(name) => found.push(below(before, &name.ident.to_string())),
        UseTree::Group(group) => {
            group.items.iter().for_each(|tree| flatten(tree, before, found));
        }
        UseTree::Rename(_) | UseTree::Glob(_) => {
            panic!("an import this test cannot follow")
        }
    }
}

/// The name of an item that wants an example, and who may see it.
fn name_of(item: &Item) -> Option<(String, &Visibility)> {
    let (name, visibility) = match item {
        Item::Enum(item) => (&item.ident, &item.vis),
        Item::Fn(item) => (&item.sig.ident, &item.vis),
        Item::Struct(item) => (&item.ident, &item.vis),
        Item::Trait(item) => (&item.ident, &item.vis),
        _ => return None,
    };
    Some((name.to_string(), visibility))
}

fn is_open(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_hidden(attributes: &[Attribute]) -> bool {
    let hidden = |attribute: &Attribute| attribute.parse_args::<syn::Ident>();
    let mut docs = attributes.iter().filter(|attribute| attribute.path().is_ident("doc"));
    docs.any(|attribute| hidden(attribute).is_ok_and(|what| what == "hidden"))
}

/// The code in the documentation that `attributes` hold.
fn examples(attributes: &[Attribute]) -> String {
    let mut code = String::new();
    let mut inside = false;
    for attribute in
        attributes.iter().filter(|attribute| attribute.path().is_ident("doc"))
    {
        let Meta::NameValue(pair) = &attribute.meta else { continue };
        let Expr::Lit(literal) = &pair.value else { continue };
        let Lit::Str(line) = &literal.lit else { continue };
        let line = line.value();
        if line.trim_start().starts_with("```") {
            inside = !inside;
        } else if inside {
            code.push_str(&line);
            code.push('\n');
        }
    }
    code
}

/// The examples of an item, and those of its fields or variants.
fn examples_of(item: &Item) -> String {
    let of_fields = |fields: &Fields| -> String {
        fields.iter().map(|field| examples(&field.attrs)).collect()
    };
    match item {
        Item::Enum(item) => {
            let variants = item.variants.iter().map(|variant| examples(&variant.attrs));
            examples(&item.attrs) + &variants.collect::<String>()
        }
        Item::Fn(item) => examples(&item.attrs),
        Item::Struct(item) => examples(&item.attrs) + &of_fields(&item.fields),
        Item::Trait(item) => examples(&item.attrs),
        _ => String::new(),
    }
}

/// A type is shown by its own example or one of its fields', a method also where
/// the example of its type calls it.
#[test]
fn every_public_item_has_an_example() {
    let library = Library::parsed();
    let mut open = BTreeSet::new();
    library.open(&Vec::new(), &mut open);
    assert!(open.len() > 50, "this test sees {} items", open.len());
    let mut without = Vec::new();
    for (place, name) in &open {
        let items = &library.0[place];
        let own: String = items
            .iter()
            .filter(|item| name_of(item).is_some_and(|(own, _)| own == *name))
            .map(examples_of)
            .collect();
        let path = below(place, name).join("::");
        if own.is_empty() {
            without.push(path.clone());
        }
        for method in items.iter().flat_map(|item| methods_of(item, name)) {
            let method_name = &method.sig.ident;
            let calls = [format!(".{method_name}("), format!("{name}::{method_name}(")];
            if examples(&method.attrs).is_empty()
                && !calls.iter().any(|call| own.contains(call))
            {
                without.push(format!("{path}::{method_name}"));
            }
        }
    }
    assert!(without.is_empty(), "without an example:\n{}", without.join("\n"));
}

/// The public methods that `item` gives to the type called `name`.
fn methods_of<'a>(item: &'a Item, name: &str) -> Vec<&'a syn::ImplItemFn> {
    let Item::Impl(block) = item else { return Vec::new() };
    let syn::Type::Path(of) = &*block.self_ty else { return Vec::new() };
    if block.trait_.is_some()
        || of.path.segments.last().is_none_or(|last| last.ident != name)
    {
        return Vec::new();
    }
    let method = |item: &'a ImplItem| match item {
        ImplItem::Fn(method) if is_open(&method.vis) => Some(method),
        _ => None,
    };
    block.items.iter().filter_map(method).collect()
}
