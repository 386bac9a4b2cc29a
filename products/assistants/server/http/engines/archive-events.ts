import type { ServerSentEvent } from '#platform/server/http';
import type { FileReport } from '#products/assistants/engines/diagnostics';
import type { ArchiveEvent, CheckArchiveOutput } from '../../engines/tasks/archive.ts';
import { presentFile } from './present-code.ts';

interface ArchiveWork {
  readonly locale: 'ru' | 'en';
  readonly run: (onEvent: (event: unknown) => void) => Promise<CheckArchiveOutput>;
  /** Keeps the result; answers its id, or null when nobody asked for it. */
  readonly keep: (output: CheckArchiveOutput, report: readonly FileReport[]) => Promise<string | null>;
}

function present(event: ArchiveEvent, locale: 'ru' | 'en'): ServerSentEvent {
  switch (event.event) {
    case 'start':
      return { event: 'start', data: { files: event.files, warnings: event.warnings } };
    case 'file':
      return { event: 'file', data: presentFile(event.report, locale) };
    case 'progress':
      return { event: 'progress', data: { done: event.done, files: event.files } };
    default:
      return event satisfies never;
  }
}

/**
 * The check of an archive as events. The work begins at once; what it refuses before its first event is thrown here,
 * so that it can become the status of the answer.
 */
export async function archiveEvents({
  locale,
  run,
  keep,
}: ArchiveWork): Promise<AsyncIterable<ServerSentEvent>> {
  const waiting: ArchiveEvent[] = [];
  const report: FileReport[] = [];
  let wake = Promise.withResolvers<void>();
  const working = run((told) => {
    // Told by the task of archives in the other thread.
    const event = told as ArchiveEvent;
    waiting.push(event);
    if (event.event === 'file') report.push(event.report);
    wake.resolve();
  });
  const ended = working.then(
    () => wake.resolve(),
    () => wake.resolve(),
  );
  await Promise.race([wake.promise, ended]);
  if (waiting.length === 0) await working;

  async function* events(): AsyncGenerator<ServerSentEvent> {
    let isEnded = false;
    void ended.then(() => {
      isEnded = true;
    });
    for (;;) {
      const event = waiting.shift();
      if (event !== undefined) {
        yield present(event, locale);
        continue;
      }
      if (isEnded) break;
      wake = Promise.withResolvers<void>();
      // What came between the look and the new promise is not slept over.
      if (waiting.length === 0) await Promise.race([wake.promise, ended]);
    }
    const output = await working;
    const { files, filesWithFindings, counts, leftOut, warnings } = output;
    yield {
      event: 'done',
      data: {
        files,
        files_with_findings: filesWithFindings,
        counts,
        left_out: leftOut,
        warnings,
        review_id: await keep(output, report),
      },
    };
  }
  return events();
}
