/** Every find of a record with its place: what is drawn in the text and named in the table. */

import type { NewsRecord, Span } from "./record";

export const KINDS = [
  "person",
  "title",
  "role",
  "award",
  "venue",
  "event",
  "date",
  "mode",
  "byline",
] as const;
export type Kind = (typeof KINDS)[number];

export interface Find {
  /** Where it stands in the record: `people.0.mentions.1`. */
  path: string;
  kind: Kind;
  /** Which part of the find it is, a key of the messages: `mention`, `giver`. */
  part: string;
  /** Where its words are, in code points, as the record says. */
  place: readonly [number, number];
  /** The same in UTF-16 units, as JavaScript counts. */
  start: number;
  end: number;
  text: string;
  /** What was read from the words, where that differs from them. */
  value: string | null;
  confidence: number | null;
  /** Not drawn but while it is chosen: a part of another find, or the same words again. */
  quiet: boolean;
}

/** The finds of a record, in the order of its fields. */
export function findsOf(record: NewsRecord): Find[] {
  const finds: Find[] = [];
  const drawn = new Set<string>();
  const add = (
    path: string,
    kind: Kind,
    part: string,
    span: Span | null,
    confidence: number | null,
    value: string | null = null,
    isPart = false,
  ): void => {
    if (!span) return;
    const { start, end, text } = span;
    const said = value === text ? null : value;
    const place = [start, end] as const;
    // one award name may serve several awards: one line below it is enough
    const same = `${kind} ${start} ${end}`;
    const quiet = isPart || drawn.has(same);
    if (!quiet) drawn.add(same);
    finds.push({ path, kind, part, place, start, end, text, value: said, confidence, quiet });
  };

  const { event, mode, byline } = record;
  if (event.name !== null && event.name_span) {
    const span = { text: event.name, ...event.name_span };
    add("event.name", "event", "eventName", span, event.confidence);
  }
  const when = [event.start, event.end, event.time].filter(Boolean).join(" ") || null;
  event.when.forEach((span, i) => {
    add(`event.when.${i}`, "event", "eventWhen", span, event.confidence, when);
  });
  mode.evidence.forEach((span, i) => {
    add(`mode.evidence.${i}`, "mode", "channel", span, mode.confidence, span.channel);
  });
  record.venues.forEach((venue, i) => {
    const areas = [venue.subdistrict, venue.district, venue.province].filter(Boolean).join(" · ");
    const at = `venues.${i}`;
    add(at, "venue", "venue", venue, venue.confidence, areas || null);
    for (const part of ["room", "floor", "building", "site"] as const) {
      add(`${at}.${part}`, "venue", part, venue[part], venue.confidence, null, true);
    }
  });
  record.people.forEach((person, i) => {
    const at = `people.${i}`;
    person.mentions.forEach((span, j) => {
      const name = `${person.honorific ?? ""} ${person.name}`.trim();
      add(`${at}.mentions.${j}`, "person", "mention", span, person.confidence, name);
    });
    person.titles.forEach((title, j) => {
      const path = `${at}.titles.${j}`;
      add(path, "title", "title", title, title.confidence, title.canonical || null);
      const office = title.canonical_office || null;
      const body = title.canonical_organisation;
      add(`${path}.office`, "title", "office", title.office, title.confidence, office, true);
      const whole = title.organisation;
      add(`${path}.organisation`, "title", "organisation", whole, title.confidence, body, true);
    });
    person.role_evidence.forEach((span, j) => {
      add(`${at}.role_evidence.${j}`, "role", "role", span, span.confidence, span.role);
    });
  });
  record.awards.forEach((award, i) => {
    const at = `awards.${i}`;
    const sure = award.confidence;
    const name = { text: award.name, start: award.start, end: award.end };
    add(at, "award", "awardName", name, sure, award.canonical || null);
    add(`${at}.category`, "award", "category", award.category, sure);
    add(`${at}.level`, "award", "level", award.level, sure);
    const year = award.year === null ? null : String(award.year);
    add(`${at}.year_span`, "award", "year", award.year_span, sure, year);
    add(`${at}.giver`, "award", "giver", award.giver, sure);
    award.recipients.forEach((span, j) => {
      add(`${at}.recipients.${j}`, "award", "recipient", span, sure);
    });
  });
  record.dates.forEach((date, i) => {
    add(`dates.${i}`, "date", date.kind, date, date.confidence, date.value ?? date.reason);
  });
  add("published_span", "date", "published", record.published_span, null, record.published);
  add("byline.source", "byline", "source", byline.source, null);
  add("byline.reporter", "byline", "reporter", byline.reporter, null);
  add("byline.editor", "byline", "editor", byline.editor, null);
  const views = byline.views === null ? null : String(byline.views);
  add("byline.views_span", "byline", "views", byline.views_span, null, views);
  return finds;
}
