//! The results of a job, handed on piece by piece, so that a long output is never in
//! memory as a whole.

use std::fmt;
use std::io;
use std::ops::ControlFlow;

use super::stream::{Piece, Rendered};
use super::worker::Done;
use crate::render::neutral;

/// So much is handed on before more is rendered, in bytes.
const ENOUGH: usize = 1 << 20;
/// Room for a usual document is made at once.
const ROOM: usize = 1 << 14;

/// Takes the documents of one job as they are rendered.
pub struct Pieces<'a> {
    done: Done,
    /// The bytes of the open document that are not handed on yet.
    body: Vec<u8>,
    /// How many bytes the last one took, of [`ROOM`] at most; the next may take as many.
    room: usize,
    /// How many bytes of others wait.
    waiting: usize,
    hand: &'a mut dyn FnMut(Done) -> ControlFlow<()>,
    /// Whether nobody wants the rest.
    stopped: bool,
    /// Whether text is shown on a terminal as it is.
    bare: bool,
}

impl<'a> Pieces<'a> {
    /// Pieces of the job that gives `done`, which go to `hand`. Where they are `bare`,
    /// they must not take over the terminal.
    pub fn new(
        done: Done,
        bare: bool,
        hand: &'a mut dyn FnMut(Done) -> ControlFlow<()>,
    ) -> Self {
        Pieces { done, body: Vec::new(), room: 0, waiting: 0, hand, stopped: false, bare }
    }

    /// Takes a document: what is said of it, and its output as `render` writes it.
    pub fn document(&mut self, said: Rendered, render: impl FnOnce(&mut Self)) {
        self.done.rendered.push(said);
        self.body.reserve(self.room);
        render(self);
        self.close(Piece::Whole, Piece::Last);
        if self.waiting > ENOUGH {
            let rest = self.done.follower();
            self.hand_on(rest);
        }
    }

    /// The last of the job.
    pub fn finish(self) -> Done {
        self.done
    }

    /// Gives the open document what was written of it: all of it, or what
    /// follows other pieces.
    fn close(&mut self, alone: Piece, behind: Piece) {
        let body = std::mem::take(&mut self.body);
        self.room = body.len().min(ROOM);
        let Some(open) = self.done.rendered.last_mut() else { return };
        if !body.is_empty() {
            open.body = if self.bare { safe(&body) } else { body };
        }
        self.waiting += open.body.len();
        open.piece = if open.piece == Piece::Whole { alone } else { behind };
    }

    fn hand_on(&mut self, rest: Done) {
        let done = std::mem::replace(&mut self.done, rest);
        self.waiting = 0;
        self.stopped = self.stopped || (self.hand)(done).is_break();
    }

    fn take(&mut self, bytes: &[u8]) {
        self.body.extend_from_slice(bytes);
        if self.body.len() > ENOUGH {
            self.pass();
        }
    }

    /// Hands on what there is of the open document, with those before it.
    #[cold]
    fn pass(&mut self) {
        if self.stopped {
            return self.body.clear();
        }
        self.close(Piece::First, Piece::Next);
        let mut rest = self.done.follower();
        rest.rendered.push(Rendered { piece: Piece::Next, ..Rendered::default() });
        self.hand_on(rest);
    }
}

/// `text` as a terminal may show it. It is whole text: every writer hands over whole
/// characters.
fn safe(text: &[u8]) -> Vec<u8> {
    neutral(&String::from_utf8_lossy(text)).into_bytes()
}

impl fmt::Write for Pieces<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.take(text.as_bytes());
        Ok(())
    }
}

impl io::Write for Pieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.take(bytes);
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.take(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    /// The pieces that documents of these sizes come in, job after job.
    fn pieces(sizes: &[usize]) -> Vec<Vec<(Piece, usize)>> {
        let mut handed = Vec::new();
        let told = |done: &Done| -> Vec<_> {
            done.rendered.iter().map(|r| (r.piece, r.body.len())).collect()
        };
        let mut hand = |done: Done| {
            handed.push(told(&done));
            ControlFlow::Continue(())
        };
        let mut pieces = Pieces::new(Done::default(), false, &mut hand);
        for size in sizes {
            pieces.document(Rendered::default(), |out| {
                (0..*size).for_each(|_| out.write_str(&"x".repeat(1000)).unwrap());
            });
        }
        let last = told(&pieces.finish());
        handed.push(last);
        handed
    }

    #[test]
    fn short_documents_come_together_and_long_ones_in_pieces() {
        assert_eq!(pieces(&[1, 2]), [[(Piece::Whole, 1000), (Piece::Whole, 2000)]]);
        let long = pieces(&[1, 2500, 1]);
        assert_eq!(long[0][0], (Piece::Whole, 1000));
        assert_eq!(long[0][1].0, Piece::First);
        assert_eq!(long[1], [(Piece::Next, 1_049_000)]);
        assert_eq!(long[2][0].0, Piece::Last);
        assert_eq!(long[2][1], (Piece::Whole, 1000));
        let all: usize = long.iter().flatten().map(|(_, size)| size).sum();
        assert_eq!(all, 2_502_000);
        assert!(long.iter().flatten().all(|(_, size)| *size <= ENOUGH + 1000));
    }

    #[test]
    fn many_short_documents_do_not_wait_for_the_last() {
        assert_eq!(pieces(&[600; 4]).len(), 3);
    }

    #[test]
    fn what_nobody_wants_is_not_kept() {
        let mut hand = |_| ControlFlow::Break(());
        let mut pieces = Pieces::new(Done::default(), false, &mut hand);
        pieces.document(Rendered::default(), |out| {
            (0..5000).for_each(|_| out.write_str(&"x".repeat(1000)).unwrap());
        });
        let kept = pieces.finish().rendered;
        assert!(kept.iter().all(|rendered| rendered.body.len() <= ENOUGH + 1000));
    }
}
