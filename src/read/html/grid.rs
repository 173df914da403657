//! Which tables hold data, and which lay out the page.

use super::attributes::Trait;
use super::element::Name;
use super::outline::{Part, Sums};

/// The tables of data in an outline.
#[derive(Debug)]
pub(super) struct Data {
    tables: Vec<bool>,
    inside: Vec<bool>,
}

impl Data {
    pub fn is_table(&self, index: usize) -> bool {
        self.tables[index]
    }

    /// Whether the part stands in a table of data.
    pub fn is_inside(&self, index: usize) -> bool {
        self.inside[index]
    }
}

/// What tables are made of.
#[derive(Clone, Copy, Debug, Default)]
struct Grid {
    rows: u32,
    /// Cells of a row.
    cells: u32,
    /// Cells of the longest row.
    columns: u32,
    nested: bool,
    /// Column heads, and what else only data have.
    heads: bool,
}

/// Finds the tables of data.
pub(super) fn data_tables(parts: &[Part]) -> Data {
    let mut grids: Sums<Grid> = Sums::default();
    let mut tables = vec![false; parts.len()];
    for (index, part) in parts.iter().enumerate().rev() {
        let mut grid = grids.take(index);
        match part.name {
            Name::Table => {
                tables[index] = is_data(part, &grid);
                grid.nested = true;
            }
            Name::Row => {
                grid.rows += 1;
                grid.columns = grid.columns.max(grid.cells);
            }
            Name::Cell => grid.cells += 1,
            Name::HeadCell | Name::TablePart => grid.heads = true,
            Name::Caption => grid.heads |= part.end as usize > index + 1,
            _ => {}
        }
        let above = grids.of(part.parent as usize);
        above.rows += grid.rows;
        above.cells += grid.cells;
        above.columns = above.columns.max(grid.columns);
        above.nested |= grid.nested;
        above.heads |= grid.heads;
    }
    let mut inside = vec![false; parts.len()];
    for (index, part) in parts.iter().enumerate().skip(1) {
        let parent = part.parent as usize;
        inside[index] = inside[parent] || tables[parent];
    }
    Data { tables, inside }
}

fn is_data(table: &Part, grid: &Grid) -> bool {
    if table.traits.has(Trait::Layout) {
        return false;
    }
    if table.traits.has(Trait::Data) || grid.heads {
        return true;
    }
    if grid.nested || grid.columns == 1 || grid.rows == 1 {
        return false;
    }
    grid.rows >= 10 || grid.columns > 4 || grid.rows * grid.columns > 10
}
