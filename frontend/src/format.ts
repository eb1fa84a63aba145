/** Numbers and days as people read them; Thai ones in the Buddhist Era. */

import type { Language } from "./messages";

export interface Format {
  number(value: number): string;
  /** `2021`, `2021-09`, `2021-09-16` or `A/B`, as far as it is one. */
  day(iso: string): string;
  /** `2021-09` or `2021`, short. */
  month(iso: string): string;
  share(value: number): string;
}

const LOCALE: Record<Language, string> = { en: "en-GB", th: "th-TH-u-ca-buddhist-nu-latn" };

/** The formats of a language. */
export function formatIn(language: Language): Format {
  const locale = LOCALE[language];
  const numbers = new Intl.NumberFormat(locale);
  const utc = { timeZone: "UTC" } as const;
  const year = new Intl.DateTimeFormat(locale, { ...utc, year: "numeric" });
  const month = new Intl.DateTimeFormat(locale, { ...utc, year: "numeric", month: "short" });
  const day = new Intl.DateTimeFormat(locale, {
    ...utc,
    year: "numeric",
    month: "short",
    day: "numeric",
  });
  const one = (iso: string): string => {
    const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
    if (!found) return iso;
    const [, y, m, d] = found;
    const date = new Date(Date.UTC(Number(y), Number(m ?? 1) - 1, Number(d ?? 1)));
    if (d) return day.format(date);
    // without its era: Thai readers take a year for Buddhist, and the label has no room
    if (m) return month.format(date);
    return language === "th" ? String(Number(y) + 543) : year.format(date);
  };
  return {
    number: (value) => numbers.format(value),
    day: (iso) => iso.split("/").map(one).join(" – "),
    month: one,
    // rounded down: nothing is certain
    share: (value) => `${Math.floor(value * 100)}%`,
  };
}
