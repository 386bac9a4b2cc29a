import type { ReactNode } from 'react';
import { LocaleNumber } from '#platform/web';
import { sizeOf } from './file-size.rules.ts';

/** A size of a file for people: `27 kB`, `1.5 MB`. */
export function FileSize({ bytes }: { readonly bytes: number }): ReactNode {
  const { value, unit } = sizeOf(bytes);
  return (
    <LocaleNumber
      value={value}
      options={{ style: 'unit', unit, maximumFractionDigits: value < 10 && unit !== 'byte' ? 1 : 0 }}
    />
  );
}
