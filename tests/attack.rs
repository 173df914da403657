//! Text made to cost much costs in proportion to its size: twice as much of it
//! takes at most 2.6 times the work. Work is counted in bytes asked of the
//! allocator, which is the same on every machine; `scripts/attack` counts
//! instructions.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::alloc::System;
use std::path::PathBuf;
use std::{env, fs};

use common::shapes::{SHAPES, Shape};
use epitome::{Format, Options, Summarizer};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// More than 2, since tables grow by doubling.
const MOST: f64 = 2.6;

/// How many bytes a summary of `size` bytes of this shape asks for.
fn cost(shape: &Shape, size: usize) -> f64 {
    let text = shape.text(size);
    let mut summarizer = Summarizer::new(Options::default()).unwrap();
    let region = Region::new(ALLOCATOR);
    match shape.format {
        Format::Jsonl => drop(summarizer.summarize_record(&text).unwrap()),
        format => drop(summarizer.summarize_bytes(text, format).unwrap()),
    }
    region.change().bytes_allocated as f64
}

/// The only test here, since the allocator counts for all threads together.
#[test]
fn twice_the_text_is_twice_the_work() {
    const SIZE: usize = 40_000;
    let mut over = Vec::new();
    for shape in SHAPES {
        let ratio = cost(shape, 2 * SIZE) / cost(shape, SIZE);
        if ratio > MOST {
            over.push(format!("{}: {ratio:.2}", shape.name));
        }
    }
    assert!(over.is_empty(), "{over:?}");
}

/// For `scripts/attack`: every shape as two files, one twice as large.
#[test]
#[ignore = "writes files for a script"]
fn write_the_shapes() {
    let directory = PathBuf::from(env::var_os("EPITOME_SHAPES").unwrap());
    let size: usize = env::var("EPITOME_SHAPES_SIZE").unwrap().parse().unwrap();
    for shape in SHAPES {
        let format = format!("{:?}", shape.format).to_lowercase();
        for (times, size) in [("once", size), ("twice", 2 * size)] {
            let name = format!("{format} {}.{times}", shape.name);
            fs::write(directory.join(name), shape.text(size)).unwrap();
        }
    }
}
