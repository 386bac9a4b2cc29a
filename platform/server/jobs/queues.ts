import type { PgBoss, QueueResult, UpdateQueueOptions } from 'pg-boss';
import type { JobDefinition } from './types.ts';

/** Where jobs go that failed for good. Nobody works on it; operators look, repair and send them again. */
export const deadLetterQueue = 'platform.dead_letter';

const day = 24 * 60 * 60;
const heartbeatSeconds = 60;
/** Our own limit comes first; the database's one is for processes that died. */
const expiryMargin = 30;
const longestDelay = 60 * 60;

function settingsOf({ retry, timeoutSeconds }: JobDefinition): UpdateQueueOptions {
  return {
    retryLimit: retry.limit,
    retryDelay: retry.delaySeconds,
    retryBackoff: retry.backoff,
    ...(retry.backoff ? { retryDelayMax: longestDelay } : {}),
    expireInSeconds: Math.ceil(timeoutSeconds) + expiryMargin,
    heartbeatSeconds,
    retentionSeconds: 14 * day,
    deleteAfterSeconds: 7 * day,
    deadLetter: deadLetterQueue,
    notify: true,
  };
}

function differs(existing: QueueResult, settings: UpdateQueueOptions): boolean {
  return Object.entries(settings).some(([name, value]) => Reflect.get(existing, name) !== value);
}

async function ensureQueue(
  boss: PgBoss,
  existing: ReadonlyMap<string, QueueResult>,
  name: string,
  settings: UpdateQueueOptions,
): Promise<void> {
  const queue = existing.get(name);
  if (queue === undefined) await boss.createQueue(name, settings);
  else if (differs(queue, settings)) await boss.updateQueue(name, settings);
}

async function ensureSchedules(boss: PgBoss, definitions: readonly JobDefinition[]): Promise<void> {
  const schedules = new Map((await boss.getSchedules()).map((schedule) => [schedule.name, schedule.cron]));
  for (const { name, schedule } of definitions) {
    if (schedules.get(name) === schedule) continue;
    if (schedule === undefined) await boss.unschedule(name);
    else await boss.schedule(name, schedule, {}, { tz: 'UTC' });
  }
}

/** Brings queues and schedules in line with the definitions; those of modules not loaded here stay as they are. */
export async function ensureQueues(boss: PgBoss, definitions: readonly JobDefinition[]): Promise<void> {
  const existing = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  await ensureQueue(boss, existing, deadLetterQueue, { retentionSeconds: 90 * day });
  for (const definition of definitions) {
    await ensureQueue(boss, existing, definition.name, settingsOf(definition));
  }
  await ensureSchedules(boss, definitions);
}
