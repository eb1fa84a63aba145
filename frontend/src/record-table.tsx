/** The record as a table; every value that was read from the text leads to its words. */

import type { ComponentChildren } from "preact";
import type { Choice } from "./article";
import type { Find } from "./finds";
import type { Award, NewsRecord, Person, Venue } from "./record";
import { useSettings } from "./settings";
import { visible } from "./text";

interface Props {
  record: NewsRecord;
  finds: readonly Find[];
  choice: Choice;
}

interface Pieces {
  /** A value as a link to its words. */
  piece(path: string, text: string): ComponentChildren;
  /** Links to further places of the same value. */
  further(paths: string[]): ComponentChildren;
}

/** The record of an article. */
export function RecordTable({ record, finds, choice }: Props) {
  const { t, format } = useSettings();
  const indices = new Map(finds.map((find, index) => [find.path, index]));
  const link = (path: string, text: string, label?: string) => {
    const index = indices.get(path);
    const find = index === undefined ? undefined : finds[index];
    if (!find) return <span>{visible(text)}</span>;
    const on = choice.chosen === path;
    return (
      <a
        class={on ? "value on" : "value"}
        href={choice.href(path)}
        data-finds={String(index)}
        aria-label={label}
        aria-current={on ? "true" : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          event.stopPropagation();
          choice.choose(path, "table");
        }}
      >
        <span class={`f k-${find.kind} l0`}>{visible(text)}</span>
      </a>
    );
  };
  const pieces: Pieces = {
    piece: (path, text) => link(path, text),
    further: (paths) =>
      paths.length > 0 && (
        <span class="further">
          {paths.map((path, i) => (
            <span key={path}> {link(path, String(i + 2), t.mentionN(String(i + 2)))}</span>
          ))}
        </span>
      ),
  };
  const { event, mode, byline } = record;
  const { piece, further } = pieces;
  const when = [event.start, event.end].filter((day): day is string => day !== null);
  const days = when.map(format.day).join(" – ");
  const evidenceOf = (channel: string): string[] =>
    mode.evidence.flatMap((e, i) => (e.channel === channel ? [`mode.evidence.${i}`] : []));
  const channels = (names: readonly string[]) =>
    names.map((name) => {
      const [first, ...rest] = evidenceOf(name);
      return (
        <li key={name}>
          {first ? piece(first, t.channel[name] ?? name) : name}
          {further(rest)}
        </li>
      );
    });
  const presence = evidenceOf("onsite");
  return (
    <table class="record">
      <caption class="unseen">{t.record}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{t.field}</th>
          <th scope="col">{t.valueColumn}</th>
          <th scope="col">{t.sure}</th>
        </tr>
      </thead>
      <Section name={t.section.event}>
        {event.name !== null && (
          <Row name={t.row.name} sure={event.confidence} choice={choice}>
            {piece("event.name", event.name)}
          </Row>
        )}
        {(days || event.when.length > 0) && (
          <Row name={t.row.when} sure={event.confidence} choice={choice}>
            {event.when.length ? (
              piece(
                "event.when.0",
                [days, event.time].filter(Boolean).join(", ") || event.when[0]!.text,
              )
            ) : (
              <span>{[days, event.time].filter(Boolean).join(", ")}</span>
            )}
            {further(event.when.slice(1).map((_, i) => `event.when.${i + 1}`))}{" "}
            {when.length > 0 && <span class="iso">{when.join(" / ")}</span>}
          </Row>
        )}
        <Row name={t.row.mode} sure={mode.confidence} choice={choice}>
          {presence[0]
            ? piece(presence[0], t.mode[mode.mode] ?? mode.mode)
            : (t.mode[mode.mode] ?? mode.mode)}
          {further(presence.slice(1))}
        </Row>
        {mode.platforms.length > 0 && (
          <Row name={t.row.platforms} sure={mode.confidence} choice={choice}>
            <ul class="inline">{channels(mode.platforms)}</ul>
          </Row>
        )}
        {mode.broadcasts.length > 0 && (
          <Row name={t.row.broadcasts} sure={mode.confidence} choice={choice}>
            <ul class="inline">{channels(mode.broadcasts)}</ul>
          </Row>
        )}
      </Section>
      {record.venues.length > 0 && (
        <Section name={t.section.venues} count={record.venues.length}>
          {record.venues.map((venue, i) => (
            <VenueRow key={i} venue={venue} at={`venues.${i}`} pieces={pieces} choice={choice} />
          ))}
        </Section>
      )}
      {record.people.length > 0 && (
        <Section name={t.section.people} count={record.people.length}>
          {record.people.map((person, i) => (
            <PersonRow key={i} person={person} at={`people.${i}`} pieces={pieces} choice={choice} />
          ))}
        </Section>
      )}
      {record.awards.length > 0 && (
        <Section name={t.section.awards} count={record.awards.length}>
          {record.awards.map((award, i) => (
            <AwardRow key={i} award={award} at={`awards.${i}`} pieces={pieces} choice={choice} />
          ))}
        </Section>
      )}
      {record.dates.length > 0 && (
        <Section name={t.section.dates} count={record.dates.length}>
          {record.dates.map((date, i) => (
            <Row
              key={i}
              name={t.part[date.kind] ?? date.kind}
              sure={date.confidence}
              choice={choice}
            >
              {piece(`dates.${i}`, date.text)} <span class="iso">{date.value ?? date.reason}</span>
            </Row>
          ))}
        </Section>
      )}
      <Section name={t.section.page}>
        <Row name={t.row.id} choice={choice}>
          <span>{visible(record.id)}</span>
        </Row>
        {record.url && (
          <Row name={t.row.url} choice={choice}>
            <Address url={record.url} />
          </Row>
        )}
        {record.published && (
          <Row name={t.row.published} choice={choice}>
            {piece("published_span", format.day(record.published))}{" "}
            <span class="iso">{record.published}</span>
          </Row>
        )}
        {(byline.source ?? record.source) !== null && (
          <Row name={t.row.source} choice={choice}>
            {byline.source ? (
              piece("byline.source", byline.source.text)
            ) : (
              <span>{visible(record.source!)}</span>
            )}
          </Row>
        )}
        {byline.reporter && (
          <Row name={t.row.reporter} choice={choice}>
            {piece("byline.reporter", byline.reporter.text)}
          </Row>
        )}
        {byline.editor && (
          <Row name={t.row.editor} choice={choice}>
            {piece("byline.editor", byline.editor.text)}
          </Row>
        )}
        {byline.views !== null && (
          <Row name={t.row.views} choice={choice}>
            {piece("byline.views_span", format.number(byline.views))}
          </Row>
        )}
      </Section>
    </table>
  );
}

