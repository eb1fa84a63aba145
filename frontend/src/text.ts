/** Thai text for searching and for showing. */

// What search does not tell apart: invisible characters, Thai and other digits, the two spellings
// of sara am and of sara ae, kinds and lengths of white space.
const FOLDED =
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[๐-๙]|\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32|เเ|\s+/g;

function folded(found: string, mark?: string, otherMark?: string): string {
  const first = found.charCodeAt(0);
  if (first >= 0x0e50 && first <= 0x0e59) return String(first - 0x0e50);
  if (found.endsWith("\u0e32")) return (mark ?? otherMark ?? "") + "\u0e33";
  if (found === "เเ") return "แ";
  return /\s/.test(found) && found !== "\ufeff" ? " " : "";
}

/** The text with differences removed that readers do not see or do not mean. */
export function fold(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(FOLDED, folded);
}

export interface Folded {
  text: string;
  /** Where in the original each character of the text begins; one more for the end. */
  from: number[];
}

/** Like `fold`, and the way back to the original. Composition is left out: it may reorder. */
export function foldWithMap(original: string): Folded {
  const lower = original.toLowerCase();
  const source = lower.length === original.length ? lower : original;
  const from: number[] = [];
  let text = "";
  let done = 0;
  const copy = (to: number): void => {
    text += source.slice(done, to);
    for (; done < to; done++) from.push(done);
  };
  for (const hit of source.matchAll(FOLDED)) {
    copy(hit.index);
    const value = folded(hit[0], hit[1], hit[2]);
    for (let i = 0; i < value.length; i++) from.push(hit.index);
    text += value;
    done = hit.index + hit[0].length;
  }
  copy(source.length);
  from.push(source.length);
  return { text, from };
}

const segmenter =
  typeof Intl.Segmenter === "function"
    ? new Intl.Segmenter("th", { granularity: "word" })
    : undefined;

/** The words of a folded text; Thai has no spaces between them. */
export function words(text: string): string[] {
  if (!segmenter) return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  const found: string[] = [];
  for (const part of segmenter.segment(text)) if (part.isWordLike) found.push(part.segment);
  return found;
}

// Shown as they are, control characters would be invisible and marks of direction would turn
// round what stands beside them. Each becomes one visible character, so that places stay.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/g;
const LONE_OR_CONTROL = /[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g;

/** The text with control characters replaced by signs for them, of the same length. */
export function visible(text: string): string {
  if (text.search(UNSEEN) < 0) return text;
  return text.replace(LONE_OR_CONTROL, (found) => {
    if (found.length === 2) return found;
    const code = found.charCodeAt(0);
    if (code === 0x09 || code === 0x0a) return found;
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return "\u2421";
    return code < 0xa0 && code > 0x7f
      ? "\ufffd"
      : (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)
        ? "\ufffd"
        : code >= 0xd800 && code <= 0xdfff
          ? "\ufffd"
          : found;
  });
}

/** Python counts code points, JavaScript counts UTF-16 units: a function from one to the other. */
export function codePointOffsets(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (offset) => offset;
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  units.push(at);
  return (offset) => units[Math.min(Math.max(offset, 0), units.length - 1)] ?? at;
}
