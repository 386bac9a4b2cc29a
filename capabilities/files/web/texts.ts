import { useMemo } from 'react';
import { defineTexts, type RefusalTexts, useText } from '#platform/web';

/** Texts of uploads, in both languages. */
export const filesTexts = defineTexts('files', {
  en: () => import('./locales/files.en.ts'),
  ru: () => import('./locales/files.ru.ts'),
});

const codes = [
  'not_found',
  'purpose_unknown',
  'not_allowed',
  'too_large',
  'type_refused',
  'quota_exceeded',
  'too_many_pending',
  'upload_running',
  'not_uploaded',
  'empty',
  'size_mismatch',
  'broken',
  'too_many_pixels',
  'too_many_frames',
  'archive_refused',
  'infected',
  'too_large_to_scan',
  'scan_unavailable',
  'in_use',
] as const;

/** The texts of this capability's refusals by their codes, in the language of the moment. */
export function useFileRefusals(): RefusalTexts {
  const t = useText(filesTexts);
  return useMemo(() => Object.fromEntries(codes.map((code) => [`files.${code}`, t(`refusal.${code}`)])), [t]);
}
