import type { FunctionName, Keyword } from './keywords.ts';

/** What an argument may be: a value, a value or a condition, or a unit of dates. */
export type ArgumentKind = 'value' | 'any' | 'period';

interface Signature {
  readonly parameters: readonly ArgumentKind[];
  /** How many of the parameters must be given; all when absent. */
  readonly least?: number;
}

const one: Signature = { parameters: ['value'] };
const two: Signature = { parameters: ['value', 'value'] };
const three: Signature = { parameters: ['value', 'value', 'value'] };
const toPeriod: Signature = { parameters: ['value', 'period'] };

const signatures: Readonly<Record<FunctionName, Signature>> = {
  SUBSTRING: three,
  SECOND: one,
  MINUTE: one,
  HOUR: one,
  DAY: one,
  DAYOFYEAR: one,
  WEEK: one,
  WEEKDAY: one,
  MONTH: one,
  QUARTER: one,
  YEAR: one,
  BEGINOFPERIOD: toPeriod,
  ENDOFPERIOD: toPeriod,
  DATEADD: { parameters: ['value', 'period', 'value'] },
  DATEDIFF: { parameters: ['value', 'value', 'period'] },
  VALUETYPE: one,
  PRESENTATION: one,
  REFPRESENTATION: one,
  GROUPEDBY: one,
  STRING: one,
  ISNULL: { parameters: ['any', 'any'] },
  RECORDAUTONUMBER: { parameters: [] },
  ACOS: one,
  ASIN: one,
  ATAN: one,
  COS: one,
  SIN: one,
  TAN: one,
  LOG: one,
  LOG10: one,
  EXP: one,
  POW: two,
  SQRT: one,
  INT: one,
  ROUND: { parameters: ['value', 'value'], least: 1 },
  LOWER: one,
  UPPER: one,
  STRINGLENGTH: one,
  TRIMALL: one,
  TRIML: one,
  TRIMR: one,
  LEFTPART: two,
  RIGHTPART: two,
  STRFIND: two,
  STRREPLACE: three,
  STOREDDATASIZE: one,
  UUID: one,
};

const isFunction = (keyword: Keyword): keyword is Keyword & FunctionName =>
  Object.hasOwn(signatures, keyword);

/** The function a word names when a bracket follows it; null when it names none. */
export const functionOf = (keyword: Keyword | null): FunctionName | null => {
  if (keyword === 'LEFT') return 'LEFTPART';
  if (keyword === 'RIGHT') return 'RIGHTPART';
  return keyword !== null && isFunction(keyword) ? keyword : null;
};

export const signatureOf = (name: FunctionName): Signature => signatures[name];
