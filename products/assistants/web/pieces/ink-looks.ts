import type { Ink } from './line-inks.rules.ts';

/** The typeface of code. */
export const codeFont = 'ui-monospace, "JetBrains Mono", "Cascadia Code", Menlo, Consolas, monospace';

export interface InkLook {
  readonly color: string;
  readonly fontWeight?: '600';
  readonly fontStyle?: 'italic';
}

const color = (name: string): string => `var(--mui-palette-${name})`;

/** How each colour of code looks, in editors and in blocks alike. */
export const inkLooks: Readonly<Record<Ink, InkLook>> = {
  keyword: { color: color('primary-main'), fontWeight: '600' },
  string: { color: color('secondary-main') },
  number: { color: color('info-main') },
  parameter: { color: color('info-main') },
  comment: { color: color('text-secondary'), fontStyle: 'italic' },
  directive: { color: color('warning-main') },
};
