export interface Device {
  readonly browser: string;
  readonly system: string | null;
  readonly mobile: boolean;
}

/** The first that fits counts: browsers also name those they descend from. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/YaBrowser\//, 'Яндекс Браузер'],
  [/EdgA?\/|EdgiOS\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Version\/.*Safari\//, 'Safari'],
  [/^curl\//, 'curl'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
];

const first = (table: readonly (readonly [RegExp, string])[], text: string): string | null =>
  table.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** What a `User-Agent` says in words; null when it says nothing that people would know. */
export function deviceOf(userAgent: string): Device | null {
  const system = first(systems, userAgent);
  const browser = first(browsers, userAgent);
  if (browser === null && system === null) return null;
  return {
    browser: browser ?? userAgent.split('/')[0] ?? userAgent,
    system,
    mobile: /Mobile|Android|iPhone|iPad/.test(userAgent),
  };
}
