//! One part of the scores of many sentences, in little memory.

/// One value for each sentence, to millionths: nobody is shown more of it.
#[derive(Clone, Debug)]
pub(super) enum Column {
    /// Millionths.
    Small(Vec<i32>),
    /// Where a value is too large for that.
    Large(Vec<f64>),
}

impl Column {
    pub fn new(values: &[f64]) -> Self {
        let mut millionths = Vec::with_capacity(values.len());
        millionths.extend(values.iter().map_while(|value| small(*value)));
        if millionths.len() < values.len() {
            return Column::Large(values.to_vec());
        }
        Column::Small(millionths)
    }

    /// A value of 0 for so many sentences.
    pub fn zeros(count: usize) -> Self {
        Column::Small(vec![0; count])
    }

    /// The value of sentence `index`.
    pub fn of(&self, index: usize) -> f64 {
        match self {
            Column::Small(values) => large(values[index]),
            Column::Large(values) => values[index],
        }
    }

    /// Keeps the values of these sentences alone.
    pub fn keep(&mut self, sentences: &[u32]) {
        let indices = sentences.iter().map(|index| *index as usize);
        match self {
            Column::Small(values) => *values = indices.map(|at| values[at]).collect(),
            Column::Large(values) => *values = indices.map(|at| values[at]).collect(),
        }
    }

    /// Adds the values of more sentences.
    pub fn append(&mut self, other: Column) {
        match (&mut *self, other) {
            (Column::Small(values), Column::Small(more)) => values.extend(more),
            (Column::Large(values), more) => values.extend(more.values()),
            (Column::Small(values), more) => {
                let values = values.iter().map(|value| large(*value));
                *self = Column::Large(values.chain(more.values()).collect());
            }
        }
    }

    /// Adds values of 0, up to that of the last of `count` sentences.
    pub fn fill_up(&mut self, count: usize) {
        match self {
            Column::Small(values) => values.resize(count, 0),
            Column::Large(values) => values.resize(count, 0.0),
        }
    }

    fn values(self) -> Vec<f64> {
        match self {
            Column::Small(values) => values.into_iter().map(large).collect(),
            Column::Large(values) => values,
        }
    }
}

fn small(value: f64) -> Option<i32> {
    let millionths = (value * 1e6).round();
    (millionths.abs() <= f64::from(i32::MAX)).then_some(millionths as i32)
}

fn large(millionths: i32) -> f64 {
    f64::from(millionths) / 1e6
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::summary::rounded;

    fn value() -> impl Strategy<Value = f64> {
        prop_oneof![-9.0..9.0, -1e-6..1e-6, -1e5..1e5, Just(-0.0), Just(1e300)]
    }

    proptest! {
        #[test]
        fn what_is_shown_of_a_value_is_kept(values in prop::collection::vec(value(), 1..9), more in prop::collection::vec(value(), 1..9)) {
            let mut column = Column::new(&values);
            column.append(Column::new(&more));
            for (index, value) in values.iter().chain(&more).enumerate() {
                prop_assert_eq!(rounded(column.of(index)).to_bits(), rounded(*value).to_bits());
            }
            column.fill_up(20);
            prop_assert_eq!(column.of(19).to_bits(), 0);
            column.keep(&[0, 19]);
            prop_assert_eq!(rounded(column.of(0)).to_bits(), rounded(values[0]).to_bits());
        }
    }
}
