//! The arguments as they are typed. Few other modules know clap: `values`, the
//! command built from these arguments, and what lists its options by name.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgAction, Parser};

use super::generate::Kind;
use super::values::{
    ColorWhen, EncodingArg, FromFormat, HtmlArg, LanguageArg, OutputFormat, count,
    encoding, language, level, share, size,
};
use crate::options::{Budget, Format, Fraction, HtmlMode, Options};
use crate::score::Method;

pub(super) const EXAMPLES: &str = "\
Examples:
  epitome report.md                 three sentences, and one for each section
  cat report.md | epitome -w 100    at most a hundred words
  epitome docs/ --output-dir out    a summary for each file below docs/
  epitome --json a.md | jq -r '.overall.sentences[].text'";

pub(super) const EXIT_CODES: &str = "\
Exit codes:
  0 done   1 done, but an input failed   2 wrong usage
  3 output could not be written   130 interrupted";

/// Extractive summaries: the most important sentences of a document, verbatim
/// and with their byte offsets.
#[derive(Debug, Parser)]
#[command(
    name = "epitome",
    version,
    max_term_width = 100,
    before_help = EXAMPLES,
    after_help = EXIT_CODES,
    override_usage = "epitome [OPTIONS] [PATH]...",
    disable_help_subcommand = true,
    disable_help_flag = true,
    args_override_self = true
)]
pub struct Args {
    /// Files, directories, or `-` for standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<OsString>,
    /// Show the most useful options
    #[arg(short = 'h', action = ArgAction::SetTrue)]
    pub short_help: bool,
    /// Show every option
    #[arg(long, action = ArgAction::Help)]
    help: Option<bool>,