/** An address is foreign: only the web's own kinds become links. */
function Address({ url }: { url: string }) {
  return /^https?:\/\//i.test(url) ? (
    <a href={url} rel="noopener noreferrer external" target="_blank">
      {visible(url)}
    </a>
  ) : (
    <span>{visible(url)}</span>
  );
}

function Section({
  name,
  count,
  children,
}: {
  name: string;
  count?: number;
  children: ComponentChildren;
}) {
  const { format } = useSettings();
  return (
    <tbody>
      <tr class="section">
        <th colSpan={3} scope="rowgroup">
          {name} {count !== undefined && <span class="n">{format.number(count)}</span>}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

interface RowProps {
  name: ComponentChildren;
  sure?: number;
  choice: Choice;
  children: ComponentChildren;
}

/** A row; a click anywhere on it goes where its first link goes. */
function Row({ name, sure, children }: RowProps) {
  const { format } = useSettings();
  return (
    <tr
      onClick={(event) => {
        if ((event.target as Element).closest("a") || getSelection()?.toString()) return;
        event.currentTarget.querySelector<HTMLElement>("a.value")?.click();
      }}
    >
      <th scope="row">{name}</th>
      <td lang="th">{children}</td>
      <td class="sure">{sure !== undefined && format.share(sure)}</td>
    </tr>
  );
}

interface PartProps {
  at: string;
  pieces: Pieces;
  choice: Choice;
}

function Part({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="part">
      <span class="part-name" lang={document.documentElement.lang}>
        {name}
      </span>{" "}
      <span>{children}</span>
    </div>
  );
}

function VenueRow({ venue, at, pieces, choice }: PartProps & { venue: Venue }) {
  const { t } = useSettings();
  const areas = (["subdistrict", "district", "province"] as const).filter((level) => venue[level]);
  return (
    <Row name={t.kind.venue} sure={venue.confidence} choice={choice}>
      {pieces.piece(at, venue.text)}
      {(["room", "floor", "building", "site"] as const).map(
        (part) =>
          venue[part] &&
          venue[part].text !== venue.text && (
            <Part key={part} name={t.part[part]!}>
              {pieces.piece(`${at}.${part}`, venue[part].text)}
            </Part>
          ),
      )}
      {areas.map((level) => (
        <Part key={level} name={t.area[level]}>
          {venue[level]}{" "}
          {venue[`${level}_code`] && <span class="code">{venue[`${level}_code`]}</span>}
        </Part>
      ))}
    </Row>
  );
}

function PersonRow({ person, at, pieces, choice }: PartProps & { person: Person }) {
  const { t } = useSettings();
  const name = `${person.honorific ?? ""} ${person.name}`.trim();
  return (
    <Row name={t.kind.person} sure={person.confidence} choice={choice}>
      {pieces.piece(`${at}.mentions.0`, name)}
      {pieces.further(person.mentions.slice(1).map((_, i) => `${at}.mentions.${i + 1}`))}
      {person.titles.map((title, j) => (
        <Part key={j} name={t.kind.title}>
          {pieces.piece(`${at}.titles.${j}`, title.text)}{" "}
          {title.canonical && title.canonical !== title.text && (
            <span class="iso">{visible(title.canonical)}</span>
          )}
        </Part>
      ))}
      {person.roles.map((role) => {
        const [first, ...rest] = person.role_evidence.flatMap((e, j) =>
          e.role === role ? [`${at}.role_evidence.${j}`] : [],
        );
        const label = t.role[role] ?? role;
        return (
          <Part key={role} name={t.kind.role}>
            {first ? pieces.piece(first, label) : label}
            {pieces.further(rest)}
          </Part>
        );
      })}
    </Row>
  );
}

function AwardRow({ award, at, pieces, choice }: PartProps & { award: Award }) {
  const { t, format } = useSettings();
  return (
    <Row name={t.kind.award} sure={award.confidence} choice={choice}>
      {pieces.piece(at, award.name)}
      {(["category", "level"] as const).map(
        (part) =>
          award[part] && (
            <Part key={part} name={t.part[part]!}>
              {pieces.piece(`${at}.${part}`, award[part].text)}
            </Part>
          ),
      )}
      {award.year !== null && (
        <Part name={t.part.year!}>
          {pieces.piece(`${at}.year_span`, format.month(String(award.year)))}
        </Part>
      )}
      {award.giver && (
        <Part name={t.part.giver!}>{pieces.piece(`${at}.giver`, award.giver.text)}</Part>
      )}
      {award.recipients.map((recipient, j) => (
        <Part key={j} name={t.part.recipient!}>
          {pieces.piece(`${at}.recipients.${j}`, recipient.text)}
        </Part>
      ))}
    </Row>
  );
}
