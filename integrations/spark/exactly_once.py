"""Both jobs on two executors, one of which is killed half-way: every record comes back once, the same.

Usage: exactly_once.py COUNT

COUNT records are made, summarised by the command on this machine, and by each job with
`local-cluster[2,1,1024]`. The lines must be the same, but for their order and the command's last.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import jobs
import pyarrow.parquet as pq
import records


class Killer(threading.Thread):
    """Kills an executor as soon as a part of the tasks is done."""

    def __init__(self, context, share: float):
        super().__init__(daemon=True)
        self.context = context
        self.share = share
        self.report = None
        self.over = False

    def run(self):
        while not self.over and self.report is None:
            tracker = self.context.statusTracker()
            for stage in map(tracker.getStageInfo, tracker.getActiveStageIds()):
                if stage and stage.numTasks >= 10 and stage.numCompletedTasks >= stage.numTasks * self.share:
                    self.kill(stage)
                    return
            time.sleep(0.01)

    def kill(self, stage):
        executors = executors_of(self.context)
        assert executors and executors[0].destroyForcibly()
        self.report = (stage.numCompletedTasks, stage.numTasks)


def executors_of(context) -> list:
    """The executors: the Java processes that the driver's has begun."""
    started = context._jvm.java.lang.ProcessHandle.current().children().toArray()
    return [child for child in started if child.isAlive() and child.info().command().orElse("").endswith("java")]


def expected(lines: Path) -> list[str]:
    command = [os.environ.get("EPITOME", "epitome"), "--from", "jsonl", "-f", "ndjson"]
    with open(lines, "rb") as records:
        done = subprocess.run(command, stdin=records, stdout=subprocess.PIPE, check=True)
    return sorted(done.stdout.decode().splitlines()[:-1])


def check(name: str, job, directory: Path, wanted: list[str]) -> None:
    spark = jobs.session("local-cluster[2,1,1024]")
    context = spark.sparkContext
    # Both executors are there before the job begins.
    while len(executors_of(context)) < 2:
        time.sleep(0.1)
    killer = Killer(context, share=0.25)
    killer.start()
    start = time.monotonic()
    output = directory / name
    job(spark.read.parquet(str(directory / "parquet"))).write.parquet(str(output))
    seconds = time.monotonic() - start
    killer.over = True
    killer.join()
    spark.stop()
    if killer.report is None:
        sys.exit(f"{name}: the job was over before an executor could be killed")
    done, tasks = killer.report
    found = sorted(pq.read_table(output)["json"].to_pylist())
    if found != wanted:
        sys.exit(f"{name}: {len(found)} lines are not the {len(wanted)} wanted")
    print(
        f"{name}: {len(found)} records, each once and the same as on one machine; "
        f"an executor was killed after {done} of {tasks} tasks; {seconds:.0f} s",
        flush=True,
    )


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        directory = Path(temporary) / "records"
        records.main(count, directory)
        wanted = expected(directory / "records.jsonl")
        assert len(wanted) == len(set(wanted)) == count
        check("mapInArrow", jobs.by_arrow, directory, wanted)
        check("pipe", jobs.by_pipe, directory, wanted)


if __name__ == "__main__":
    main(int(sys.argv[1]))
