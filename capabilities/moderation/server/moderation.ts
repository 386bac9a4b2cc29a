import { type Clock, day } from '#base/time';
import type { Files } from '#capabilities/files/server';
import type { PlatformConfig } from '#platform/server/config';
import type { Database } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import type { ReadExtensions } from '#platform/server/modules';
import type { PersonalData } from '#platform/server/privacy';
import type { Log } from '#platform/server/telemetry';
import { createDesk, type Desk } from './cases/desk.ts';
import { createOpening } from './cases/open-case.ts';
import type { ModerationConfig } from './config.ts';
import { createFilters, traceDays } from './filters/inspect.ts';
import { textFlags } from './filters/text-flags.rules.ts';
import { verdictOf } from './filters/verdict.rules.ts';
import { type Blocklist, createBlocklist } from './images/blocklist.ts';
import { createImages } from './images/images.ts';
import { type Inspection, type Moderation, moderationSubjectsPoint } from './index.ts';
import { createPersonalData } from './privacy.ts';
import { createReasons, type Reasons } from './reasons/reasons.ts';
import { createSubjects, type Subjects } from './subjects.ts';
import { deleteTracesBefore } from './traces/erasure.store.ts';

/** Moderation as the module's own doors use it. */
export interface ModerationService extends Moderation {
  readonly subjects: Subjects;
  readonly desk: Desk;
  readonly reasons: Reasons;
  readonly blocklist: Blocklist;
  readonly personalData: PersonalData;
  readonly clock: Clock;
  /** The pure filters alone: nothing is kept. */
  tryText(text: string, isNewAuthor: boolean): Inspection;
  /** Deletes what filters remember for longer than thirty days; answers how much. */
  purgeTraces(): Promise<number>;
}

interface Dependencies {
  readonly platform: PlatformConfig;
  readonly database: Database;
  readonly events: Events;
  readonly files: Files;
  readonly filled: ReadExtensions;
  readonly clock: Clock;
  readonly log: Log;
  readonly config: ModerationConfig;
}

function trustedHostsOf({ platform, config }: Pick<Dependencies, 'platform' | 'config'>): readonly string[] {
  const own = [new URL(platform.publicUrl).hostname];
  return [...own, ...(config.MODERATION_TRUSTED_HOSTS?.split(',') ?? [])];
}

/** Builds moderation. */
export function createModeration(context: Dependencies): ModerationService {
  const { database, clock, filled } = context;
  const trustedHosts = trustedHostsOf(context);
  const subjects = createSubjects(() => filled(moderationSubjectsPoint));
  const images = createImages(context);
  return {
    ...createFilters({ clock, trustedHosts }),
    ...createOpening({ subjects, clock }),
    inspectImages: images.inspectImages,
    subjects,
    desk: createDesk({ ...context, subjects, images, trustedHosts }),
    reasons: createReasons(database),
    blocklist: createBlocklist(database),
    personalData: createPersonalData(database),
    clock,
    tryText: (text, isNewAuthor) => verdictOf(textFlags(text, trustedHosts), isNewAuthor),
    purgeTraces: () =>
      database.transaction((tx) => deleteTracesBefore(tx, new Date(clock().getTime() - traceDays * day))),
  };
}
