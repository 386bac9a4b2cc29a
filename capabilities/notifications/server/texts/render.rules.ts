import type { NotificationKind } from '../index.ts';

export type Language = 'ru' | 'en';

export type Values = Readonly<Record<string, string | number>>;

export interface Rendered {
  readonly title: string;
  readonly body: string;
}

const unknown: Readonly<Record<Language, Rendered>> = {
  ru: { title: 'Уведомление', body: '' },
  en: { title: 'Notification', body: '' },
};

/**
 * The words of a notice in one language. A kind that nobody sends any more, or whose template fails on old values,
 * reads as a notice without words rather than making the inbox unreadable.
 */
export function render(kind: NotificationKind | undefined, values: Values, language: Language): Rendered {
  if (kind === undefined) return unknown[language];
  try {
    const texts = kind.texts[language];
    return { title: texts.title(values), body: texts.body(values) };
  } catch {
    return unknown[language];
  }
}
