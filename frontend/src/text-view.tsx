/** The original text, cut at every edge of its finds, each drawn in its own line below the words. */

import { useMemo } from "preact/hooks";
import type { Choice } from "./article";
import type { Find, Kind } from "./finds";
import { useRoving } from "./roving";
import { segments, type Segment } from "./segments";
import { useSettings } from "./settings";
import { visible } from "./text";

interface Props {
  text: string;
  finds: readonly Find[];
  hidden: ReadonlySet<Kind>;
  choice: Choice;
  /** Whether the name of its kind stands before each find. */
  named: boolean;
}

const LANES = 4;

/** A lane below the text for each find, the shortest nearest to it; overlapping finds differ. */
export function lanesOf(pieces: readonly Segment[], finds: readonly Find[]): number[] {
  const pieceNumbers = new Map<number, number[]>();
  pieces.forEach((piece, i) => {
    for (const index of piece.covers) {
      const list = pieceNumbers.get(index);
      if (list) list.push(i);
      else pieceNumbers.set(index, [i]);
    }
  });
  const taken = pieces.map(() => new Set<number>());
  const lanes: number[] = new Array(finds.length).fill(0);
  const size = (index: number): number => finds[index]!.end - finds[index]!.start;
  const shortestFirst = [...pieceNumbers.keys()].sort((a, b) => size(a) - size(b) || a - b);
  for (const index of shortestFirst) {
    if (finds[index]!.quiet) continue;
    const mine = pieceNumbers.get(index)!;
    let lane = 0;
    while (lane < LANES - 1 && mine.some((i) => taken[i]!.has(lane))) lane++;
    for (const i of mine) taken[i]!.add(lane);
    lanes[index] = lane;
  }
  return lanes;
}

/** The pieces of each line of the text; the lines are its paragraphs. */
function paragraphs(text: string, pieces: readonly Segment[]): Segment[][] {
  const lines: Segment[][] = [[]];
  for (const piece of pieces) {
    let { start } = piece;
    for (;;) {
      const feed = text.indexOf("\n", start);
      const end = feed < 0 || feed >= piece.end ? piece.end : feed;
      if (end > start) lines.at(-1)!.push({ ...piece, start, end });
      if (end === piece.end) break;
      lines.push([]);
      start = end + 1;
    }
  }
  return lines;
}

export function TextView({ text, finds, hidden, choice, named }: Props) {
  const { t } = useSettings();
  const drawn = useMemo(() => {
    const seen = finds.map(
      ({ start, end, kind }) => (hidden.has(kind) ? [0, 0] : [start, end]) as [number, number],
    );
    const pieces = segments(text.length, seen);
    return { lines: paragraphs(text, pieces), lanes: lanesOf(pieces, finds) };
  }, [text, finds, hidden]);
  const shown = useMemo(() => visible(text), [text]);
  // a stop for the arrow keys wherever a find begins
  const begins = (segment: Segment): boolean =>
    segment.covers.some((i) => finds[i]!.start === segment.start && !finds[i]!.quiet);
  let stops = 0;
  const roving = useRoving(drawn.lines.flat().filter(begins).length);

  const piece = (segment: Segment) => {
    const words = shown.slice(segment.start, segment.end);
    const loud = segment.covers.filter((i) => !finds[i]!.quiet);
    const inner = loud.at(-1);
    if (inner === undefined) return words;
    const on = segment.covers.some((i) => finds[i]!.path === choice.chosen);
    // the longest outside, so that the lines below the words lie within each other
    const nested = loud.reduceRight<preact.ComponentChildren>((inside, i) => {
      const find = finds[i]!;
      const tag = find.start === segment.start ? t.kind[find.kind] : undefined;
      return (
        <span class={`f k-${find.kind} l${drawn.lanes[i]}`} data-tag={tag}>
          {inside}
        </span>
      );
    }, words);
    const { path } = finds[inner]!;
    const stop = begins(segment) ? roving.member(stops++) : { tabIndex: -1 };
    return (
      <a
        key={segment.start}
        class={on ? "piece on" : "piece"}
        href={choice.href(path)}
        draggable={false}
        data-finds={loud.join(" ")}
        aria-current={on ? "true" : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          choice.choose(path, "text");
        }}
        {...stop}
      >
        {nested}
      </a>
    );
  };
  return (
    <div
      class={named ? "text named" : "text"}
      lang="th"
      aria-describedby="text-hint"
      {...roving.group}
    >
      <p id="text-hint" class="unseen" lang={document.documentElement.lang}>
        {t.textHint}
      </p>
      {drawn.lines.map((line, i) =>
        line.length ? (
          <p key={i}>{line.map(piece)}</p>
        ) : (
          <p key={i} class="blank" aria-hidden="true" />
        ),
      )}
    </div>
  );
}
