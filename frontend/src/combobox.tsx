/** A filter with many values: type to narrow down, choose any number of them. */

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Facet } from "./facets";
import { useLabel } from "./overview";
import { useSettings } from "./settings";
import { fold } from "./text";

interface Props {
  facet: Facet;
  /** The values and how many articles each would give. */
  values: [string, number][];
  chosen: readonly string[];
  onToggle(value: string): void;
}

const SHOWN = 50;

/** After the pattern "editable combobox with list autocomplete" of the ARIA practices. */
export function Combobox({ facet, values, chosen, onToggle }: Props) {
  const { t, format } = useSettings();
  const label = useLabel();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const matching = useMemo(() => {
    if (!open) return [];
    const wanted = fold(text);
    return values.filter(([value]) => fold(label(facet, value)).includes(wanted));
  }, [open, text, values, facet, label]);
  const shown = matching.slice(0, SHOWN);
  const id = `box-${facet}`;
  useEffect(() => {
    list.current?.querySelector('[data-active="true"]')?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const close = (): void => {
    setOpen(false);
    setAt(-1);
    setText("");
  };
  const choose = (value: string): void => {
    onToggle(value);
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      const next = at < 0 && step < 0 ? shown.length - 1 : at + step;
      setAt(Math.min(Math.max(next, 0), shown.length - 1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const option = shown[at < 0 && text ? 0 : at];
      if (open && option) choose(option[0]);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    }
  };
  return (
    <div
      class="combobox"
      ref={box}
      onFocusOut={(event) => {
        if (!box.current?.contains(event.relatedTarget as Node | null)) close();
      }}
    >
      <label for={id}>{t.facet[facet]}</label>
      <input
        id={id}
        lang="th"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined}
        placeholder={chosen.length ? t.chosen(format.number(chosen.length)) : t.any}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
          setAt(-1);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      {open && (
        <div class="options">
          <ul
            id={`${id}-list`}
            ref={list}
            role="listbox"
            aria-label={t.facet[facet]}
            aria-multiselectable="true"
            tabIndex={-1}
          >
            {shown.map(([value, count], index) => (
              <li
                key={value}
                id={`${id}-${index}`}
                role="option"
                aria-selected={chosen.includes(value)}
                data-active={index === at}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(value)}
              >
                <span lang="th">{label(facet, value)}</span>
                <span class="n">{format.number(count)}</span>
              </li>
            ))}
          </ul>
          {matching.length > SHOWN && (
            <p class="more">{t.moreOptions(format.number(matching.length - SHOWN))}</p>
          )}
          {!matching.length && <p class="more">{t.noMatch}</p>}
        </div>
      )}
    </div>
  );
}
