/** What was read from the words under the pointer, or with the focus, and how sure that is. */

import { autoUpdate, computePosition, flip, inline, offset, shift } from "@floating-ui/dom";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Find } from "./finds";
import { useSettings } from "./settings";
import { visible } from "./text";

interface Shown {
  anchor: HTMLElement;
  finds: Find[];
}

const WAIT = 120; // milliseconds; passing over the text should not make it flicker
const ID = "find-tip";

/** Watches a part of the page for elements with `data-finds`, indices of finds. */
export function useTooltip(finds: readonly Find[]) {
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef(0);
  const later = (next: Shown | null): void => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setShown(next), WAIT);
  };
  const look = (event: Event): void => {
    const anchor = (event.target as Element).closest<HTMLElement>("[data-finds]");
    if (!anchor) {
      later(null);
      return;
    }
    const indices = anchor.dataset.finds!.split(" ").map(Number).reverse();
    later({ anchor, finds: indices.map((i) => finds[i]!).filter(Boolean) });
  };
  useEffect(() => {
    const escape = (event: KeyboardEvent): void => {
      if (event.key === "Escape") later(null);
    };
    addEventListener("keydown", escape);
    return () => removeEventListener("keydown", escape);
  }, []);
  useEffect(() => setShown(null), [finds]);
  return {
    watch: {
      onPointerOver: look,
      onFocusIn: look,
      onPointerLeave: () => later(null),
      onFocusOut: () => later(null),
    },
    // the pointer may go onto it, to read on or to copy
    element: shown && (
      <Tooltip
        key={shown.finds.map((find) => find.path).join()}
        shown={shown}
        onEnter={() => clearTimeout(timer.current)}
        onLeave={() => later(null)}
      />
    ),
  };
}

interface Props {
  shown: Shown;
  onEnter(): void;
  onLeave(): void;
}

function Tooltip({ shown, onEnter, onLeave }: Props) {
  const { t, format } = useSettings();
  const tip = useRef<HTMLDivElement>(null);
  const { anchor, finds } = shown;
  useEffect(() => {
    const element = tip.current!;
    anchor.setAttribute("aria-describedby", ID);
    const stop = autoUpdate(anchor, element, () => {
      void computePosition(anchor, element, {
        placement: "top-start",
        strategy: "fixed",
        middleware: [inline(), offset(8), flip(), shift({ padding: 8 })],
      }).then(({ x, y }) => {
        element.style.left = `${x}px`;
        element.style.top = `${y}px`;
      });
    });
    return () => {
      stop();
      anchor.removeAttribute("aria-describedby");
    };
  }, [anchor]);
  return (
    <div
      id={ID}
      class="tip"
      role="tooltip"
      ref={tip}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      {finds.map((find) => (
        <div key={find.path} class="tip-find">
          <p class="tip-head">
            <span class={`f k-${find.kind} l0`}>{t.kind[find.kind]}</span> {t.part[find.part]}
          </p>
          <p class="tip-value" lang="th">
            {visible(clip(meaning(find, t, format)))}
          </p>
          <p class="tip-more">
            {find.confidence !== null && (
              <>
                {t.confidence} <b>{format.share(find.confidence)}</b> ·{" "}
              </>
            )}
            {t.characters(format.number(find.place[0]), format.number(find.place[1]))}
          </p>
        </div>
      ))}
    </div>
  );
}

const MOST = 240;

function clip(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}

/** The value in the reader's language. */
function meaning(
  find: Find,
  t: ReturnType<typeof useSettings>["t"],
  format: ReturnType<typeof useSettings>["format"],
): string {
  const { value, text, kind } = find;
  if (value === null) return text;
  if (kind === "role") return t.role[value] ?? value;
  if (kind === "mode") return t.channel[value] ?? value;
  if (kind === "date") {
    const day = format.day(value);
    return day === value ? value : `${value} (${day})`;
  }
  return value;
}
