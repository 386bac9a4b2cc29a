import { scrub } from './scrub.ts';

/** What is logged of an error. Nothing else of it: other properties may hold row values, requests or headers. */
export interface ErrorDescription {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string | number;
  readonly kind?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly cause?: ErrorDescription;
  readonly errors?: readonly ErrorDescription[];
}

const deepestCause = 5;
const mostErrors = 10;
const plainWord = /^[A-Za-z][\w.-]{0,79}$|^\d[\dA-Z]{4}$/;

function wordOf(error: object, name: string): string | undefined {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' && plainWord.test(value) ? scrub(value) : undefined;
}

function codeOf(error: object): string | number | undefined {
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'number' ? code : wordOf(error, 'code');
}

/** PostgreSQL and JSON quote the offending value inside the message. */
function messageOf(error: Error, code: string | number | undefined): string {
  const quotesData =
    (typeof code === 'string' && /^22/.test(code) && Reflect.has(error, 'severity')) ||
    error instanceof SyntaxError;
  const message = typeof error.message === 'string' ? error.message : '';
  return scrub(quotesData ? message.replace(/"[\s\S]*"|'[\s\S]*'/g, '"…"') : message);
}

/** The frames only: the first line repeats the message, which may need scrubbing in its own way. */
function framesOf(error: Error): string {
  return (typeof error.stack === 'string' ? error.stack : '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 30)
    .join('\n');
}

/** Describes an error with its causes; scrubbed, and without anything a driver attached to it. */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) {
    return {
      type: error === null ? 'null' : typeof error,
      message: typeof error === 'string' ? scrub(error) : 'not an error',
    };
  }
  const code = codeOf(error);
  const kind = wordOf(error, 'kind');
  const constraint = wordOf(error, 'constraint');
  const table = wordOf(error, 'table');
  const message = messageOf(error, code);
  const frames = framesOf(error);
  const goOn = depth < deepestCause;
  return {
    type: wordOf(error, 'name') ?? 'Error',
    message,
    ...(frames === '' ? {} : { stack: `${wordOf(error, 'name') ?? 'Error'}: ${message}\n${scrub(frames)}` }),
    ...(code === undefined ? {} : { code }),
    ...(kind === undefined ? {} : { kind }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(table === undefined ? {} : { table }),
    ...(error.cause === undefined || !goOn ? {} : { cause: describeError(error.cause, depth + 1) }),
    ...(error instanceof AggregateError && goOn
      ? { errors: error.errors.slice(0, mostErrors).map((each: unknown) => describeError(each, depth + 1)) }
      : {}),
  };
}
