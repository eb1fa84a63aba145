/** Cuts a text at every edge of its spans; the twin of `thainews_ie.markup.segments`. */

export interface Segment {
  start: number;
  end: number;
  /** Indices of the spans that cover it, the longest first. */
  covers: number[];
}

/**
 * The text from 0 to `length` as pieces that no edge of a span falls into.
 *
 * Spans may nest and cross. They are clipped to the text, and empty ones cover nothing. The
 * pieces follow each other without gaps.
 */
export function segments(length: number, spans: readonly (readonly [number, number])[]): Segment[] {
  const clipped = spans.map(([start, end]) => [Math.max(0, start), Math.min(length, end)] as const);
  const opening = new Map<number, number[]>();
  const closing = new Map<number, number[]>();
  const edges = new Set<number>([0, length]);
  clipped.forEach(([start, end], index) => {
    if (start >= end) return;
    edges.add(start).add(end);
    opening.set(start, [...(opening.get(start) ?? []), index]);
    closing.set(end, [...(closing.get(end) ?? []), index]);
  });
  const size = (index: number): number => clipped[index]![1] - clipped[index]![0];
  const order = (a: number, b: number): number => size(b) - size(a) || a - b;
  const sorted = [...edges].sort((a, b) => a - b);
  const open = new Set<number>();
  const pieces: Segment[] = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const start = sorted[i]!;
    closing.get(start)?.forEach((index) => open.delete(index));
    opening.get(start)?.forEach((index) => open.add(index));
    pieces.push({ start, end: sorted[i + 1]!, covers: [...open].sort(order) });
  }
  return pieces;
}
