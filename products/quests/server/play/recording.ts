import type { Analytics } from '#capabilities/analytics/server';
import type { Recommendations } from '#capabilities/recommendations/server';
import type { Tx } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import { SessionFinished } from '../../contract/index.ts';
import type { Catalogue } from '../rooms.ts';
import { earnAchievements } from './achievements.ts';
import { isFinished, isRanked, scoreOf, type Walk } from './progress.rules.ts';
import { saveProgress, updateSession } from './session.store.ts';
import type { OpenSession } from './sessions.ts';

/** Writes down what became of a session, and tells whom it concerns. */
export interface Recording {
  /** In the transaction that locked the session. */
  save(
    tx: Tx,
    session: OpenSession,
    after: Walk,
    override?: { readonly ranked: boolean | null },
  ): Promise<void>;
}

export interface RecordingNeeds {
  readonly events: Events;
  readonly catalogue: Catalogue;
  readonly analytics: Analytics;
  readonly recommendations: Recommendations;
}

export function createRecording({
  events,
  catalogue,
  analytics,
  recommendations,
}: RecordingNeeds): Recording {
  async function trackPoints(tx: Tx, session: OpenSession, after: Walk, ownerId: string): Promise<void> {
    const { row, walk } = session;
    for (const [position, id] of after.order.entries()) {
      const point = after.progress.get(id);
      const before = walk.progress.get(id);
      if (point?.status !== 'done' || (before !== undefined && isFinished(before))) continue;
      for (const userId of row.player_ids)
        await analytics.track(tx, {
          name: 'quests.point_finished',
          subjectId: row.quest_id,
          userId,
          ownerId,
          step: { id, position },
          key: `quests.point_finished:${row.id}:${id}:${userId}`,
          ...(point.finishedAt === null ? {} : { at: point.finishedAt }),
        });
    }
  }

  async function finished(tx: Tx, { row }: OpenSession, after: Walk, ownerId: string): Promise<void> {
    const at = after.finishedAt ?? row.started_at;
    const seconds = Math.round((at.getTime() - row.started_at.getTime()) / 1_000);
    await catalogue.count(tx, row.quest_id, { finished: 1 });
    for (const userId of row.player_ids) {
      const key = `quests.finished:${row.id}:${userId}`;
      await analytics.track(tx, {
        name: 'quests.finished',
        subjectId: row.quest_id,
        userId,
        ownerId,
        at,
        value: seconds,
        key,
      });
      await recommendations.record(tx, {
        collection: 'quests',
        userId,
        itemId: row.quest_id,
        weight: 0.6,
        at,
      });
      await earnAchievements(tx, userId, at);
    }
    await events.emit(tx, SessionFinished, {
      session_id: row.id,
      quest_id: row.quest_id,
      player_ids: row.player_ids,
      score: scoreOf(after).score,
    });
  }

  return {
    async save(tx, session, after, override) {
      const { row, walk } = session;
      const rankedOverride = override === undefined ? row.ranked_override : override.ranked;
      const { score, penalties, hints } = scoreOf(after);
      const changed = [...after.progress].filter(([id, point]) => walk.progress.get(id) !== point);
      await saveProgress(
        tx,
        row.id,
        changed.map(([, point]) => point),
      );
      await updateSession(tx, {
        id: row.id,
        state: after.state,
        adjustment: after.adjustment,
        suspicious: after.suspicious,
        ranked_override: rankedOverride,
        score,
        penalties,
        hints_taken: hints,
        ranked: rankedOverride ?? isRanked(after),
        finished_at: after.finishedAt,
      });
      if (row.test) return;
      const quest = await catalogue.brief(tx, row.quest_id);
      if (quest === undefined) return;
      await trackPoints(tx, session, after, quest.authorId);
      if (after.state === 'finished' && walk.state === 'active')
        await finished(tx, session, after, quest.authorId);
    },
  };
}
