//! Who chooses the sentences, and how many words of them.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Result};
use crate::score::Method;

/// A way to choose sentences.
///
/// ```
/// use epitome::{Method, evaluate::rouge::Chooser};
/// assert_eq!("lead".parse(), Ok(Chooser::Method(Method::Lead)));
/// assert_eq!(Chooser::Oracle.to_string(), "oracle");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chooser {
    /// A method, which sees the document alone.
    Method(Method),
    /// The greedy oracle, which sees the references: no method can be expected
    /// to do better.
    Oracle,
}

impl Chooser {
    /// Those `named`, or every method where none is; `random` and the oracle,
    /// the floor and the ceiling, come last unless they are named.
    ///
    /// ```
    /// use epitome::{Method, evaluate::rouge::Chooser};
    /// let all = Chooser::with_bounds(&[Chooser::Method(Method::Lead)]);
    /// assert_eq!(all.iter().map(|one| one.name()).collect::<Vec<_>>(), ["lead", "random", "oracle"]);
    /// ```
    #[must_use]
    pub fn with_bounds(named: &[Chooser]) -> Vec<Chooser> {
        let mut all = named.to_vec();
        if all.is_empty() {
            let methods = Method::ALL.iter().filter(|method| **method != Method::Random);
            all.extend(methods.copied().map(Chooser::Method));
        }
        for bound in [Chooser::Method(Method::Random), Chooser::Oracle] {
            if !all.contains(&bound) {
                all.push(bound);
            }
        }
        all
    }

    /// Its name on the command line and in the report.
    ///
    /// ```
    /// use epitome::{Method, evaluate::rouge::Chooser};
    /// assert_eq!(Chooser::Method(Method::LexRank).name(), "lexrank");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Chooser::Method(method) => method.name(),
            Chooser::Oracle => "oracle",
        }
    }
}

impl fmt::Display for Chooser {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Chooser {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        let all = || {
            Method::ALL
                .into_iter()
                .map(Chooser::Method)
                .chain(std::iter::once(Chooser::Oracle))
        };
        all().find(|chooser| chooser.name() == name).ok_or_else(|| {
            let names: Vec<_> = all().map(Chooser::name).collect();
            let message = format!("'{name}' is none of {}", names.join(", "));
            Error::Option { option: "methods", message }
        })
    }
}

/// The length of the summaries.
///
/// ```
/// use epitome::evaluate::rouge::Words;
/// assert_eq!("auto".parse(), Ok(Words::Auto));
/// assert_eq!("100".parse(), Ok(Words::AtMost(100)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Words {
    /// 1.15 times the mean length of the set's references, rounded.
    #[default]
    Auto,
    /// At most this many words.
    AtMost(usize),
}

impl Words {
    /// The budget for references of `mean` words.
    pub(super) fn budget(self, mean: f64) -> usize {
        match self {
            Words::Auto => (1.15 * mean).round() as usize,
            Words::AtMost(words) => words,
        }
    }
}

impl FromStr for Words {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        if text == "auto" {
            return Ok(Words::Auto);
        }
        text.parse().map(Words::AtMost).map_err(|_| Error::Option {
            option: "words",
            message: format!("'{text}' is neither a whole number nor 'auto'"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounds_are_always_there_and_never_twice() {
        let (random, lead) =
            (Chooser::Method(Method::Random), Chooser::Method(Method::Lead));
        let of = Chooser::with_bounds;
        assert_eq!(of(&[Chooser::Oracle, lead]), [Chooser::Oracle, lead, random]);
        assert_eq!(of(&[]).len(), Method::ALL.len() + 1);
        assert_eq!(of(&[])[0], Chooser::Method(Method::default()));
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_known_ones() {
        let error = "leed".parse::<Chooser>().unwrap_err().to_string();
        assert!(
            error.contains("'leed'")
                && error.contains("lead")
                && error.contains("oracle")
        );
    }
}
