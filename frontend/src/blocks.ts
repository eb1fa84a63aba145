/** The data in the page: blocks of gzip in base64, each unpacked when it is wanted. */

import type { Entry, NewsRecord } from "./record";

export interface Opened {
  record: NewsRecord;
  text: string | null;
}

interface Block {
  element: Element;
  first: number;
  count: number;
}

interface Bytes {
  fromBase64?(text: string): Uint8Array<ArrayBuffer>;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const native = (Uint8Array as unknown as Bytes).fromBase64;
  if (native) return native.call(Uint8Array, base64);
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

async function unpack(element: Element): Promise<string> {
  const packed = new Blob([bytesOf(element.textContent ?? "")]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream("gzip"))).text();
}

function blocksOf(kind: string): Block[] {
  return [...document.querySelectorAll(`script[data-block="${kind}"]`)].map((element) => ({
    element,
    first: Number(element.getAttribute("data-first")),
    count: Number(element.getAttribute("data-count")),
  }));
}

const KEPT = 12;

/** What the page holds. Articles lie in blocks of a few dozen, so that opening one is quick. */
export class Store {
  readonly entries: Entry[] = [];
  private readonly bodies = blocksOf("articles");
  private readonly recent = new Map<Block, Promise<string[]>>();

  /** Reads the index, not the articles. */
  static async open(): Promise<Store> {
    const store = new Store();
    const parts = await Promise.all(blocksOf("index").map(({ element }) => unpack(element)));
    for (const part of parts) for (const entry of JSON.parse(part)) store.entries.push(entry);
    return store;
  }

  private block(ordinal: number): Block | undefined {
    let low = 0;
    let high = this.bodies.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const block = this.bodies[middle]!;
      if (ordinal < block.first) high = middle - 1;
      else if (ordinal >= block.first + block.count) low = middle + 1;
      else return block;
    }
    return undefined;
  }

  private lines(block: Block): Promise<string[]> {
    const found = this.recent.get(block) ?? unpack(block.element).then((s) => s.split("\n"));
    this.recent.delete(block);
    this.recent.set(block, found);
    for (const [oldest] of this.recent) {
      if (this.recent.size <= KEPT) break;
      this.recent.delete(oldest);
    }
    return found;
  }

  /** One article: its text, if the page has it, and its record. */
  async article(ordinal: number): Promise<Opened | undefined> {
    const block = this.block(ordinal);
    if (!block) return undefined;
    const lines = await this.lines(block);
    const at = 2 * (ordinal - block.first);
    return { text: JSON.parse(lines[at]!), record: JSON.parse(lines[at + 1]!) };
  }

  /** The texts of all articles, a block at a time, without keeping them. */
  async *texts(): AsyncGenerator<{ first: number; texts: (string | null)[] }> {
    for (const block of this.bodies) {
      const lines = (await unpack(block.element)).split("\n");
      const texts = Array.from({ length: block.count }, (_, i) => JSON.parse(lines[2 * i]!));
      yield { first: block.first, texts };
    }
  }
}
