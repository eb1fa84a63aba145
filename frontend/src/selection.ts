/** Which articles the query and the filters leave, and in which order. */

import { useEffect, useMemo, useState } from "preact/hooks";
import type { Report } from "./app";
import { filter, sorted, type Filtered, type Order } from "./facets";
import type { Route } from "./route";
import { parse, type Progress, type Query } from "./search";

export interface Selection {
  query: Query | null;
  progress: Progress | null;
  filtered: Filtered;
  ordered: number[];
  order: Order;
}

/** Searches, filters and sorts, each only when what it depends on has changed. */
export function useSelection(report: Report, route: Route): Selection {
  const { entries, searcher } = report;
  const [progress, setProgress] = useState<Progress | null>(null);
  const query = useMemo(() => {
    const read = parse(route.q);
    return read.terms.length ? read : null;
  }, [route.q]);
  useEffect(() => {
    if (!query) {
      setProgress(null);
      return;
    }
    const control = new AbortController();
    void searcher.search(query, control.signal, setProgress);
    return () => control.abort();
  }, [query, searcher]);
  const found = query ? (progress?.ranks ?? null) : null;
  const key = JSON.stringify(route.filters);
  const filtered = useMemo(() => filter(entries, found, route.filters), [entries, found, key]);
  const order = route.order ?? (query ? "relevance" : "newest");
  const ordered = useMemo(
    () => sorted(filtered.kept, entries, order, found),
    [filtered, entries, order, found],
  );
  return { query, progress: query ? progress : null, filtered, ordered, order };
}
