//! How long a summary may be.

use crate::error::{Error, Result};

/// How long a summary may be. If several limits are set, all of them hold;
/// if none is, every sentence fits.
///
/// ```
/// use epitome::Budget;
/// let budget = Budget { chars: Some(280), ..Budget::words(40) };
/// assert_eq!(budget.words, Some(40));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Budget {
    /// At most this many sentences.
    pub sentences: Option<usize>,
    /// At most this many words (UAX #29 words with a letter or digit).
    pub words: Option<usize>,
    /// At most this many characters (Unicode scalar values), with one space
    /// between sentences.
    pub chars: Option<usize>,
    /// At most this share of the sentences.
    pub ratio: Option<Fraction>,
}

impl Budget {
    /// A limit on sentences alone.
    ///
    /// ```
    /// use epitome::Budget;
    /// assert_eq!(Budget::sentences(3), Budget { sentences: Some(3), ..Budget::default() });
    /// ```
    #[must_use]
    pub fn sentences(count: usize) -> Self {
        Budget { sentences: Some(count), ..Budget::default() }
    }

    /// A limit on words alone.
    #[must_use]
    pub fn words(count: usize) -> Self {
        Budget { words: Some(count), ..Budget::default() }
    }
}

/// A number from 0 to 1.
///
/// ```
/// use epitome::Fraction;
/// assert_eq!("20%".parse(), Fraction::new(0.2));
/// assert!("1.5".parse::<Fraction>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Fraction(pub(super) f64);

impl Fraction {
    /// The fraction of `value`.
    ///
    /// # Errors
    /// [`Error::Option`] if `value` is below 0, above 1 or not a number.
    pub fn new(value: f64) -> Result<Self> {
        if (0.0..=1.0).contains(&value) {
            return Ok(Fraction(value));
        }
        let message = format!("{value} is not between 0 and 1");
        Err(Error::Option { option: "fraction", message })
    }

    /// The value.
    ///
    /// ```
    /// assert_eq!("20%".parse::<epitome::Fraction>()?.get(), 0.2);
    /// # Ok::<(), epitome::Error>(())
    /// ```
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

impl std::str::FromStr for Fraction {
    type Err = Error;

    /// Reads `0.2` or `20%`.
    fn from_str(text: &str) -> Result<Self> {
        let (number, scale) = match text.trim().strip_suffix('%') {
            Some(percent) => (percent, 100.0),
            None => (text, 1.0),
        };
        let value: f64 = number.trim().parse().map_err(|_| Error::Option {
            option: "fraction",
            message: format!(
                "'{text}' is neither a number between 0 and 1 nor a percentage"
            ),
        })?;
        Fraction::new(value / scale)
    }
}