    /// The format of the input
    ///
    /// `auto` goes by the file's extension or, if that says nothing, by its
    /// content. Files compressed with gzip or Zstandard are decompressed in any format.
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "auto",
        hide_default_value = true,
        help_heading = "Input"
    )]
    pub from: FromFormat,
    /// How much of an HTML page to read
    #[arg(long, value_name = "MODE", default_value = "article", help_heading = "Input")]
    pub html: HtmlArg,
    /// The language (ISO 639-1), or auto
    ///
    /// `auto` detects it for each document. Languages without tables of their own
    /// are read by general rules.
    #[arg(long, value_name = "CODE", default_value = "auto", value_parser = language, help_heading = "Input")]
    pub lang: LanguageArg,
    /// The encoding, such as windows-1252 [default: detected]
    #[arg(short = 'E', long, value_name = "LABEL", value_parser = encoding, help_heading = "Input")]
    pub encoding: Option<EncodingArg>,
    /// Read the paths to summarise from FILE (`-`: standard input), one a line
    #[arg(long, value_name = "FILE", help_heading = "Input")]
    pub files_from: Option<PathBuf>,
    /// Paths in --files-from end with a NUL byte
    #[arg(short = '0', long = "null", requires = "files_from", help_heading = "Input")]
    pub null: bool,
    /// Only files that match GLOB, or, with !GLOB, only those that do not
    #[arg(short, long, value_name = "GLOB", action = ArgAction::Append, help_heading = "Input")]
    pub glob: Vec<String>,
    /// Include hidden files and directories
    #[arg(long, help_heading = "Input")]
    pub hidden: bool,
    /// Include what .gitignore and .ignore exclude
    #[arg(long, help_heading = "Input")]
    pub no_ignore: bool,
    /// Follow symbolic links
    #[arg(short = 'L', long, help_heading = "Input")]
    pub follow: bool,
    /// Descend at most N directories deep
    #[arg(long, value_name = "N", value_parser = count, allow_hyphen_values = true, help_heading = "Input")]
    pub max_depth: Option<usize>,
    /// Refuse documents larger than N bytes, such as 500M
    #[arg(long, value_name = "N", default_value = "1G", value_parser = size, allow_hyphen_values = true, help_heading = "Input")]
    pub max_bytes: u64,
    /// Refuse JSONL records larger than N bytes
    #[arg(long, value_name = "N", default_value = "64M", value_parser = size, allow_hyphen_values = true, help_heading = "Input")]
    pub max_record_bytes: u64,
    /// The field of a record that holds its text
    #[arg(long, value_name = "NAME", default_value = "text", help_heading = "Input")]
    pub text_field: String,
    /// The field of a record that identifies it
    #[arg(long, value_name = "NAME", default_value = "id", help_heading = "Input")]
    pub id_field: String,

    /// Sentences of the overall summary [default: 3]
    #[arg(short = 'n', long, value_name = "N", value_parser = count, allow_hyphen_values = true, help_heading = "Summary")]
    pub sentences: Option<usize>,
    /// At most N words in the overall summary
    ///
    /// A word is a Unicode word (UAX #29) with a letter or a digit; in Chinese
    /// and Japanese that is about a character. Sentences are never cut:
    /// if not even one fits, the best one is printed alone, with a warning. If
    /// several of -n, -w, --chars and -r are given, all of them hold.
    #[arg(short, long, value_name = "N", value_parser = count, allow_hyphen_values = true, help_heading = "Summary")]
    pub words: Option<usize>,
    /// At most N characters in the overall summary
    #[arg(long, value_name = "N", value_parser = count, allow_hyphen_values = true, help_heading = "Summary")]
    pub chars: Option<usize>,
    /// At most this share of the sentences, such as 0.2 or 20%
    #[arg(
        short,
        long,
        value_name = "R", value_parser = share, allow_hyphen_values = true,
        help_heading = "Summary"
    )]
    pub ratio: Option<Fraction>,
    /// Sentences for each section [default: 1]
    #[arg(short, long, value_name = "N", value_parser = count, allow_hyphen_values = true, help_heading = "Summary")]
    pub section_sentences: Option<usize>,
    /// At most N words for each section
    #[arg(long, value_name = "N", value_parser = count, allow_hyphen_values = true, help_heading = "Summary")]
    pub section_words: Option<usize>,
    /// Leave out the section summaries
    #[arg(long, help_heading = "Summary")]
    pub no_sections: bool,
    /// Leave out the overall summary
    #[arg(long, help_heading = "Summary")]
    pub no_overall: bool,
    /// Divide into sections down to heading level N
    ///
    /// Text under deeper headings belongs to the section above.
    #[arg(long, value_name = "N", value_parser = level, allow_hyphen_values = true, help_heading = "Summary")]
    pub depth: Option<u8>,
    /// How to score sentences
    #[arg(
        short,
        long,
        value_name = "NAME",
        default_value = "epitome",
        help_heading = "Summary"
    )]
    pub method: Method,
    /// How strongly to avoid repetition, 0 to 1 [default: 1 with epitome, 0 with other methods]
    ///
    /// With 0 every sentence is chosen on its own merits; with 1, for what it adds
    /// to those already chosen.
    #[arg(long, value_name = "X", value_parser = share, allow_hyphen_values = true, help_heading = "Summary")]
    pub redundancy: Option<Fraction>,
    /// Prefer the sentences that answer TEXT
    ///
    /// Those with its words, in any inflection, come first, then their neighbours.
    /// This is not a search: the summary is as long as without it.
    #[arg(
        long,
        value_name = "TEXT",
        allow_hyphen_values = true,
        help_heading = "Summary"
    )]
    pub query: Option<String>,
    /// One summary of all inputs together, each sentence with its source
    ///
    /// Of sentences that say nearly the same, at most one is chosen; the more
    /// documents say it, the more it counts. All documents are held in memory.
    #[arg(long, conflicts_with = "output_dir", help_heading = "Summary")]
    pub merge: bool,
    /// List N keywords of the whole and of each section [default: 8 in HTML, 0 elsewhere]
    #[arg(short, long, value_name = "N", value_parser = count, allow_hyphen_values = true, help_heading = "Summary")]
    pub keywords: Option<usize>,
    /// Ignore the words in FILE, one a line, besides the language's own stop words
    #[arg(long, value_name = "FILE", help_heading = "Summary")]
    pub stop_words: Option<PathBuf>,
    /// Choose no sentence with fewer than N words
    ///
    /// If that leaves none, the limit is dropped, with a warning.
    #[arg(long, value_name = "N", default_value = "0", hide_default_value = true, value_parser = count, allow_hyphen_values = true, help_heading = "Summary")]
    pub min_sentence_words: usize,
    /// Choose no sentence with more than N words
    #[arg(long, value_name = "N", value_parser = count, allow_hyphen_values = true, help_heading = "Summary")]
    pub max_sentence_words: Option<usize>,

    /// The output format [default: text, or by the extension of -o]
    #[arg(short, long, value_name = "FORMAT", help_heading = "Output")]
    pub format: Option<OutputFormat>,
    /// The same as --format json
    #[arg(long, overrides_with = "format", help_heading = "Output")]
    pub json: bool,
    /// Write to FILE, replacing it completely or not at all
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub output: Option<PathBuf>,
    /// Write one file for each input into DIR
    #[arg(long, value_name = "DIR", conflicts_with = "output", help_heading = "Output")]
    pub output_dir: Option<PathBuf>,
    /// List every sentence with its score, rank and parts (JSON)
    #[arg(long, help_heading = "Output")]
    pub scores: bool,
    /// Show the whole text, with the chosen sentences marked and the reasons below them
    ///
    /// The margin shows `*` for the summary, `§` for the summary of a section,
    /// the rank, and a bar for the score. A sentence of good rank is passed over
    /// if it repeats what is chosen, is a fragment, or does not fit.
    #[arg(long, help_heading = "Output")]
    pub explain: bool,
    /// List the files that would be read, and stop
    #[arg(long, help_heading = "Output")]
    pub files: bool,
    /// Write each document's output as soon as it is ready
    #[arg(long, help_heading = "Output")]
    pub line_buffered: bool,
    /// Threads, 0 for all cores; the output does not depend on it
    #[arg(
        short = 'j',
        long,
        value_name = "N",
        default_value = "0",
        value_parser = count,
        allow_hyphen_values = true,
        help_heading = "Output"
    )]
    pub threads: usize,
    /// When to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto", help_heading = "Output")]
    pub color: ColorWhen,
    /// No warnings and no progress
    #[arg(short, long, overrides_with = "verbose", help_heading = "Output")]
    pub quiet: bool,
    /// Say what was skipped, and why
    #[arg(short, long, help_heading = "Output")]
    pub verbose: bool,
    /// No progress bar
    #[arg(long, help_heading = "Output")]
    pub no_progress: bool,

    /// Read options from FILE, and from no other configuration
    #[arg(long, value_name = "FILE", help_heading = "Other")]
    pub config: Option<PathBuf>,
    /// Read no configuration file
    #[arg(long, help_heading = "Other")]
    pub no_config: bool,
    /// Print the manual page or shell completions
    #[arg(long, value_name = "KIND", help_heading = "Other")]
    pub generate: Option<Kind>,
    /// Print the JSON Schema of the output
    #[arg(long, help_heading = "Other")]
    pub print_schema: bool,
}

