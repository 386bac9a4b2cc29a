import { largestUpload } from '../../contract/index.ts';
import type { FilePurpose } from '../index.ts';

/** Types that run scripts in a browser, or hide them. */
const never = /svg|html|xml(?!formats)|javascript|x-msdownload|x-sh\b/;
const widest = 2_560;

type Declared = Pick<FilePurpose, 'purpose' | 'accept' | 'maxSize' | 'widths'>;

function faultsOf({ purpose, accept, maxSize, widths = [] }: Declared): readonly string[] {
  const faults: string[] = [];
  if (!/^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$/.test(purpose)) faults.push(`${purpose}: call it module.what.`);
  if (accept.length === 0) faults.push(`${purpose} accepts nothing.`);
  for (const type of accept)
    if (never.test(type)) faults.push(`${purpose} accepts ${type}, which may run scripts.`);
  if (!(maxSize > 0 && maxSize <= largestUpload))
    faults.push(`${purpose}: maxSize is not within 1..${largestUpload}.`);
  if (widths.some((width) => !Number.isInteger(width) || width < 16 || width > widest))
    faults.push(`${purpose}: widths are whole numbers from 16 to ${widest}.`);
  return faults;
}

/** What is wrong with the declared purposes, in sentences. */
export function purposeFaults(purposes: readonly Declared[]): readonly string[] {
  const names = purposes.map(({ purpose }) => purpose);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [...twice.map((name) => `${name} is declared twice.`), ...purposes.flatMap(faultsOf)];
}
