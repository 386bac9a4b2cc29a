import { useLanguage, useText } from '#platform/web';
import { workspaceTexts } from '../texts.ts';

/** Reads milliseconds as seconds: `1.2 s`. */
export function useSeconds(): (milliseconds: number) => string {
  const t = useText(workspaceTexts);
  const language = useLanguage();
  return (milliseconds) =>
    t('answer.seconds', {
      value: new Intl.NumberFormat(language, { maximumFractionDigits: milliseconds < 9_950 ? 1 : 0 }).format(
        Math.max(milliseconds / 1_000, 0.1),
      ),
    });
}
