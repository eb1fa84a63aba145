/** One article: its text with the finds drawn in it, and beside it its record. */

import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Report } from "./app";
import type { Opened } from "./blocks";
import { KINDS, findsOf, type Find, type Kind } from "./finds";
import { Portions } from "./portions";
import { RecordTable } from "./record-table";
import { go, hashOf, type Route } from "./route";
import { useSettings } from "./settings";
import { codePointOffsets, visible } from "./text";
import { useTooltip } from "./tooltip";

interface Props {
  report: Report;
  route: Route;
  ordinal: number;
  order: readonly number[];
}

/** How one find is chosen from anywhere on the screen. */
export interface Choice {
  chosen: string | null;
  href(path: string): string;
  choose(path: string, side: Side): void;
}
export type Side = "text" | "table";

// kept from article to article
let hiddenKinds: ReadonlySet<Kind> = new Set();
let named = false;

function useOpened(report: Report, ordinal: number): Opened | null | undefined {
  const [opened, setOpened] = useState<Opened | null | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    report.store
      .article(ordinal)
      .then((article) => !gone && setOpened(article ?? null))
      .catch(() => !gone && setOpened(null));
    return () => {
      gone = true;
    };
  }, [report, ordinal]);
  return opened;
}

/** Finds with their places in JavaScript's counting as well. */
function placed(opened: Opened): Find[] {
  const finds = findsOf(opened.record);
  if (opened.text === null) return finds;
  const unit = codePointOffsets(opened.text);
  return finds.map((find) => ({ ...find, start: unit(find.place[0]), end: unit(find.place[1]) }));
}

export function ArticleScreen({ report, route, ordinal, order }: Props) {
  const { t } = useSettings();
  const entry = report.entries[ordinal]!;
  const opened = useOpened(report, ordinal);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    title.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main class="article" id="content" tabIndex={-1}>
      <Steps report={report} route={route} ordinal={ordinal} order={order} />
      <h1 ref={title} tabIndex={-1} lang="th">
        {visible(entry.title || entry.id) || t.noHeadline}
      </h1>
      {opened === null && (
        <p class="notice" role="alert">
          {t.broken}
        </p>
      )}
      {opened && <Panes opened={opened} route={route} />}
    </main>
  );
}

function Steps({ report, route, ordinal, order }: Props) {
  const { t, format } = useSettings();
  const at = order.indexOf(ordinal);
  const link = (index: number, label: string, sign: string) => {
    const key = report.keys[order[index] ?? -1];
    if (at < 0 || key === undefined) {
      return (
        <span class="step" aria-disabled="true">
          {sign === "‹" ? `${sign} ${label}` : `${label} ${sign}`}
        </span>
      );
    }
    const target = { ...route, article: key, find: null };
    return (
      <a
        class="step"
        href={hashOf(target)}
        onClick={(event) => {
          event.preventDefault();
          go(target);
        }}
      >
        {sign === "‹" ? `${sign} ${label}` : `${label} ${sign}`}
      </a>
    );
  };
  const list = { ...route, article: null, find: null };
  return (
    <nav class="steps" aria-label={t.results}>
      <a
        class="step"
        href={hashOf(list)}
        onClick={(event) => {
          event.preventDefault();
          go(list);
        }}
      >
        ← {t.back}
      </a>
      <span class="gap" />
      {link(at - 1, t.previous, "‹")}
      {at >= 0 && (
        <span class="position">
          {t.position(format.number(at + 1), format.number(order.length))}
        </span>
      )}
      {link(at + 1, t.next, "›")}
    </nav>
  );
}

function Panes({ opened, route }: { opened: Opened; route: Route }) {
  const { t } = useSettings();
  const finds = useMemo(() => placed(opened), [opened]);
  const [hidden, setHidden] = useState<ReadonlySet<Kind>>(hiddenKinds);
  const [names, setNames] = useState(named);
  const panes = useRef<HTMLDivElement>(null);
  const side = useRef<Side | null>(null);
  const tooltip = useTooltip(finds);
  const choice: Choice = {
    chosen: route.find,
    href: (path) => hashOf({ ...route, find: path }),
    choose(path, from) {
      side.current = from;
      go({ ...route, find: path }, true);
    },
  };
  // what was clicked is in sight; the other side comes to it
  useEffect(() => {
    if (!route.find) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    for (const name of ["text", "table"] as const) {
      if (name === side.current) continue;
      panes.current
        ?.querySelector(`.pane-${name} .on`)
        ?.scrollIntoView({ block: "center", behavior: calm || !side.current ? "auto" : "smooth" });
    }
    side.current = null;
  }, [route.find]);
  const toggle = (kind: Kind): void => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    hiddenKinds = next;
    setHidden(next);
  };
  return (
    <>
      {opened.text !== null && (
        <Legend finds={finds} hidden={hidden} onToggle={toggle}>
          <label class="picker">
            <input
              type="checkbox"
              checked={names}
              onChange={(event) => setNames((named = event.currentTarget.checked))}
            />
            {t.nameKinds}
          </label>
        </Legend>
      )}
      <div class="panes" ref={panes} {...tooltip.watch}>
        <section class="pane pane-text" aria-label={t.text}>
          {opened.text === null ? (
            <p class="notice">{t.noText}</p>
          ) : (
            <Portions
              text={opened.text}
              finds={finds}
              hidden={hidden}
              choice={choice}
              named={names}
            />
          )}
        </section>
        <section class="pane pane-table" aria-label={t.record}>
          <RecordTable record={opened.record} finds={finds} choice={choice} />
        </section>
      </div>
      {tooltip.element}
    </>
  );
}

interface LegendProps {
  finds: readonly Find[];
  hidden: ReadonlySet<Kind>;
  onToggle(kind: Kind): void;
  children: ComponentChildren;
}

function Legend({ finds, hidden, onToggle, children }: LegendProps) {
  const { t, format } = useSettings();
  return (
    <div class="legend" role="group" aria-label={t.legend}>
      {KINDS.map((kind) => {
        const n = finds.filter((find) => find.kind === kind && !find.quiet).length;
        return (
          <button
            key={kind}
            type="button"
            aria-pressed={!hidden.has(kind)}
            disabled={!n}
            onClick={() => onToggle(kind)}
          >
            <span class={`f k-${kind} l0`}>{t.kind[kind]}</span>{" "}
            <span class="n">{format.number(n)}</span>
          </button>
        );
      })}
      {children}
    </div>
  );
}
