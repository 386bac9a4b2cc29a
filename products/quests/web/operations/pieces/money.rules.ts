import type { Language } from '#platform/web';

/** What a sum may look like while it is typed: `1500`, `99,50`, `1 000.5`. */
export const sumPattern = '^\\s*\\d[\\d\\s\\u00a0]*([.,]\\d{1,2})?\\s*$';

/** The most an article may cost, minor units. */
export const priceLimit = 100_000_000;

/** Minor units of a sum typed in roubles; undefined when it is none. */
export function kopecksOf(text: string): number | undefined {
  if (!new RegExp(sumPattern).test(text)) return undefined;
  const [whole = '0', part = ''] = text.replace(/[\s\u00a0]/g, '').split(/[.,]/);
  const kopecks = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return Number.isSafeInteger(kopecks) ? kopecks : undefined;
}

/** Minor units as somebody would type them: no kopecks where there are none. */
export function sumText(kopecks: number, language: Language): string {
  const whole = String(Math.floor(kopecks / 100));
  const part = kopecks % 100;
  if (part === 0) return whole;
  return `${whole}${language === 'ru' ? ',' : '.'}${String(part).padStart(2, '0')}`;
}
