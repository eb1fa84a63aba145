/** Starts the page. */

import { render } from "preact";
import { App } from "./app";
import { SettingsProvider } from "./settings";

history.scrollRestoration = "manual";
const root = document.getElementById("app")!;
root.textContent = "";
render(
  <SettingsProvider>
    <App title={document.title} />
  </SettingsProvider>,
  root,
);
