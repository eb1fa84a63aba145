import assert from "node:assert/strict";
import { test } from "node:test";
import cases from "../../tests/report/segments.json";
import { axisOf } from "../src/axis.ts";
import { filter, ranked, sorted } from "../src/facets.ts";
import { formatIn } from "../src/format.ts";
import { hashOf, parseHash } from "../src/route.ts";
import { parse, rank } from "../src/search.ts";
import { segments } from "../src/segments.ts";
import { codePointOffsets, fold, foldWithMap, visible, words } from "../src/text.ts";

test("segments: the table that the Python twin passes", () => {
  for (const { why, length, spans, pieces } of cases) {
    const found = segments(length, spans).map(({ start, end, covers }) => [start, end, covers]);
    assert.deepEqual(found, pieces, why);
  }
});

test("folding takes away what readers do not see", () => {
  for (const [text, want] of [
    ["ZOOM", "zoom"],
    ["๑๖ ก.ย. ๖๔", "16 ก.ย. 64"],
    ["น\u0e4d\u0e49\u0e32", "น\u0e49\u0e33"],
    ["น\u0e49\u0e4d\u0e32", "น\u0e49\u0e33"],
    ["ท\u0e4d\u0e32", "ท\u0e33"],
    ["เเพทย์", "แพทย์"],
    ["ก\u200bข\ufeffค", "กขค"],
    ["ก\u00a0\n ข", "ก ข"],
  ]) {
    assert.equal(fold(text), want);
    assert.equal(foldWithMap(text).text, want);
  }
});

test("folded characters know where they came from", () => {
  const text = "A\u200b ๑ น\u0e4d\u0e49\u0e32";
  const { text: folded, from } = foldWithMap(text);
  assert.equal(from.length, folded.length + 1);
  assert.equal(text.slice(from[folded.indexOf("1")], from[folded.indexOf("1") + 1]), "๑");
  assert.equal(from.at(-1), text.length);
});

test("Thai is cut into words", () => {
  assert.deepEqual(words("กินข้าวที่โรงเรียน"), ["กิน", "ข้าว", "ที่", "โรงเรียน"]);
});

test("what cannot be seen becomes one visible character", () => {
  const text = "a\u0000\u202eb\u009f\ud800😀\n\t";
  assert.equal(visible(text), "a\u2400\ufffdb\ufffd\ufffd😀\n\t");
  assert.equal(visible(text).length, text.length);
});

test("code points become UTF-16 units", () => {
  const unit = codePointOffsets("ก😀ข");
  assert.deepEqual([0, 1, 2, 3].map(unit), [0, 1, 3, 4]);
  assert.equal(codePointOffsets("กข")(2), 2);
});

test("a query asks for terms, or for their words", () => {
  const query = parse("ครูดีเด่น ลำพูน");
  assert.deepEqual(query.terms, ["ครูดีเด่น", "ลำพูน"]);
  assert.equal(rank(query, "ครูดีเด่นลำพูน", "", ""), 3);
  assert.equal(rank(query, "", "ครูดีเด่น", "ที่ลำพูน"), 2);
  assert.equal(rank(query, "", "ครูผู้ดีเด่น", "ลำพูน"), 1);
  assert.equal(rank(query, "", "ครูผู้ดีเด่น", "ลำปาง"), 0);
  const exact = parse("“ครูดีเด่น”");
  assert.equal(rank(exact, "", "ครูผู้ดีเด่น", ""), 0);
  assert.equal(rank(parse("ูด"), "", "ครูดี", ""), 2, "a part of a word");
});

const entry = (date, mode, more = {}) => ({
  id: "",
  title: "",
  date,
  event: null,
  people: [],
  provinces: [],
  awards: [],
  givers: [],
  mode,
  ...more,
});
const entries = [
  entry("2021-01-05", "onsite", { provinces: ["ลำพูน"], title: "ข" }),
  entry("2021-02-05", "online", { provinces: ["ลำพูน", "ตรัง"], title: "เก" }),
  entry(null, "online", { provinces: ["ตรัง"], title: "ก" }),
];
const none = { month: [], mode: [], province: [], giver: [], person: [], award: [] };

test("a facet's counts do not feel its own filter", () => {
  const { kept, counts } = filter(entries, null, { ...none, province: ["ลำพูน"] });
  assert.deepEqual(kept, [0, 1]);
  assert.deepEqual(
    [...counts.province],
    [
      ["ลำพูน", 2],
      ["ตรัง", 2],
    ],
  );
  assert.deepEqual(
    [...counts.mode],
    [
      ["onsite", 1],
      ["online", 1],
    ],
  );
  assert.deepEqual(filter(entries, null, { ...none, month: ["2021"], mode: ["online"] }).kept, [1]);
  assert.deepEqual(filter(entries, Uint8Array.of(0, 1, 1), none).kept, [1, 2]);
});

test("Thai sorts by its consonants", () => {
  assert.deepEqual(sorted([0, 1, 2], entries, "headline", null), [2, 1, 0]);
  assert.deepEqual(sorted([0, 1, 2], entries, "newest", null), [1, 0, 2]);
  assert.deepEqual(sorted([0, 1, 2], entries, "oldest", null), [0, 1, 2]);
  const counts = new Map([
    ["ข", 1],
    ["เก", 1],
    ["ค", 5],
  ]);
  assert.deepEqual(ranked(counts, ["จ"]), [
    ["ค", 5],
    ["เก", 1],
    ["ข", 1],
    ["จ", 0],
  ]);
});

test("an axis has no gaps, and years when months would be many", () => {
  assert.deepEqual(axisOf(["2021-11", "2022-02"], [], null).buckets, [
    "2021-11",
    "2021-12",
    "2022-01",
    "2022-02",
  ]);
  assert.deepEqual(axisOf(["2010-11", "2022-02"], [], null).buckets.length, 13);
  assert.deepEqual(axisOf(["2010-11", "2022-02"], [], "month").buckets.length, 136);
  assert.deepEqual(axisOf(["2010-11", "2022-02"], ["2022"], null).buckets.length, 12);
  assert.equal(axisOf(["0001-01", "2022-02"], [], "month").buckets.length, 481);
  assert.deepEqual(axisOf([], [], null).buckets, []);
});

test("an address tells the whole route", () => {
  const route = {
    article: "ข่าว 1&2=#",
    find: "people.0",
    q: "ลำพูน",
    order: "oldest",
    filters: { ...none, province: ["ลำพูน", "a&b"] },
  };
  assert.deepEqual(parseHash(hashOf(route)), route);
  assert.equal(parseHash("#sort=nonsense").order, null);
});

test("days have either era", () => {
  assert.equal(formatIn("en").day("2021-09-16"), "16 Sept 2021");
  assert.equal(formatIn("th").day("2021-09-16"), "16 ก.ย. 2564");
  assert.equal(formatIn("th").month("2021"), "2564");
  assert.equal(formatIn("en").day("no such day"), "no such day");
  assert.equal(formatIn("en").share(0.999), "99%");
});