impl Args {
    /// The library's options.
    #[must_use]
    pub fn options(&self) -> Options {
        let mut options = Options::default();
        options.read.format = match self.from {
            FromFormat::Auto => Format::Auto,
            FromFormat::Text => Format::Text,
            FromFormat::Markdown => Format::Markdown,
            FromFormat::Html => Format::Html,
            FromFormat::Jsonl => Format::Jsonl,
            FromFormat::Docx => Format::Docx,
            FromFormat::Epub => Format::Epub,
        };
        options.read.html = match self.html {
            HtmlArg::Article => HtmlMode::Article,
            HtmlArg::Page => HtmlMode::Page,
        };
        options.read.language = self.lang.0;
        options.read.encoding = self.encoding.clone().and_then(|encoding| encoding.0);
        options.read.max_bytes = self.max_bytes;
        options.read.text_field.clone_from(&self.text_field);
        options.read.id_field.clone_from(&self.id_field);
        options.segment.depth = self.depth;
        options.score.method = self.method;
        options.score.query.clone_from(&self.query);
        options.select.overall = self.overall_budget(options.select.overall);
        options.select.section = self.section_budget(options.select.section);
        options.select.redundancy = self.redundancy;
        options.select.min_sentence_words = self.min_sentence_words;
        options.select.max_sentence_words = self.max_sentence_words;
        options.output.overall = !self.no_overall;
        options.output.sections = !self.no_sections;
        options.output.scores = self.scores;
        let is_html = self.output_format() == OutputFormat::Html;
        options.output.reading = self.explain || is_html;
        options.output.keywords = self.keywords.unwrap_or(if is_html { 8 } else { 0 });
        options
    }

    /// The budgets given, or else the default one.
    fn overall_budget(&self, default: Budget) -> Budget {
        let given = Budget {
            sentences: self.sentences,
            words: self.words,
            chars: self.chars,
            ratio: self.ratio,
        };
        if given == Budget::default() { default } else { given }
    }

    fn section_budget(&self, default: Budget) -> Budget {
        let given = Budget {
            sentences: self.section_sentences,
            words: self.section_words,
            ..Budget::default()
        };
        if given == Budget::default() { default } else { given }
    }

    /// Whether the output format can list all scores.
    #[must_use]
    pub fn shows_scores(&self) -> bool {
        matches!(self.output_format(), OutputFormat::Json | OutputFormat::Ndjson)
    }

    /// The output format: as given, as the extension of `-o` says, or text.
    pub fn output_format(&self) -> OutputFormat {
        if self.json {
            return OutputFormat::Json;
        }
        let extension = self.output.as_ref().and_then(|path| path.extension()?.to_str());
        let by_name = match extension.map(str::to_ascii_lowercase).as_deref() {
            Some("json") => OutputFormat::Json,
            Some("ndjson" | "jsonl") => OutputFormat::Ndjson,
            Some("md" | "markdown") => OutputFormat::Markdown,
            Some("html" | "htm") => OutputFormat::Html,
            _ => OutputFormat::Text,
        };
        self.format.unwrap_or(by_name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_of_the_arguments_is_sound() {
        use clap::CommandFactory;
        Args::command().debug_assert();
    }

    #[test]
    fn several_budgets_hold_together_and_replace_the_default() {
        let args = Args::parse_from(["epitome", "-w", "40", "-r", "20%"]);
        let budget = args.options().select.overall;
        assert_eq!((budget.sentences, budget.words), (None, Some(40)));
        assert_eq!(args.options().select.section, Budget::sentences(1));
    }
}
