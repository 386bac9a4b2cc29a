import { newId } from '#base/ids';
import type { Clock } from '#base/time';
import type { Database } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import type { Log } from '#platform/server/telemetry';
import { mostAttempts, waitAfter } from '../delivery/backoff.rules.ts';
import type { Notifications } from '../index.ts';
import { tellOperators } from '../jobs/definitions.ts';
import type { Slack } from '../transports/slack.ts';
import { findAlert, insertAlert, markLogged, setAlertState } from './alert.store.ts';

/** Notices to the operators. */
export interface Alerts {
  readonly alert: Notifications['alert'];
  /** What the job does. */
  tell(id: string, signal: AbortSignal): Promise<void>;
}

const longestText = 3_000;

export function createAlerts(parts: {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  /** Undefined: the log only. */
  readonly slack: Slack | undefined;
}): Alerts {
  const { database, jobs, clock, log, slack } = parts;
  return {
    async alert(tx, { code, text, key }) {
      const alert = { id: newId(), key, code, text: text.slice(0, longestText).toWellFormed(), now: clock() };
      if (await insertAlert(tx, alert)) await jobs.send(tx, tellOperators, { alert_id: alert.id });
    },
    async tell(id, signal) {
      const alert = await findAlert(database, id);
      if (alert === undefined || alert.state !== 'waiting') return;
      if (alert.logged_at === null) {
        log.warn({ alert: alert.code }, alert.message);
        await database.transaction((tx) => markLogged(tx, id, clock()));
      }
      const outcome =
        slack === undefined ? undefined : await slack({ code: alert.code, text: alert.message }, signal);
      const attempts = alert.attempts + (outcome === undefined ? 0 : 1);
      await database.transaction(async (tx) => {
        if (outcome?.kind !== 'later' || attempts >= mostAttempts) {
          const state = outcome === undefined ? 'logged' : outcome.kind === 'sent' ? 'sent' : 'failed';
          return setAlertState(tx, id, state, attempts, clock());
        }
        await setAlertState(tx, id, 'waiting', attempts, clock());
        const startAfterSeconds = waitAfter(attempts, outcome.afterSeconds);
        await jobs.send(tx, tellOperators, { alert_id: id }, { startAfterSeconds });
      });
    },
  };
}
