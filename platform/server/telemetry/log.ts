import { destination as openDestination, pino, stdTimeFunctions } from 'pino';
import { prettyFactory } from 'pino-pretty';
import { redact } from './redaction/redact.ts';
import { scrub } from './redaction/scrub.ts';
import type { FlushableLog, Log, LogDestination, LogOptions } from './types.ts';

const levels = ['debug', 'info', 'warn', 'error'] as const;

/** Standard output without blocking: lines gather for a moment and go out together. */
function standardOutput(format: LogOptions['format']): LogDestination {
  return openDestination({
    dest: 1,
    sync: false,
    minLength: format === 'json' ? 4_096 : 0,
    periodicFlush: 200,
  });
}

/** Formats in this thread: pino's usual worker could lose the last lines of a dying process. */
function prettied(target: LogDestination): LogDestination {
  const format = prettyFactory({
    colorize: target.isTerminal ?? process.stdout.isTTY === true,
    translateTime: 'SYS:HH:MM:ss.l',
    ignore: 'pid,hostname',
    singleLine: true,
  });
  return { write: (line) => target.write(format(line)) };
}

function wrap(logger: pino.Logger): Log {
  const at =
    (level: (typeof levels)[number]): Log['info'] =>
    (fields, message) => {
      if (logger.isLevelEnabled(level)) logger[level](redact(fields), scrub(message));
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (bindings) => wrap(logger.child(redact(bindings))),
  };
}

/**
 * Opens the log of this process: one line an event, JSON or readable text. Writes asynchronously;
 * `flush()` writes at once what is still waiting. Secrets, personal data and message texts are removed by the
 * name of the field and by the look of the value, at any depth up to eight; errors are described with their
 * causes and without what drivers attach to them (row values, parameters, requests).
 * `code`, `message`, `text` and `content` count as sensitive names: log a refusal's code as `refusal`.
 */
export function createLog(options: LogOptions): FlushableLog {
  const target = options.destination ?? standardOutput(options.format);
  const logger = pino(
    {
      level: options.level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // The fields arrive redacted; pino's own serializer would read an error's other properties.
      serializers: { err: (value: unknown) => value },
    },
    options.format === 'pretty' ? prettied(target) : target,
  );
  return { ...wrap(logger), flush: () => target.flushSync?.() };
}

const nothing = (): void => undefined;

/** A log that keeps nothing; for tests and tools. */
export const silentLog: FlushableLog = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  child: () => silentLog,
  flush: nothing,
};
