/** Whether pushes can come to this browser, and if not, why. */
export type PushState = 'unavailable' | 'unsupported' | 'needs_install' | 'denied' | 'off' | 'on';

export interface BrowserFacts {
  /** The installation's key; null when it sends no pushes to browsers. */
  readonly serverKey: string | null;
  /** Service worker, push and notifications are all there. */
  readonly capable: boolean;
  readonly ios: boolean;
  /** Opened from the Home Screen. */
  readonly installed: boolean;
  readonly permission: NotificationPermission;
  readonly subscribed: boolean;
}

export function pushStateOf(facts: BrowserFacts): PushState {
  if (facts.serverKey === null) return 'unavailable';
  // iOS hides push from pages in the browser: it would look unsupported.
  if (facts.ios && !facts.installed) return 'needs_install';
  if (!facts.capable) return 'unsupported';
  if (facts.permission === 'denied') return 'denied';
  return facts.subscribed && facts.permission === 'granted' ? 'on' : 'off';
}

/** iPhones and iPads; newer iPads call themselves Macintosh and have fingers. */
export function isIos(userAgent: string, touchPoints: number): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && touchPoints > 1);
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/YaBrowser\//, 'Yandex'],
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'macOS'],
  [/Linux|CrOS/, 'Linux'],
];

const nameIn = (table: typeof browsers, text: string) => table.find(([pattern]) => pattern.test(text))?.[1];

/** What to call this device in the person's list: `Firefox, Windows`. */
export function labelOf(userAgent: string, otherwise: string): string {
  const names = [nameIn(browsers, userAgent) ?? otherwise, nameIn(systems, userAgent)];
  return names.filter((name) => name !== undefined).join(', ');
}
