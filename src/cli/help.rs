//! The short help: what most people need, on one screen.

/// What `-h` prints, and the command without input on a terminal.
pub const SHORT: &str = "\
Summarise text by its most important sentences.

Usage: epitome [OPTIONS] [PATH]...      PATH: files, directories, or - for standard input

  epitome report.md                 three sentences, and one for each section
  cat report.md | epitome -w 100    at most a hundred words
  epitome docs/ --output-dir out    a summary for each file below docs/
  epitome --json a.md | jq -r '.overall.sentences[].text'

  -n, --sentences N          sentences of the overall summary (3)
  -w, --words N              at most N words; also --chars N and -r, --ratio R
  -s, --section-sentences N  sentences for each section (1)
      --no-sections          the overall summary alone
      --merge                one summary of all inputs, each sentence with its source
      --query TEXT           prefer the sentences that answer it
  -k, --keywords N           list the words and phrases that name the subject
  -m, --method NAME          how to score sentences (epitome)
  -f, --format FORMAT        text, markdown, html, json (also --json) or ndjson
      --explain              the whole text, showing what was chosen and why
  -o, --output FILE          write to FILE; --output-dir DIR: a file for each input
      --from FORMAT          text, markdown, html, jsonl, docx, epub (by name and content)
      --lang CODE            the language (detected)
  -j, --threads N            threads (all cores)

Every option: epitome --help
";

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn it_fits_a_screen_and_names_only_real_options() {
        assert!(super::SHORT.lines().count() <= 25);
        assert!(super::SHORT.lines().all(|line| line.len() <= 100));
        let help = crate::cli::args::Args::command().render_long_help().to_string();
        let words =
            super::SHORT.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
        for word in words.filter(|word| word.starts_with("--") && word.len() > 2) {
            assert!(help.contains(word), "{word}");
        }
    }
}
