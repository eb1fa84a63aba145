/** One stop of the Tab key for a group, arrow keys within it. */

import { useRef, useState } from "preact/hooks";

const STEPS: Record<string, number> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

export interface Roving {
  /** Props of the group. */
  group: { onKeyDown(event: KeyboardEvent): void };
  /** Props of its members, by index. */
  member(index: number): {
    tabIndex: number;
    "data-rove": number;
    onFocus(): void;
  };
}

/** For a group of `count` members that are all in the page. */
export function useRoving(count: number): Roving {
  const [at, setAt] = useState(0);
  const now = useRef(0);
  now.current = Math.min(at, Math.max(0, count - 1));
  return {
    group: {
      onKeyDown(event) {
        const step = STEPS[event.key];
        if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
        const next = Math.min(Math.max(now.current + step, 0), count - 1);
        const group = event.currentTarget as HTMLElement;
        const member = group.querySelector<HTMLElement>(`[data-rove="${next}"]`);
        if (!member) return;
        event.preventDefault();
        member.focus();
      },
    },
    member: (index) => ({
      tabIndex: index === now.current ? 0 : -1,
      "data-rove": index,
      onFocus: () => setAt(index),
    }),
  };
}
