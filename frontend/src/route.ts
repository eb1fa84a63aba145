/** Where the reader is, kept in the address: deep links work, and the back button. */

import { useEffect, useState } from "preact/hooks";
import { FACETS, ORDERS, type Filters, type Order } from "./facets";

export interface Route {
  article: string | null;
  find: string | null;
  q: string;
  order: Order | null;
  filters: Filters;
}

/** Reads the part of an address after `#`. */
export function parseHash(hash: string): Route {
  const query = new URLSearchParams(hash.replace(/^#/, ""));
  const order = query.get("sort") as Order | null;
  return {
    article: query.get("article"),
    find: query.get("find"),
    q: query.get("q") ?? "",
    order: order && ORDERS.includes(order) ? order : null,
    filters: Object.fromEntries(FACETS.map((facet) => [facet, query.getAll(facet)])) as Filters,
  };
}

/** The part of an address that `parseHash` reads. */
export function hashOf(route: Route): string {
  const query = new URLSearchParams();
  if (route.article !== null) query.set("article", route.article);
  if (route.find) query.set("find", route.find);
  if (route.q) query.set("q", route.q);
  if (route.order) query.set("sort", route.order);
  for (const facet of FACETS) for (const value of route.filters[facet]) query.append(facet, value);
  return `#${query}`;
}

const CHANGED = "thainews:route";

/** Goes somewhere else; `replace` leaves no step for the back button. */
export function go(route: Route, replace = false): void {
  const hash = hashOf(route);
  if (hash === (location.hash || "#")) return;
  if (replace) history.replaceState(history.state, "", hash);
  else history.pushState(null, "", hash);
  dispatchEvent(new Event(CHANGED));
}

/** The route now, and again at every change. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseHash(location.hash));
  useEffect(() => {
    const changed = (): void => setRoute(parseHash(location.hash));
    for (const name of [CHANGED, "hashchange", "popstate"]) addEventListener(name, changed);
    return () => {
      for (const name of [CHANGED, "hashchange", "popstate"]) removeEventListener(name, changed);
    };
  }, []);
  return route;
}
