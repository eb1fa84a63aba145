/** The two screens: all articles, and one. */

import { useEffect, useMemo, useState } from "preact/hooks";
import { ArticleScreen } from "./article";
import { Store } from "./blocks";
import { Overview } from "./overview";
import type { Entry } from "./record";
import { go, useRoute, type Route } from "./route";
import { Searcher } from "./search";
import { SettingsBar, useSettings } from "./settings";
import { useSelection } from "./selection";

/** What the screens share. */
export interface Report {
  store: Store;
  searcher: Searcher;
  entries: readonly Entry[];
  /** What an article is called in the address: its id, made unique. */
  keys: readonly string[];
  ordinals: ReadonlyMap<string, number>;
}

function reportOf(store: Store): Report {
  const ordinals = new Map<string, number>();
  const keys = store.entries.map((entry, ordinal) => {
    let key = entry.id || `(${ordinal + 1})`;
    for (let n = 2; ordinals.has(key); n++) key = `${entry.id} (${n})`;
    ordinals.set(key, ordinal);
    return key;
  });
  return { store, searcher: new Searcher(store), entries: store.entries, keys, ordinals };
}

function useReport(): Report | Error | null {
  const [report, setReport] = useState<Report | Error | null>(null);
  useEffect(() => {
    if (typeof DecompressionStream === "undefined") {
      setReport(new Error("old"));
      return;
    }
    Store.open()
      .then((store) => setReport(reportOf(store)))
      .catch(() => setReport(new Error("broken")));
  }, []);
  return report;
}

/** The whole page. */
export function App({ title }: { title: string }) {
  const { t } = useSettings();
  const report = useReport();
  const route = useRoute();
  if (report === null) return <p class="notice">{t.loading}</p>;
  if (report instanceof Error) {
    return (
      <p class="notice" role="alert">
        {report.message === "old" ? t.old : t.broken}
      </p>
    );
  }
  return <Screens title={title} report={report} route={route} />;
}

function Screens({ title, report, route }: { title: string; report: Report; route: Route }) {
  const { t } = useSettings();
  const selection = useSelection(report, route);
  const ordinal = route.article === null ? null : (report.ordinals.get(route.article) ?? -1);
  const here = ordinal === null || ordinal < 0 ? null : report.entries[ordinal]!;
  useEffect(() => {
    document.title = here ? `${here.title || here.id} – ${title}` : title;
  }, [here, title]);
  const list = useMemo<Route>(() => ({ ...route, article: null, find: null }), [route]);
  return (
    <>
      <a
        class="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById("content")?.focus();
        }}
      >
        {ordinal === null ? t.skip : t.skipText}
      </a>
      <header class="top">
        <p class="brand" lang="th">
          {title}
        </p>
        <SettingsBar />
      </header>
      {ordinal === null ? (
        <Overview report={report} route={route} selection={selection} />
      ) : ordinal < 0 ? (
        <main class="notice" id="content" tabIndex={-1}>
          <p>{t.missing}</p>
          <button type="button" onClick={() => go(list)}>
            {t.back}
          </button>
        </main>
      ) : (
        <ArticleScreen
          key={ordinal}
          report={report}
          route={route}
          ordinal={ordinal}
          order={selection.ordered}
        />
      )}
    </>
  );
}
