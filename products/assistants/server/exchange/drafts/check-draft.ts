import { parseErrorTexts } from '#products/assistants/engines/bsl';
import {
  allRules,
  checkModule,
  defaultConfiguration,
  type Finding,
  isAtLeast,
} from '#products/assistants/engines/diagnostics';
import { parseQuery } from '#products/assistants/engines/query';
import { kindOf } from '../routing/material.rules.ts';

/** A block of code of an answer, looked at. */
export interface CheckedBlock {
  readonly kind: 'code' | 'query';
  /** What is wrong, each with its line; empty for a sound block. */
  readonly faults: readonly string[];
}

type Locale = 'ru' | 'en';

const queryLabels = new Set(['sdbl', 'query']);
const codeLabels = new Set(['bsl', '1c', '1с', 'os']);
const mostFaults = 8;

const lineWord = { ru: 'строка', en: 'line' } as const;

/** What keeps code from working, not what it could do better. */
function isFault({ key, type, severity }: Finding): boolean {
  if (key === 'ParseError' || key === 'QueryParseError') return true;
  return (type === 'error' || type === 'vulnerability') && isAtLeast(severity, 'critical');
}

function codeFaults(code: string, locale: Locale): readonly string[] {
  const { tree, findings } = checkModule({
    source: code,
    path: 'answer.bsl',
    moduleType: 'UNKNOWN',
    rules: allRules,
    configuration: defaultConfiguration,
  });
  const found = findings
    .filter(isFault)
    .map(({ range, message }) => `${lineWord[locale]} ${range.start.line + 1}: ${message[locale]}`);
  const isTold = findings.some(({ key }) => key === 'ParseError');
  const errors = isTold
    ? []
    : tree.errors.map(({ start, code: error }) => {
        const line = code.slice(0, start).split('\n').length;
        return `${lineWord[locale]} ${line}: ${parseErrorTexts[error][locale]}`;
      });
  return [...errors, ...found];
}

function queryFaults(text: string, locale: Locale): readonly string[] {
  const { errors } = parseQuery(text);
  return errors.map(({ start, message }) => {
    const line = text.slice(0, start).split('\n').length;
    return `${lineWord[locale]} ${line}: ${message[locale]}`;
  });
}

/** Checks a block by its label, or by its look when it has none; undefined for what is neither BSL nor a query. */
export function checkBlock(label: string, code: string, locale: Locale): CheckedBlock | undefined {
  const looks = label === '' ? kindOf(code) : undefined;
  if (queryLabels.has(label) || looks === 'query')
    return { kind: 'query', faults: queryFaults(code, locale).slice(0, mostFaults) };
  if (codeLabels.has(label) || looks === 'code')
    return { kind: 'code', faults: codeFaults(code, locale).slice(0, mostFaults) };
  return undefined;
}
