import type { ReactNode } from 'react';
import { type Localized, useLocalized } from '#platform/web';

/** An entry of a dictionary in the language of the interface. */
export function Word({ word }: { readonly word: { readonly name: Localized } }): ReactNode {
  return <>{useLocalized()(word.name)}</>;
}
