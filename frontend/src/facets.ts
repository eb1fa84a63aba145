/** Filters, and how many articles each of their values would give. */

import type { Entry } from "./record";

export const FACETS = ["month", "mode", "province", "giver", "person", "award"] as const;
export type Facet = (typeof FACETS)[number];
export type Filters = Record<Facet, string[]>;

/** The values of a facet that an article has. */
export function valuesOf(entry: Entry, facet: Facet): readonly string[] {
  switch (facet) {
    case "month":
      return entry.date ? [entry.date.slice(0, 7)] : [];
    case "mode":
      return [entry.mode];
    case "province":
      return entry.provinces;
    case "giver":
      return entry.givers;
    case "person":
      return entry.people;
    case "award":
      return entry.awards;
  }
}

/** A chosen month may also be a year: `2021` takes all its months. */
function passes(entry: Entry, facet: Facet, chosen: readonly string[]): boolean {
  if (!chosen.length) return true;
  const values = valuesOf(entry, facet);
  if (facet === "month") return chosen.some((c) => values[0]?.startsWith(c));
  return values.some((value) => chosen.includes(value));
}

export interface Filtered {
  /** Ordinals of the articles that pass all filters. */
  kept: number[];
  /** Per facet, how many articles each value would give, the other filters being as they are. */
  counts: Record<Facet, Map<string, number>>;
  /** Articles per month and mode, under all filters but those two. */
  modeByMonth: Map<string, Map<string, number>>;
}

/** Applies filters to the articles that a search found. */
export function filter(
  entries: readonly Entry[],
  found: Uint8Array | null,
  filters: Filters,
): Filtered {
  const counts = Object.fromEntries(FACETS.map((f) => [f, new Map()])) as Filtered["counts"];
  const modeByMonth: Filtered["modeByMonth"] = new Map();
  const kept: number[] = [];
  entries.forEach((entry, ordinal) => {
    if (found && !found[ordinal]) return;
    const failed = FACETS.filter((facet) => !passes(entry, facet, filters[facet]));
    if (!failed.length) kept.push(ordinal);
    if (failed.length < 2) {
      for (const facet of FACETS) {
        if (failed.length && failed[0] !== facet) continue;
        const tally = counts[facet];
        for (const value of new Set(valuesOf(entry, facet))) {
          tally.set(value, (tally.get(value) ?? 0) + 1);
        }
      }
    }
    if (failed.every((facet) => facet === "month" || facet === "mode") && entry.date) {
      const month = entry.date.slice(0, 7);
      const modes = modeByMonth.get(month) ?? new Map<string, number>();
      modes.set(entry.mode, (modes.get(entry.mode) ?? 0) + 1);
      modeByMonth.set(month, modes);
    }
  });
  return { kept, counts, modeByMonth };
}

const thai = new Intl.Collator("th", { numeric: true });

/** The values of a facet by count, those that are equal in Thai alphabetical order. */
export function ranked(
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
): [string, number][] {
  const all = [...counts];
  for (const value of chosen) if (!counts.has(value)) all.push([value, 0]);
  return all.sort((a, b) => b[1] - a[1] || thai.compare(a[0], b[0]));
}

export const ORDERS = ["relevance", "newest", "oldest", "headline", "file"] as const;
export type Order = (typeof ORDERS)[number];

/** Ordinals in the order asked for; articles without a day come last. */
export function sorted(
  kept: readonly number[],
  entries: readonly Entry[],
  order: Order,
  found: Uint8Array | null,
): number[] {
  const at = (i: number): Entry => entries[i]!;
  const byDay = (a: number, b: number, way: number): number => {
    const [x, y] = [at(a).date, at(b).date];
    if (!x || !y) return x ? -1 : y ? 1 : a - b;
    return x === y ? a - b : x < y ? -way : way;
  };
  const list = [...kept];
  switch (order) {
    case "relevance":
      return list.sort((a, b) => (found ? found[b]! - found[a]! : 0) || byDay(a, b, -1));
    case "newest":
      return list.sort((a, b) => byDay(a, b, -1));
    case "oldest":
      return list.sort((a, b) => byDay(a, b, 1));
    case "headline":
      return list.sort((a, b) => thai.compare(at(a).title, at(b).title) || a - b);
    case "file":
      return list;
  }
}
