/** Language and colours: chosen by the reader, remembered by the browser. */

import { createContext, type ComponentChildren } from "preact";
import { useContext, useLayoutEffect, useMemo, useState } from "preact/hooks";
import { formatIn, type Format } from "./format";
import { LANGUAGES, messagesIn, type Language, type Messages } from "./messages";

const THEMES = ["auto", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

interface Settings {
  language: Language;
  t: Messages;
  format: Format;
  setLanguage(language: Language): void;
  theme: Theme;
  setTheme(theme: Theme): void;
}

const Context = createContext<Settings | null>(null);

function recall<T extends string>(key: string, known: readonly T[]): T | null {
  try {
    const value = localStorage.getItem(`thainews-report-${key}`) as T | null;
    return value && known.includes(value) ? value : null;
  } catch {
    return null; // a browser may keep files from storing anything
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`thainews-report-${key}`, value);
  } catch {
    // then the choice holds until the page is closed
  }
}

/** Makes the settings known to everything inside. */
export function SettingsProvider({ children }: { children: ComponentChildren }) {
  const [language, chooseLanguage] = useState<Language>(
    () => recall("language", LANGUAGES) ?? "en",
  );
  const [theme, chooseTheme] = useState<Theme>(() => recall("theme", THEMES) ?? "auto");
  // before anything is painted: no flash of the other colours
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    remember("language", language);
  }, [language]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
    remember("theme", theme);
  }, [theme]);
  const value = useMemo<Settings>(
    () => ({
      language,
      t: messagesIn(language),
      format: formatIn(language),
      setLanguage: chooseLanguage,
      theme,
      setTheme: chooseTheme,
    }),
    [language, theme],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** The settings. */
export function useSettings(): Settings {
  const settings = useContext(Context);
  if (!settings) throw new Error("useSettings outside SettingsProvider");
  return settings;
}

const NAMES: Record<Language, string> = { en: "English", th: "ไทย" };

/** Switches for language and colours. */
export function SettingsBar() {
  const { t, language, setLanguage, theme, setTheme } = useSettings();
  const themes = { auto: t.themeAuto, light: t.themeLight, dark: t.themeDark };
  return (
    <div class="settings">
      <div class="switch" role="group" aria-label={t.language}>
        {LANGUAGES.map((code) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-pressed={language === code}
            onClick={() => setLanguage(code)}
          >
            {NAMES[code]}
          </button>
        ))}
      </div>
      <label class="picker">
        <span>{t.theme}</span>
        <select value={theme} onChange={(event) => setTheme(event.currentTarget.value as Theme)}>
          {THEMES.map((name) => (
            <option key={name} value={name}>
              {themes[name]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
