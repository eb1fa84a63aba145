/** The articles, as many rows as fit: tens of thousands of them stay quick. */

import {
  Virtualizer,
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  windowScroll,
} from "@tanstack/virtual-core";
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";
import type { Report } from "./app";
import { useListPrinting } from "./print";
import type { Entry } from "./record";
import { go, hashOf, type Route } from "./route";
import type { Query } from "./search";
import { useSettings } from "./settings";
import { Marked, Snippet } from "./snippet";
import { visible } from "./text";

interface Props {
  report: Report;
  route: Route;
  ordered: readonly number[];
  query: Query | null;
}

// Where the reader was when they opened an article, so that they come back to it.
let opened: { ordinal: number; scroll: number } | null = null;

const STEPS: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/** The height of a row: it follows the reader's size of letters, and the width of the screen. */
function rowHeight(): number {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return rem * (matchMedia("(max-width: 44rem)").matches ? 6.5 : 4.5);
}

function useVirtualizer(count: number, margin: number, kept: number) {
  const [, again] = useReducer((n: number) => n + 1, 0);
  const [height, setHeight] = useState(rowHeight);
  const options = {
    count,
    getScrollElement: () => window,
    estimateSize: () => height,
    overscan: 6,
    scrollMargin: margin,
    initialOffset: () => scrollY,
    scrollPaddingStart: height,
    scrollPaddingEnd: height,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    // the row with the focus stays in the page wherever it is scrolled to
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const rows = defaultRangeExtractor(range);
      return kept < 0 || kept >= count || rows.includes(kept)
        ? rows
        : [...rows, kept].sort((a, b) => a - b);
    },
    onChange: () => again(0),
  };
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLLIElement>(options));
  virtualizer.setOptions(options);
  useEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  useEffect(() => {
    const resized = (): void => setHeight(rowHeight());
    addEventListener("resize", resized);
    return () => removeEventListener("resize", resized);
  }, []);
  useLayoutEffect(() => virtualizer.measure(), [height]);
  return virtualizer;
}

export function ArticleList({ report, route, ordered, query }: Props) {
  const { t } = useSettings();
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  const [at, setAt] = useState(() => (opened ? ordered.indexOf(opened.ordinal) : -1));
  const wanted = useRef(-1);
  const virtualizer = useVirtualizer(ordered.length, margin, at);
  useListPrinting(report, ordered);

  useLayoutEffect(() => {
    const top = (list.current?.getBoundingClientRect().top ?? 0) + scrollY;
    if (Math.abs(top - margin) > 1) setMargin(top);
  });
  useLayoutEffect(() => {
    if (opened) {
      scrollTo(0, opened.scroll);
      wanted.current = ordered.indexOf(opened.ordinal);
      opened = null;
    }
  }, []);
  useEffect(() => {
    if (wanted.current < 0) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"] a`);
    if (!row) return;
    row.focus({ preventScroll: true });
    wanted.current = -1;
  });

  const items = virtualizer.getVirtualItems();
  const stop = items.some((item) => item.index === at) ? at : (items[0]?.index ?? 0);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = Math.min(Math.max(stop + step, 0), ordered.length - 1);
    wanted.current = next;
    setAt(next);
    virtualizer.scrollToIndex(next, { align: "auto" });
  };
  return (
    <ul
      ref={list}
      class="rows"
      aria-label={t.results}
      style={{ height: `${virtualizer.getTotalSize()}px` }}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => {
        const ordinal = ordered[item.index]!;
        return (
          <li
            key={ordinal}
            data-row={item.index}
            aria-setsize={ordered.length}
            aria-posinset={item.index + 1}
            style={{
              height: `${item.size}px`,
              transform: `translateY(${item.start - virtualizer.options.scrollMargin}px)`,
            }}
          >
            <Row
              report={report}
              ordinal={ordinal}
              query={query}
              href={hashOf({ ...route, article: report.keys[ordinal]!, find: null })}
              tabIndex={item.index === stop ? 0 : -1}
              onFocus={() => setAt(item.index)}
              onOpen={() => {
                opened = { ordinal, scroll: scrollY };
                go({ ...route, article: report.keys[ordinal]!, find: null });
              }}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface RowProps {
  report: Report;
  ordinal: number;
  query: Query | null;
  href: string;
  tabIndex: number;
  onFocus(): void;
  onOpen(): void;
}

function Row({ report, ordinal, query, href, tabIndex, onFocus, onOpen }: RowProps) {
  const { t, format } = useSettings();
  const entry = report.entries[ordinal]!;
  return (
    <a
      href={href}
      tabIndex={tabIndex}
      onFocus={onFocus}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onOpen();
      }}
    >
      <span class="day">{entry.date ? format.day(entry.date) : t.noDay}</span>
      <span class="headline" lang="th">
        <Marked text={visible(entry.title || entry.id) || t.noHeadline} query={query} />
      </span>
      {entry.mode !== "unspecified" && (
        <span class={`mode-tag m-${entry.mode}`}>{t.mode[entry.mode]}</span>
      )}
      <span class="about" lang="th">
        {query ? (
          <Snippet
            report={report}
            ordinal={ordinal}
            query={query}
            fallback={<About entry={entry} />}
          />
        ) : (
          <About entry={entry} />
        )}
      </span>
    </a>
  );
}

const NAMED = 3;

function About({ entry }: { entry: Entry }) {
  const { t } = useSettings();
  const some = (values: string[]): string => {
    const more = values.length - NAMED;
    const named = values.slice(0, NAMED).map(visible).join(", ");
    return more > 0 ? `${named} ${t.andMore(String(more))}` : named;
  };
  const parts = [
    ["venue", entry.provinces],
    ["person", entry.people],
    ["award", entry.awards],
  ] as const;
  return (
    <>
      {parts.map(
        ([kind, values]) =>
          values.length > 0 && (
            <span key={kind} class={`about-part k-${kind}`}>
              <span class="unseen" lang={document.documentElement.lang}>
                {t.kind[kind]}:{" "}
              </span>
              {some(values)}{" "}
            </span>
          ),
      )}
    </>
  );
}
