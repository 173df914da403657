//! A progress bar on standard error, for long batches on a terminal.

use std::io::{IsTerminal, stderr};
use std::time::{Duration, Instant};

use indicatif::{HumanBytes, ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Nothing is shown for work that is done sooner.
const PATIENCE: Duration = Duration::from_millis(500);

/// The progress of a batch.
#[derive(Debug)]
pub struct Progress {
    bar: Option<ProgressBar>,
    begun: Instant,
    bytes: u64,
}

impl Progress {
    /// Progress over `total` documents, or over a stream of unknown length.
    pub fn new(enabled: bool, total: Option<u64>) -> Self {
        let is_shown = enabled && stderr().is_terminal() && total != Some(1);
        let bar = is_shown.then(|| {
            let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::hidden());
            let template = match total {
                Some(_) => "{bar:30} {pos}/{len} documents, {msg}, {eta} left",
                None => "{spinner} {pos} documents, {msg}",
            };
            match ProgressStyle::with_template(template) {
                Ok(style) => bar.with_style(style),
                Err(_) => bar,
            }
        });
        Progress { bar, begun: Instant::now(), bytes: 0 }
    }

    /// One more document of `bytes` is done.
    pub fn add(&mut self, bytes: u64) {
        self.bytes += bytes;
        let Some(bar) = &self.bar else { return };
        let elapsed = self.begun.elapsed();
        bar.inc(1);
        if elapsed < PATIENCE || bar.position() < 2 {
            return;
        }
        if bar.is_hidden() {
            bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
        }
        let rate = self.bytes as f64 / elapsed.as_secs_f64();
        bar.set_message(format!("{}/s", HumanBytes(rate as u64)));
    }

    /// What takes the bar off the screen, from whatever thread.
    pub fn clearing(&self) -> impl FnOnce() + Send + 'static {
        let bar = self.bar.clone();
        move || bar.iter().for_each(ProgressBar::finish_and_clear)
    }

    /// Runs `print` with the bar out of the way.
    pub fn suspend(&self, print: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
