/** On paper the list has all its articles, not only those on the screen. */

import { useLayoutEffect } from "preact/hooks";
import type { Report } from "./app";
import { useSettings } from "./settings";
import { visible } from "./text";

const MOST = 5000; // about a hundred pages

/** Puts a plain list into the page while it is printed. */
export function useListPrinting(report: Report, ordered: readonly number[]): void {
  const { t, format } = useSettings();
  useLayoutEffect(() => {
    let sheet: HTMLElement | null = null;
    const before = (): void => {
      sheet?.remove();
      sheet = document.createElement("ol");
      sheet.className = "paper";
      sheet.lang = "th";
      for (const ordinal of ordered.slice(0, MOST)) {
        const entry = report.entries[ordinal]!;
        const row = document.createElement("li");
        const title = document.createElement("b");
        title.textContent = visible(entry.title || entry.id);
        const day = entry.date ? format.day(entry.date) : "";
        const rest = [
          day,
          t.mode[entry.mode],
          ...entry.provinces,
          ...entry.people,
          ...entry.awards,
        ];
        const about = document.createElement("span");
        about.textContent = visible(rest.filter(Boolean).join(" · "));
        row.append(title, " ", about);
        sheet.append(row);
      }
      if (ordered.length > MOST) {
        const more = document.createElement("li");
        more.textContent = t.printMore(format.number(ordered.length - MOST));
        sheet.append(more);
      }
      document.body.append(sheet);
    };
    const after = (): void => {
      sheet?.remove();
      sheet = null;
    };
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
      after();
    };
  }, [report, ordered, t, format]);
}
