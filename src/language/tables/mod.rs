//! One table a language, in the order of their codes.

use super::table::Table;

mod bg;
mod ca;
mod cs;
mod da;
mod de;
mod en;
mod es;
mod fi;
mod fr;
mod hr;
mod hu;
mod it;
mod kk;
mod nl;
mod no;
mod pl;
mod pt;
mod ro;
mod ru;
mod sk;
mod sv;
mod uk;

/// Every table, sorted by code.
pub(super) static ALL: [&Table; 22] = [
    &bg::TABLE,
    &ca::TABLE,
    &cs::TABLE,
    &da::TABLE,
    &de::TABLE,
    &en::TABLE,
    &es::TABLE,
    &fi::TABLE,
    &fr::TABLE,
    &hr::TABLE,
    &hu::TABLE,
    &it::TABLE,
    &kk::TABLE,
    &nl::TABLE,
    &no::TABLE,
    &pl::TABLE,
    &pt::TABLE,
    &ro::TABLE,
    &ru::TABLE,
    &sk::TABLE,
    &sv::TABLE,
    &uk::TABLE,
];

/// The table of the language called `code`.
pub(super) fn find(code: &str) -> Option<&'static Table> {
    ALL.binary_search_by_key(&code, |table| table.code).ok().map(|at| ALL[at])
}
