/** A very long text in portions: no browser lays out millions of characters at once. */

import { useMemo, useState } from "preact/hooks";
import type { Choice } from "./article";
import type { Find, Kind } from "./finds";
import { useSettings } from "./settings";
import { TextView } from "./text-view";

const SIZE = 50_000; // characters; the longest of ordinary articles has a third of that

interface Props {
  text: string;
  finds: readonly Find[];
  hidden: ReadonlySet<Kind>;
  choice: Choice;
  named: boolean;
}

/** Where portions begin: no pair of surrogates is cut. */
function startOf(text: string, portion: number): number {
  const at = Math.min(portion * SIZE, text.length);
  return /[\udc00-\udfff]/.test(text.charAt(at)) && at > 0 ? at - 1 : at;
}

/** The text, or the portion of it that holds the chosen find. */
export function Portions({ text, finds, hidden, choice, named }: Props) {
  const { t, format } = useSettings();
  const last = Math.max(0, Math.ceil(text.length / SIZE) - 1);
  // the reader's own step holds until a find is chosen
  const [step, setStep] = useState({ portion: 0, chosen: null as string | null });
  const chosen = finds.find((find) => find.path === choice.chosen);
  const portion =
    chosen && step.chosen !== choice.chosen
      ? Math.min(last, Math.max(0, Math.floor(chosen.start / SIZE)))
      : step.portion;
  const setPortion = (next: number): void => setStep({ portion: next, chosen: choice.chosen });
  const from = startOf(text, portion);
  const to = startOf(text, portion + 1);
  const [part, partFinds] = useMemo(() => {
    if (!last) return [text, finds] as const;
    const moved = finds.map((f) => ({ ...f, start: f.start - from, end: f.end - from }));
    return [text.slice(from, to), moved] as const;
  }, [text, finds, from, to, last]);
  const view = <TextView text={part} finds={partFinds} {...{ hidden, choice, named }} />;
  if (!last) return view;
  return (
    <>
      <nav class="portions" aria-label={t.portions}>
        <button type="button" disabled={portion === 0} onClick={() => setPortion(portion - 1)}>
          ‹ {t.previous}
        </button>
        <span role="status">
          {t.portion(format.number(from + 1), format.number(to), format.number(text.length))}
        </span>
        <button type="button" disabled={portion === last} onClick={() => setPortion(portion + 1)}>
          {t.next} ›
        </button>
      </nav>
      {view}
    </>
  );
}
