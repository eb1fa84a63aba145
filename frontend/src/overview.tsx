/** The first screen: search, filters, pictures of the whole, and the articles. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { Report } from "./app";
import { Charts } from "./charts";
import { Combobox } from "./combobox";
import { FACETS, ORDERS, ranked, type Facet, type Filters, type Order } from "./facets";
import { ArticleList } from "./list";
import { go, type Route } from "./route";
import type { Selection } from "./selection";
import { useSettings } from "./settings";

const BOXES = ["person", "province", "award", "giver", "mode", "month"] as const;

/** How a facet's value is called. */
export function useLabel(): (facet: Facet, value: string) => string {
  const { t, format } = useSettings();
  return (facet, value) => {
    if (facet === "mode") return t.mode[value] ?? value;
    return facet === "month" ? format.month(value) : value;
  };
}

/** The filters with one value put in, or taken out if it was in. */
export function toggled(filters: Filters, facet: Facet, value: string): Filters {
  const chosen = filters[facet];
  const next = chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value];
  return { ...filters, [facet]: next };
}

interface Props {
  report: Report;
  route: Route;
  selection: Selection;
}

export function Overview({ report, route, selection }: Props) {
  const { t } = useSettings();
  const [unfolded, setUnfolded] = useState(false); // on narrow screens only
  const toggle = (facet: Facet, value: string): void =>
    go({ ...route, filters: toggled(route.filters, facet, value) });
  return (
    <div class={unfolded ? "overview unfolded" : "overview"}>
      <div role="search" class="asks" aria-label={t.filters}>
        <SearchBox route={route} onFocus={() => void report.searcher.warm()} />
        <button
          type="button"
          class="unfold"
          aria-expanded={unfolded}
          aria-controls="boxes charts"
          onClick={() => setUnfolded(!unfolded)}
        >
          {t.unfold}
        </button>
        <div class="boxes" id="boxes">
          {BOXES.map((facet) => (
            <Combobox
              key={facet}
              facet={facet}
              values={ranked(selection.filtered.counts[facet], route.filters[facet])}
              chosen={route.filters[facet]}
              onToggle={(value) => toggle(facet, value)}
            />
          ))}
        </div>
      </div>
      <aside id="charts" class="charts" aria-label={t.charts}>
        <Charts filtered={selection.filtered} filters={route.filters} route={route} />
      </aside>
      <main id="content" tabIndex={-1} aria-labelledby="results">
        <Results report={report} route={route} selection={selection} />
      </main>
    </div>
  );
}

const TYPING = 180; // milliseconds without a key before a search starts

function SearchBox({ route, onFocus }: { route: Route; onFocus(): void }) {
  const { t } = useSettings();
  const [text, setText] = useState(route.q);
  const sent = useRef(route.q);
  const timer = useRef(0);
  const latest = useRef(route);
  latest.current = route;
  useEffect(() => {
    if (route.q !== sent.current) setText((sent.current = route.q)); // the back button
  }, [route.q]);
  const send = (value: string): void => {
    clearTimeout(timer.current);
    // one step back leads out of the search, not through every letter
    const typingOn = latest.current.q !== "" && value !== "";
    sent.current = value;
    go({ ...latest.current, q: value }, typingOn);
  };
  const put = (value: string): void => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => send(value), TYPING);
  };
  return (
    <form
      class="searchbox"
      onSubmit={(event) => {
        event.preventDefault();
        send(text);
      }}
    >
      <label for="q">{t.search}</label>
      <input
        id="q"
        type="search"
        lang="th"
        autocomplete="off"
        spellcheck={false}
        placeholder={t.searchHint}
        aria-describedby="q-hint"
        value={text}
        onFocus={onFocus}
        onInput={(event) => put(event.currentTarget.value)}
      />
      <span id="q-hint" class="unseen">
        {t.searchHint}
      </span>
    </form>
  );
}

function Chips({ route }: { route: Route }) {
  const { t } = useSettings();
  const label = useLabel();
  const chosen = FACETS.flatMap((facet) =>
    route.filters[facet].map((value) => [facet, value] as const),
  );
  if (!chosen.length) return null;
  const none = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Filters;
  return (
    <ul class="chips">
      {chosen.map(([facet, value]) => (
        <li key={`${facet} ${value}`}>
          <button
            type="button"
            aria-label={t.remove(`${t.facet[facet]}: ${label(facet, value)}`)}
            onClick={() => go({ ...route, filters: toggled(route.filters, facet, value) })}
          >
            <span class="chip-facet">{t.facet[facet]}</span>
            <span lang="th">{label(facet, value)}</span>
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" class="plain" onClick={() => go({ ...route, filters: none })}>
          {t.clearAll}
        </button>
      </li>
    </ul>
  );
}

function Results({ report, route, selection }: Props) {
  const { t, format } = useSettings();
  const { progress, query, ordered, order } = selection;
  const total = report.entries.length;
  const n = format.number;
  const running = query !== null && (progress === null || progress.done < progress.total);
  const count =
    ordered.length < total
      ? t.of(n(ordered.length), n(total))
      : total === 1
        ? t.oneArticle
        : t.articles(n(total));
  const status = running ? t.searching(n(progress?.done ?? 0), n(total)) : count;
  return (
    <>
      <div class="results-head">
        <h1 id="results">{t.results}</h1>
        <p class="count" role="status" aria-live="polite">
          {status}
        </p>
        <label class="picker">
          <span>{t.sort}</span>
          <select
            value={order}
            onChange={(event) => go({ ...route, order: event.currentTarget.value as Order })}
          >
            {ORDERS.filter((name) => name !== "relevance" || query).map((name) => (
              <option key={name} value={name}>
                {t.order[name]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Chips route={route} />
      {ordered.length || running ? (
        <ArticleList report={report} route={route} ordered={ordered} query={query} />
      ) : (
        <div class="empty">
          <p>{t.noMatch}</p>
          {total > 0 && <p>{t.noMatchHint}</p>}
        </div>
      )}
    </>
  );
}
