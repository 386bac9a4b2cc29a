import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/use-language.ts';

export interface LocaleNumberProps {
  readonly value: number;
  readonly options?: Intl.NumberFormatOptions;
}

/** A number in the writing of the language; `options` are those of `Intl.NumberFormat`. */
export function LocaleNumber({ value, options }: LocaleNumberProps): ReactNode {
  const language = useLanguage();
  return <>{new Intl.NumberFormat(language, options).format(value)}</>;
}
