/** Pictures of the whole. Every bar is a button that filters. */

import { max, ticks } from "d3-array";
import { useMemo, useState } from "preact/hooks";
import { axisOf, gather, type Axis, type Unit } from "./axis";
import { ranked, type Facet, type Filtered, type Filters } from "./facets";
import { toggled, useLabel } from "./overview";
import { useRoving } from "./roving";
import { go, type Route } from "./route";
import { useSettings } from "./settings";

const MODES = ["onsite", "hybrid", "online", "unspecified"];
interface Props {
  filtered: Filtered;
  filters: Filters;
  route: Route;
}

export function Charts({ filtered, filters, route }: Props) {
  const { counts, modeByMonth } = filtered;
  const months = useMemo(
    () => [...new Set([...counts.month.keys(), ...modeByMonth.keys()])],
    [counts, modeByMonth],
  );
  const [unit, setUnit] = useState<Unit | null>(null);
  const axis = useMemo(
    () => axisOf(months, filters.month, unit),
    [months, filters.month.join(), unit],
  );
  return (
    <>
      <Months counts={counts.month} axis={axis} route={route} onUnit={setUnit} />
      <Modes modeByMonth={modeByMonth} axis={axis} route={route} />
      <Bars facet="province" counts={counts.province} route={route} />
      <Bars facet="giver" counts={counts.giver} route={route} />
    </>
  );
}

function toggle(route: Route, facet: Facet, value: string): void {
  go({ ...route, filters: toggled(route.filters, facet, value) });
}

/** A year is left when a month of it is chosen: else all its months would stay chosen too. */
function chooseMonth(route: Route, bucket: string, mode?: string): void {
  const month = route.filters.month.filter((value) => value === bucket || value.length === 7);
  let filters = toggled({ ...route.filters, month }, "month", bucket);
  if (mode !== undefined && filters.month.includes(bucket)) filters = { ...filters, mode: [mode] };
  go({ ...route, filters });
}

/** As many labels below the columns as there is room for. */
function AxisLabels({ axis, room }: { axis: Axis; room: number }) {
  const { format } = useSettings();
  const { length } = axis.buckets;
  const every = Math.ceil(length / (axis.unit === "year" ? room * 1.7 : room));
  return (
    <div class="axis" aria-hidden="true">
      {axis.buckets.map((bucket, i) => (
        <span key={bucket}>
          {i % every === 0 && (i === 0 || length - i >= 0.8 * every) && (
            <i>{format.month(bucket)}</i>
          )}
        </span>
      ))}
    </div>
  );
}

interface MonthsProps {
  counts: Map<string, number>;
  axis: Axis;
  route: Route;
  onUnit(unit: Unit): void;
}

function Months({ counts, axis, route, onUnit }: MonthsProps) {
  const { t, format } = useSettings();
  const sums = gather(counts, axis);
  const chosen = route.filters.month;
  const roving = useRoving(axis.buckets.length);
  const most = max(axis.buckets, (bucket) => sums.get(bucket) ?? 0) ?? 0;
  const lines = ticks(0, most, 3).filter((tick) => Number.isInteger(tick) && tick > 0);
  const top = axis.buckets.find((bucket) => sums.get(bucket) === most);
  const total = axis.buckets.reduce((sum, bucket) => sum + (sums.get(bucket) ?? 0), 0);
  const n = format.number;
  return (
    <section class="chart" aria-labelledby="chart-months">
      <div class="chart-head">
        <h2 id="chart-months" title={t.dayHint}>
          {axis.unit === "year" ? t.eventsByYear : t.eventsByMonth}
        </h2>
        <div class="switch" role="group" aria-label={t.unit}>
          {(["month", "year"] as const).map((unit) => (
            <button
              key={unit}
              type="button"
              aria-pressed={axis.unit === unit}
              onClick={() => onUnit(unit)}
            >
              {unit === "month" ? t.months : t.years}
            </button>
          ))}
        </div>
      </div>
      {top === undefined || !most ? (
        <p class="none">{t.noDays}</p>
      ) : (
        <>
          <p class="unseen">
            {t.monthSummary(
              n(total),
              format.month(axis.buckets[0]!),
              format.month(axis.buckets.at(-1)!),
              format.month(top),
              n(most),
            )}
          </p>
          <div class="columns" role="group" aria-labelledby="chart-months" {...roving.group}>
            {lines.map((tick) => (
              <span
                key={`tick ${tick}`}
                class="tick"
                aria-hidden="true"
                style={{ bottom: `${(100 * tick) / most}%` }}
              >
                <i>{n(tick)}</i>
              </span>
            ))}
            {axis.buckets.map((bucket, i) => (
              <button
                key={bucket}
                type="button"
                class="column"
                aria-pressed={chosen.includes(bucket)}
                aria-label={t.perBar(format.month(bucket), n(sums.get(bucket) ?? 0))}
                title={t.perBar(format.month(bucket), n(sums.get(bucket) ?? 0))}
                onClick={() => chooseMonth(route, bucket)}
                {...roving.member(i)}
              >
                <span style={{ height: `${(100 * (sums.get(bucket) ?? 0)) / most}%` }} />
              </button>
            ))}
          </div>
          <AxisLabels axis={axis} room={4} />
        </>
      )}
    </section>
  );
}

