import type { Language, Rendered } from './render.rules.ts';

const longestSubject = 200;

const farewell: Readonly<Record<Language, string>> = {
  ru: 'Настроить уведомления',
  en: 'Notification settings',
};

/** One line without control characters: a subject must not grow headers. */
function subjectOf(title: string): string {
  const line = title.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return line.length <= longestSubject ? line : `${line.slice(0, longestSubject - 1).toWellFormed()}…`;
}

/** A notice as a letter: its words, where to look, and where to turn such letters off. */
export function letterOf(
  { title, body }: Rendered,
  links: { readonly open: string | null; readonly preferences: string },
  language: Language,
): { readonly subject: string; readonly text: string } {
  const parts = [body === '' ? title : body, links.open, `${farewell[language]}: ${links.preferences}`];
  return { subject: subjectOf(title), text: parts.filter((part) => part !== null).join('\n\n') };
}
