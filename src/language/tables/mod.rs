//! One table a language, in the order of their codes.

use super::table::Table;

mod ar;
mod bg;
mod ca;
mod cs;
mod da;
mod de;
mod el;
mod en;
mod es;
mod fa;
mod fi;
mod fr;
mod he;
mod hi;
mod hr;
mod hu;
mod hy;
mod id;
mod it;
mod ja;
mod kk;
mod ko;
mod nl;
mod no;
mod pl;
mod pt;
mod ro;
mod ru;
mod sk;
mod sv;
mod ta;
mod th;
mod tr;
mod uk;
mod ur;
mod vi;
mod zh;

/// English, whose names and quotations stand in every language.
pub(super) static ENGLISH: &Table = &en::TABLE;

/// Every table, sorted by code.
pub(super) static ALL: [&Table; 37] = [
    &ar::TABLE,
    &bg::TABLE,
    &ca::TABLE,
    &cs::TABLE,
    &da::TABLE,
    &de::TABLE,
    &el::TABLE,
    &en::TABLE,
    &es::TABLE,
    &fa::TABLE,
    &fi::TABLE,
    &fr::TABLE,
    &he::TABLE,
    &hi::TABLE,
    &hr::TABLE,
    &hu::TABLE,
    &hy::TABLE,
    &id::TABLE,
    &it::TABLE,
    &ja::TABLE,
    &kk::TABLE,
    &ko::TABLE,
    &nl::TABLE,
    &no::TABLE,
    &pl::TABLE,
    &pt::TABLE,
    &ro::TABLE,
    &ru::TABLE,
    &sk::TABLE,
    &sv::TABLE,
    &ta::TABLE,
    &th::TABLE,
    &tr::TABLE,
    &uk::TABLE,
    &ur::TABLE,
    &vi::TABLE,
    &zh::TABLE,
];

/// Where the table of the language called `code` stands among all.
pub(super) fn find(code: &str) -> Option<usize> {
    ALL.binary_search_by_key(&code, |table| table.code).ok()
}
