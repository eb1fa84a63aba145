/** The months or years that the charts over time share. */

const MONTHS = 48; // more of them are shown as years, unless months are asked for
const MOST = 480; // a wrong day far away must not make thousands of columns

export type Unit = "month" | "year";

export interface Axis {
  unit: Unit;
  /** `2021-09` or `2021`, without gaps. */
  buckets: string[];
  bucketOf(month: string): string;
}

/** Months without gaps, or years; the months of a year alone if it was chosen. */
export function axisOf(
  months: readonly string[],
  chosen: readonly string[],
  unit: Unit | null,
): Axis {
  const year = chosen.find((value) => value.length === 4);
  const known = months.filter((month) => !year || month.startsWith(year)).sort();
  const first = year ? `${year}-01` : known[0];
  const last = year ? `${year}-12` : known.at(-1);
  if (!first || !last) return { unit: "month", buckets: [], bucketOf: (month) => month };
  const ordinal = (month: string): number => +month.slice(0, 4) * 12 + +month.slice(5, 7) - 1;
  const [from, to] = [Math.max(ordinal(first), ordinal(last) - MOST), ordinal(last)];
  const pad = (value: number, width: number): string => String(value).padStart(width, "0");
  if (unit ? unit === "month" || year : to - from < MONTHS) {
    const buckets = Array.from({ length: to - from + 1 }, (_, i) => {
      const month = from + i;
      return `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}`;
    });
    return { unit: "month", buckets, bucketOf: (month) => month };
  }
  const years = Math.floor(to / 12) - Math.floor(from / 12) + 1;
  const buckets = Array.from({ length: years }, (_, i) => pad(Math.floor(from / 12) + i, 4));
  return { unit: "year", buckets, bucketOf: (month) => month.slice(0, 4) };
}

/** Counts of months as counts of the axis' buckets. */
export function gather(counts: ReadonlyMap<string, number>, axis: Axis): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [month, n] of counts) {
    const bucket = axis.bucketOf(month);
    sums.set(bucket, (sums.get(bucket) ?? 0) + n);
  }
  return sums;
}
