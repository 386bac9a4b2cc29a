import type { Page } from '#base/page';
import { type Clock, day } from '#base/time';
import type { Permission } from '#platform/contract';
import type { Database, Tx } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import { textFlags } from '../filters/text-flags.rules.ts';
import type { Images } from '../images/images.ts';
import type { CasePreview, ModerationSubject } from '../index.ts';
import type { Subjects } from '../subjects.ts';
import { caseNotFound, checkClaim, checkHolder, claimTime } from './case.rules.ts';
import { findCase, lockCase, setClaim } from './case.store.ts';
import type { Case, CaseView, ListedCase } from './case.ts';
import { type CaseFilter, listCases } from './case-list.read.ts';
import { createDeciding, type NewDecision } from './decide.ts';
import { appendHistory, historyOf } from './history.store.ts';
import { commentsOf } from './report.store.ts';
import {
  type ModeratorFigures,
  medianAge,
  moderatorFigures,
  type QueueFigures,
  queueFigures,
} from './stats.read.ts';

/** Who works at the desk. Cases of kinds their permissions do not cover are not found. */
export interface Moderator {
  readonly userId: string;
  readonly permissions: ReadonlySet<Permission>;
}

export interface DeskStats {
  readonly kinds: readonly QueueFigures[];
  readonly medianAgeSeconds: number | null;
  readonly moderators: readonly ModeratorFigures[];
}

/** The work of moderators: one queue over the kinds each may decide. */
export interface Desk {
  list(
    moderator: Moderator,
    filter: Pick<CaseFilter, 'status' | 'late' | 'limit' | 'cursor'> & {
      readonly kind?: string;
      readonly mine?: boolean;
    },
  ): Promise<Page<ListedCase>>;
  view(moderator: Moderator, caseId: string): Promise<CaseView>;
  /** Of many who ask at once exactly one gets it. */
  claim(moderator: Moderator, caseId: string): Promise<void>;
  release(moderator: Moderator, caseId: string): Promise<void>;
  decide(moderator: Moderator, caseId: string, decision: Omit<NewDecision, 'moderatorId'>): Promise<void>;
  stats(moderator: Moderator): Promise<DeskStats>;
}

interface Dependencies {
  readonly database: Database;
  readonly events: Events;
  readonly subjects: Subjects;
  readonly images: Images;
  readonly clock: Clock;
  readonly trustedHosts: readonly string[];
}

export function createDesk(dependencies: Dependencies): Desk {
  const { database, subjects, clock, trustedHosts } = dependencies;
  const decide = createDeciding(dependencies);

  async function withPreviews(
    cases: readonly Case[],
    kinds: readonly ModerationSubject[],
  ): Promise<readonly ListedCase[]> {
    const previews = new Map<string, CasePreview>();
    for (const [kind, group] of Map.groupBy(cases, (found) => found.kind)) {
      const ids = group.map(({ subjectId }) => subjectId);
      const subject = kinds.find((one) => one.kind === kind);
      for (const [id, preview] of (await subject?.preview(database, ids)) ?? [])
        previews.set(`${kind} ${id}`, preview);
    }
    return cases.map((found) => ({
      ...found,
      preview: previews.get(`${found.kind} ${found.subjectId}`) ?? null,
    }));
  }

  function checkVisible(found: Case | undefined, kinds: readonly ModerationSubject[]): Case {
    if (found === undefined || !kinds.some(({ kind }) => kind === found.kind)) throw caseNotFound();
    return found;
  }

  function locked(moderator: Moderator, caseId: string, work: (tx: Tx, found: Case) => Promise<void>) {
    const kinds = subjects.visibleTo(moderator.permissions);
    return database.transaction(async (tx) => work(tx, checkVisible(await lockCase(tx, caseId), kinds)));
  }

  return {
    async list({ userId, permissions }, { kind, mine, ...filter }) {
      const kinds = subjects.visibleTo(permissions);
      const wanted = kinds.filter((subject) => kind === undefined || subject.kind === kind);
      const page = await listCases(database, {
        ...filter,
        ...(mine === true ? { claimedBy: userId } : {}),
        kinds: wanted.map((subject) => subject.kind),
        now: clock(),
      });
      return { items: await withPreviews(page.items, kinds), nextCursor: page.nextCursor };
    },

    async view({ permissions }, caseId) {
      const kinds = subjects.visibleTo(permissions);
      const found = checkVisible(await findCase(database, caseId), kinds);
      const [[listed], history, comments] = await Promise.all([
        withPreviews([found], kinds),
        historyOf(database, caseId),
        commentsOf(database, caseId),
      ]);
      const preview = listed?.preview ?? null;
      const marks = preview === null ? [] : textFlags(preview.text, trustedHosts);
      return { ...found, preview, marks: marks.filter(({ at }) => at !== undefined), history, comments };
    },

    claim: (moderator, caseId) =>
      locked(moderator, caseId, async (tx, found) => {
        const at = clock();
        const { userId } = moderator;
        checkClaim(found, userId, at);
        const isRenewal = found.claimedBy === userId;
        await setClaim(tx, caseId, {
          moderatorId: userId,
          at,
          expiresAt: new Date(at.getTime() + claimTime),
        });
        if (!isRenewal) await appendHistory(tx, caseId, { happenedAt: at, act: 'claimed', actorId: userId });
      }),

    release: (moderator, caseId) =>
      locked(moderator, caseId, async (tx, found) => {
        if (found.status === 'open') return;
        checkHolder(found, moderator.userId);
        await setClaim(tx, caseId, null);
        await appendHistory(tx, caseId, {
          happenedAt: clock(),
          act: 'released',
          actorId: moderator.userId,
        });
      }),

    async decide({ userId, permissions }, caseId, decision) {
      const kinds = subjects.visibleTo(permissions);
      checkVisible(await findCase(database, caseId), kinds);
      await decide(caseId, { ...decision, moderatorId: userId });
    },

    async stats({ permissions }) {
      const kinds = subjects.visibleTo(permissions).map(({ kind }) => kind);
      const now = clock();
      const [queue, medianAgeSeconds, moderators] = await Promise.all([
        queueFigures(database, kinds, now),
        medianAge(database, kinds, now),
        moderatorFigures(database, kinds, new Date(now.getTime() - 7 * day)),
      ]);
      return { kinds: queue, medianAgeSeconds, moderators };
    },
  };
}
