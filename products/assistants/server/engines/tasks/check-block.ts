import { parseErrorTexts } from '#products/assistants/engines/bsl';
import {
  allRules,
  checkModule,
  defaultConfiguration,
  type Finding,
  isAtLeast,
} from '#products/assistants/engines/diagnostics';
import { parseQuery } from '#products/assistants/engines/query';
import type { Task } from './task.ts';

type Locale = 'ru' | 'en';

export interface CheckBlockInput {
  readonly kind: 'code' | 'query';
  readonly code: string;
  readonly locale: Locale;
}

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

/** What is wrong in a piece of code or a query that nobody has seen yet, each with its line; empty when it is sound. */
export const checkBlock: Task<CheckBlockInput, readonly string[]> = ({ kind, code, locale }) =>
  (kind === 'query' ? queryFaults : codeFaults)(code, locale).slice(0, mostFaults);