interface ModesProps {
  modeByMonth: Filtered["modeByMonth"];
  axis: Axis;
  route: Route;
}

/** A row of small columns per mode: readable without telling colours apart. */
function Modes({ modeByMonth, axis, route }: ModesProps) {
  const { t, format } = useSettings();
  const rows = MODES.map((mode) => {
    const counts = new Map([...modeByMonth].map(([month, modes]) => [month, modes.get(mode) ?? 0]));
    const sums = gather(counts, axis);
    return {
      mode,
      sums,
      total: axis.buckets.reduce((n, bucket) => n + (sums.get(bucket) ?? 0), 0),
    };
  });
  const most = max(rows, (row) => max(axis.buckets, (bucket) => row.sums.get(bucket) ?? 0)) ?? 0;
  const roving = useRoving(rows.length * axis.buckets.length);
  const { month, mode: modes } = route.filters;
  if (!most) return null;
  return (
    <section class="chart" aria-labelledby="chart-modes">
      <h2 id="chart-modes" title={t.dayHint}>
        {t.modesOverTime}
      </h2>
      <div class="modes" {...roving.group}>
        {rows.map(({ mode, sums, total }, row) => (
          <div key={mode} class={`mode-row m-${mode}`} role="group" aria-label={t.mode[mode]}>
            <button
              type="button"
              class="mode-name"
              aria-pressed={modes.includes(mode)}
              onClick={() => toggle(route, "mode", mode)}
            >
              {t.mode[mode]} <span class="n">{format.number(total)}</span>
            </button>
            <div class="columns small">
              {axis.buckets.map((bucket, i) => {
                const n = sums.get(bucket) ?? 0;
                const what = t.perBar(`${t.mode[mode]}, ${format.month(bucket)}`, format.number(n));
                return (
                  <button
                    key={bucket}
                    type="button"
                    class="column"
                    aria-pressed={month.includes(bucket) && modes.includes(mode)}
                    aria-label={what}
                    title={what}
                    onClick={() => chooseMonth(route, bucket, mode)}
                    {...roving.member(row * axis.buckets.length + i)}
                  >
                    <span style={{ height: `${(100 * n) / most}%` }} />
                  </button>
                );
              })}
            </div>
          </div>
        ))}
        <AxisLabels axis={axis} room={2} />
      </div>
    </section>
  );
}

const FEW = 8;

interface BarsProps {
  facet: "province" | "giver";
  counts: Map<string, number>;
  route: Route;
}

function Bars({ facet, counts, route }: BarsProps) {
  const { t, format } = useSettings();
  const label = useLabel();
  const [all, setAll] = useState(false);
  const chosen = route.filters[facet];
  const rows = useMemo(() => ranked(counts, chosen), [counts, chosen.join()]);
  const shown = all ? rows.slice(0, 200) : rows.slice(0, FEW);
  for (const row of rows) if (chosen.includes(row[0]) && !shown.includes(row)) shown.push(row);
  const most = rows[0]?.[1] ?? 0;
  const roving = useRoving(shown.length);
  const id = `chart-${facet}`;
  return (
    <section class="chart" aria-labelledby={id}>
      <h2 id={id}>{facet === "province" ? t.provinces : t.givers}</h2>
      {!rows.length ? (
        <p class="none">{facet === "province" ? t.noProvinces : t.noGivers}</p>
      ) : (
        <ul class={`bars b-${facet}`} {...roving.group}>
          {shown.map(([value, count], i) => (
            <li key={value}>
              <button
                type="button"
                aria-pressed={chosen.includes(value)}
                aria-label={t.perBar(label(facet, value), format.number(count))}
                title={label(facet, value)}
                onClick={() => toggle(route, facet, value)}
                {...roving.member(i)}
              >
                <span class="name" lang="th">
                  {label(facet, value)}
                </span>
                <span class="track">
                  <span style={{ width: `${(100 * count) / (most || 1)}%` }} />
                </span>
                <span class="n">{format.number(count)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {rows.length > FEW && (
        <button type="button" class="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.showLess : t.showAll(format.number(rows.length))}
        </button>
      )}
    </section>
  );
}
