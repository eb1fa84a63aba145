/** What a search found, marked in its words. */

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Report } from "./app";
import type { Query } from "./search";
import { foldWithMap, visible } from "./text";

type Range = [number, number];

/** Where the query stands in a text, in order, without overlaps. */
export function hitsIn(text: string, query: Query): Range[] {
  const { text: folded, from } = foldWithMap(text);
  const terms = query.terms.some((term) => folded.includes(term)) ? query.terms : query.words;
  const found: Range[] = [];
  for (const term of terms) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
      found.push([from[at]!, from[at + term.length]!]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(
    ([start], i) =>
      i === 0 || start >= Math.max(...found.slice(Math.max(0, i - 4), i).map((r) => r[1])),
  );
}

/** A text with the query marked in it. */
export function Marked({ text, query }: { text: string; query: Query | null }) {
  if (!query) return <>{text}</>;
  const parts: ComponentChildren[] = [];
  let done = 0;
  for (const [start, end] of hitsIn(text, query)) {
    parts.push(text.slice(done, start), <mark>{text.slice(start, end)}</mark>);
    done = end;
  }
  parts.push(text.slice(done));
  return <>{parts}</>;
}

const BEFORE = 40;
const AFTER = 160;

interface Props {
  report: Report;
  ordinal: number;
  query: Query;
  fallback: ComponentChildren;
}

/** The words around the first place where the query stands in the article. */
export function Snippet({ report, ordinal, query, fallback }: Props) {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    setText(null);
    void report.store.article(ordinal).then((article) => {
      if (gone || !article?.text) return;
      const hit = hitsIn(article.text, query).find(
        ([start]) => start > report.entries[ordinal]!.title.length,
      );
      if (!hit) return;
      const from = Math.max(0, hit[0] - BEFORE);
      const piece = article.text.slice(from, hit[1] + AFTER).replace(/\s+/g, " ");
      setText(visible(`${from ? "…" : ""}${piece}`));
    });
    return () => {
      gone = true;
    };
  }, [report, ordinal, query]);
  return text === null ? <>{fallback}</> : <Marked text={text} query={query} />;
}
