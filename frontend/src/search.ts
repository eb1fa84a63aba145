/** Search by words and parts of words, without an index: texts are folded once and scanned. */

import type { Store } from "./blocks";
import type { Entry } from "./record";
import { fold, words } from "./text";

/** What a query asks for. */
export interface Query {
  /** Each must stand in the article as it is. */
  terms: string[];
  /** If not all terms do, each of these must; a weaker match. */
  words: string[];
}

/** Reads a query: parts between spaces or in quotes. */
export function parse(text: string): Query {
  const terms: string[] = [];
  const loose: string[] = [];
  for (const part of fold(text).matchAll(/["“”]([^"“”]+)["“”]|([^\s"“”]+)/g)) {
    const quoted = part[1]?.trim();
    const term = quoted ?? part[2] ?? "";
    if (!term) continue;
    terms.push(term);
    // one letter would be everywhere
    if (quoted) loose.push(term);
    else loose.push(...words(term).filter((word) => word.length > 1));
  }
  return { terms, words: loose };
}

/** How well an article answers: 3 in its headline, 2 as asked, 1 by its words, 0 not. */
export function rank(query: Query, title: string, head: string, text: string): number {
  const holds = (part: string): boolean => head.includes(part) || text.includes(part);
  if (query.terms.every((term) => title.includes(term))) return 3;
  if (query.terms.every(holds)) return 2;
  return query.words.length > query.terms.length && query.words.every(holds) ? 1 : 0;
}

export interface Progress {
  ranks: Uint8Array;
  /** How many articles were searched through. */
  done: number;
  total: number;
}

const SLICE = 12; // milliseconds at a stretch, so that typing stays smooth

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Searches the headlines and names at once and the texts as they are unpacked. */
export class Searcher {
  private readonly titles: string[];
  private readonly heads: string[];
  private readonly texts: (string | undefined)[];
  private reading: AsyncGenerator<{ first: number; texts: (string | null)[] }> | undefined;
  private read = 0;
  private warming = false;

  constructor(private readonly store: Store) {
    this.titles = store.entries.map((entry) => fold(entry.title));
    this.heads = store.entries.map(headOf);
    this.texts = new Array(store.entries.length);
  }

  private async readMore(): Promise<void> {
    this.reading ??= this.store.texts();
    const next = await this.reading.next();
    if (next.done) {
      this.read = this.texts.length;
      return;
    }
    const { first, texts } = next.value;
    texts.forEach((text, i) => {
      this.texts[first + i] = text === null ? "" : fold(text);
    });
    this.read = Math.max(this.read, first + texts.length);
  }

  /** Reads the texts before a search asks for them. */
  async warm(): Promise<void> {
    if (this.warming) return;
    this.warming = true;
    while (this.read < this.texts.length) {
      await this.readMore();
      await pause();
    }
  }

  /**
   * Looks for a query, and tells now and then how far it is; the last report is complete.
   *
   * A search that another one replaced is to be ended by its signal.
   */
  async search(query: Query, signal: AbortSignal, report: (p: Progress) => void): Promise<void> {
    const total = this.heads.length;
    const ranks = new Uint8Array(total);
    let until = performance.now() + SLICE;
    let told = performance.now();
    for (let i = 0; i < total; i++) {
      if (i >= this.read) await this.readMore();
      ranks[i] = rank(query, this.titles[i]!, this.heads[i]!, this.texts[i] ?? "");
      if (i % 64 === 0 && performance.now() > until) {
        await pause();
        if (signal.aborted) return;
        if (performance.now() - told > 250) {
          report({ ranks: ranks.slice(), done: i, total });
          told = performance.now();
        }
        until = performance.now() + SLICE;
      }
    }
    if (!signal.aborted) report({ ranks, done: total, total });
  }
}

function headOf(entry: Entry): string {
  const { id, title, event, people, provinces, awards, givers } = entry;
  return fold([id, title, event ?? "", ...people, ...provinces, ...awards, ...givers].join("\n"));
}
