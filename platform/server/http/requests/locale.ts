export type Locale = 'ru' | 'en';

function qualityOf(parameters: string | undefined): number {
  const match = /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameters ?? 'q=1');
  return match === null ? 1 : Number(match[1]);
}

function languageOf(tag: string): Locale | undefined {
  const primary = tag.trim().toLowerCase().split('-')[0];
  if (primary === 'ru' || primary === 'en') return primary;
  return undefined;
}

/** The language of `Accept-Language` we speak that the caller prefers; English when it names neither. */
export function preferredLocale(header: string | undefined): Locale {
  let best: Locale = 'en';
  let bestQuality = 0;
  for (const item of (header ?? '').slice(0, 256).split(',')) {
    const [tag, parameters] = item.split(';');
    const locale = languageOf(tag ?? '');
    const quality = qualityOf(parameters);
    if (locale !== undefined && quality > bestQuality) {
      best = locale;
      bestQuality = quality;
    }
  }
  return best;
}
