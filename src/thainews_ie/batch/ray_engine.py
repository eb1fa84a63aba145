"""A run on a Ray cluster, for what one machine is too small for.

Ray Data reads files in tasks, keeps the kernel in a pool of actors, and writes parts in tasks.
It starts anew an actor that dies, and does again what it was at. A whole run that dies is begun
afresh by the same command; what it had written is no longer looked at.
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thainews_ie.confidence.cut import check_minimum
from thainews_ie.errors import MissingExtraError, ReaderError, WorkerError, WriterError
from thainews_ie.io.compression import PACKED
from thainews_ie.io.endings import by_ending
from thainews_ie.io.fields import FieldNames
from thainews_ie.io.opening import files, local_path
from thainews_ie.io.readers import READERS

if TYPE_CHECKING:
    from thainews_ie.batch.parts import Part, Parts
    from thainews_ie.batch.tally import Tally

__all__ = ["run_on_ray"]

_LINES = (".jsonl", ".ndjson", ".jl")
_READ = {".parquet", *_LINES, *(e + packing for e in _LINES for packing in PACKED)}
_KNOWN = {
    ending + packing: ending + packing in _READ for ending in READERS for packing in ("", *PACKED)
}

# Of a block that Ray passes on, about 200 articles: enough to be worth sending, few enough that
# all actors have something to do.
_BLOCK_BYTES = 2_000_000
_OBJECT_STORE_BYTES = 500_000_000  # of a cluster on this machine; blocks pass through it
_SECONDS_TO_REACH = 30
_SHARE = 0.25  # of a processor, for tasks that read or write while the actors extract


def run_on_ray(
    inputs: Sequence[str],
    target: str,
    *,
    address: str | None = None,
    workers: int | None = None,
    min_confidence: float = 0.0,
    keep_text: bool = True,
    fields: FieldNames | None = None,
) -> Tally:
    """Extracts all articles of the inputs on a Ray cluster.

    Args:
        inputs: Parquet files and JSON lines, folders, patterns or addresses of such. One file is
            read by one process, so that there should be several.
        target: a folder whose name ends in ``.parquet`` or ``.jsonl``, or the address of one,
            that all machines of the cluster reach. It gets parts, in the order of the input, and
            is replaced when all are written. Dead letters go to ``TARGET.rejects.jsonl``.
        address: of a running cluster. If None, the one that this process is connected to; if
            there is none, one on this machine for the time of the run.
        workers: processes that extract; if None, one for each processor of this machine, or all
            but one of a cluster that runs already.
        min_confidence: finds that are less probable than this are left out, 0 to 1.
        keep_text: whether records keep their article's text.
        fields: which field or column holds what.

    Returns:
        The counts.

    Raises:
        MissingExtraError: Ray is not installed.
        ReaderError: an input is not there, or is of a format that is not read here.
        WriterError: the target cannot be written.
        WorkerError: there is no cluster at the address, or it cannot do the work; or the process
            is connected to one already.
        ValueError: ``min_confidence`` is not within 0 and 1, or ``workers`` less than 1.
    """
    check_minimum(min_confidence)
    if workers is not None and workers < 1:
        raise ValueError(f"workers must be at least 1, got {workers}")
    _need_ray()
    from thainews_ie.batch.parts import Parts

    names = list(_files(inputs))
    _check_apart(names, target)
    parts = Parts(target)
    with _named(target):
        with _cluster(address, workers) as count:
            parts.begin()
            written = _extract(
                names, parts, count, min_confidence, keep_text, fields or FieldNames()
            )
        return parts.finish(written)


def _need_ray() -> None:
    try:
        import ray.data  # noqa: F401
    except ImportError as error:
        raise MissingExtraError(
            f'a run on Ray needs one more package ({error}): pip install "thainews-ie[ray]"'
        ) from error


def _files(inputs: Iterable[str]) -> Iterator[str]:
    """The names of the files to read."""
    for given in inputs:
        if given in ("", "-"):
            raise ReaderError("a cluster reads files; for standard input use the local engine")
        for file in files(given):
            readable = by_ending(_KNOWN, Path(file.within))
            if readable:
                yield file.name
            elif file.given or readable is not None:
                raise ReaderError(
                    "a cluster reads .parquet and .jsonl (.gz, .zst); convert it, or leave out "
                    "--engine ray",
                    source=file.name,
                )


def _check_apart(names: Iterable[str], target: str) -> None:
    """The target is replaced, so that no input may lie in it."""
    folder = local_path(target)
    if folder is None:
        inside = any(name.startswith(target.rstrip("/") + "/") for name in names)
    else:
        inputs = (path.resolve() for path in map(local_path, names) if path is not None)
        place = folder.resolve()
        inside = any(place in (path, *path.parents) for path in inputs)
    if inside:
        raise WriterError(f"{target}: holds an input and would be lost; choose another name")


@contextmanager
def _named(target: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WriterError(f"{target}: cannot be written: {error.strerror or error}") from error


@contextmanager
def _cluster(address: str | None, workers: int | None) -> Iterator[int]:
    """A cluster, and how many processes are to extract."""
    import ray

    if ray.is_initialized():
        if address is not None:
            raise WorkerError("this program is connected to a cluster: leave out the address")
        yield _count(workers)
        return
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    options: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}
    if address is None:
        workers = workers or os.cpu_count() or 1
        options |= {
            # one beside the actors, which hold theirs, for tasks that read and write
            "num_cpus": workers + 1,
            "object_store_memory": _OBJECT_STORE_BYTES,
            "include_dashboard": False,
        }
    else:
        _check_reachable(address)
    try:
        ray.init(address=address or "local", **options)
    except (ConnectionError, ValueError, RuntimeError) as error:
        raise WorkerError(f"no Ray cluster at {address or 'this machine'}: {error}") from error
    try:
        yield _count(workers)
    finally:
        ray.shutdown()


def _check_reachable(address: str) -> None:
    """Ray itself would try for many minutes, and say nothing."""
    host, _, port = address.rpartition("//")[2].rpartition(":")
    if not host or not port.isdecimal():  # a word, such as auto: Ray knows what it stands for
        return
    try:
        socket.create_connection((host.strip("[]"), int(port)), _SECONDS_TO_REACH).close()
    except (OSError, OverflowError) as error:
        raise WorkerError(f"no Ray cluster at {address}: {error}") from error


def _count(workers: int | None) -> int:
    """As asked for, or one a processor of the cluster but one, which reads and writes."""
    import ray

    resources = ray.cluster_resources()  # type: ignore[no-untyped-call]
    return workers or max(1, int(resources.get("CPU", 1)) - 1)


def _extract(
    names: list[str],
    target: Parts,
    workers: int,
    min_confidence: float,
    keep_text: bool,
    fields: FieldNames,
) -> list[Part]:
    import ray.data
    import ray.exceptions

    from thainews_ie.batch.cluster_items import ItemExtractor, read_files
    from thainews_ie.batch.ray_sink import PartsSink

    if not names:
        return []
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context = ray.data.DataContext.get_current().copy()
    context.enable_progress_bars = False
    context.target_max_block_size = _BLOCK_BYTES
    context.execution_options.preserve_order = True
    sink = PartsSink(target)
    with ray.data.DataContext.current(context):
        paths = [{"file": os.fsencode(name)} for name in names]
        items = ray.data.from_items(paths, override_num_blocks=len(paths)).map_batches(
            partial(read_files, fields=fields),
            batch_size=1,
            batch_format="pyarrow",
            num_cpus=_SHARE,
        )
        results = items.map_batches(
            ItemExtractor,
            fn_constructor_kwargs={"min_confidence": min_confidence, "keep_text": keep_text},
            batch_size=None,
            batch_format="pyarrow",
            compute=ray.data.ActorPoolStrategy(size=workers),
            num_cpus=1,  # Ray Data starts an actor that died again, as often as need be
        )
        try:
            results.write_datasink(sink, ray_remote_args={"num_cpus": _SHARE})
        except ray.exceptions.RayError as error:
            raise WorkerError(f"the cluster could not do the work: {error}") from error
    return sink.parts
