import { newId } from '#base/ids';
import { day, hour, minute } from '#base/time';
import { sql, type Tx } from '#platform/server/database';
import type { DemoDoor } from '#platform/server/modules';
import { insertReview } from '../people/review.store.ts';
import { earnAchievements } from '../play/achievements.ts';
import { isRanked, newWalk, type PointProgress, scoreOf, type Walk } from '../play/progress.rules.ts';
import { insertSession, saveProgress, updateSession } from '../play/session.store.ts';
import type { QuestsService } from '../quests.ts';
import type { QuestVersion } from '../rooms.ts';
import { type Chance, createChance } from './chance.ts';
import { criticism, mixed, praise } from './people.fixture.ts';

interface DemoWalk {
  readonly version: QuestVersion;
  readonly playerId: string;
  readonly startedAt: Date;
  readonly chance: Chance;
  /** How many points they got through; fewer than all means they gave up there. */
  readonly reached: number;
}

function walked({ version, startedAt, chance, reached }: DemoWalk, sessionId: string): Walk {
  const begun = newWalk(version, sessionId, startedAt);
  const progress = new Map<string, PointProgress>();
  let at = startedAt.getTime();
  for (const [index, id] of begun.order.entries()) {
    const openedAt = new Date(at);
    if (index >= reached) {
      progress.set(id, { ...blank(id, openedAt) });
      break;
    }
    at += (6 + chance.whole(14)) * minute;
    const arrivedAt = new Date(at - 3 * minute);
    const point = version.points.find((one) => one.id === id);
    const hints = chance.next() < 0.2 ? (point?.hints.slice(0, 1) ?? []) : [];
    const wrong = chance.next() < 0.25 ? 1 + chance.whole(2) : 0;
    const skipped = chance.next() < 0.05;
    const lost =
      hints.reduce((sum, { penalty }) => sum + penalty, 0) +
      wrong * (point?.wrong_penalty ?? 0) +
      (skipped ? (point?.skip_penalty ?? 0) : 0);
    progress.set(id, {
      ...blank(id, openedAt),
      status: skipped ? 'skipped' : 'done',
      arrivedAt,
      finishedAt: new Date(at),
      wrong,
      hints: hints.map((hint) => hint.id),
      earned: skipped ? 0 : (point?.score ?? 0),
      lost,
    });
  }
  const over = reached >= begun.order.length;
  return { ...begun, progress, state: over ? 'finished' : 'abandoned', finishedAt: new Date(at) };
}

const blank = (pointId: string, openedAt: Date): PointProgress => ({
  pointId,
  status: 'open',
  openedAt,
  triedAt: null,
  arrivedAt: null,
  finishedAt: null,
  believed: false,
  wrong: 0,
  hints: [],
  earned: 0,
  lost: 0,
});

async function saveWalk(tx: Tx, walk: DemoWalk): Promise<Walk> {
  const { version, playerId, startedAt } = walk;
  const id = newId(startedAt.getTime());
  const after = walked(walk, id);
  const { score, penalties, hints } = scoreOf(after);
  await insertSession(tx, {
    id,
    quest_id: version.questId,
    version: version.version,
    user_id: playerId,
    team_id: null,
    test: false,
    point_order: [...after.order],
    salt: 'demonstration',
    started_at: startedAt,
    player_ids: [playerId],
  });
  await saveProgress(tx, id, [...after.progress.values()]);
  await updateSession(tx, {
    id,
    state: after.state,
    adjustment: 0,
    suspicious: false,
    ranked_override: null,
    score,
    penalties,
    hints_taken: hints,
    ranked: isRanked(after),
    finished_at: after.finishedAt,
  });
  return after;
}

function reviewOf(chance: Chance): { readonly stars: number; readonly text: string } {
  const luck = chance.next();
  if (luck < 0.62) return { stars: 5, text: chance.pick(praise) };
  if (luck < 0.9) return { stars: 4, text: chance.pick(mixed) };
  return { stars: 3, text: chance.pick(criticism) };
}

/** What players did over the last five weeks: walks, reviews, favourites, and all that is counted from them. */
export async function walkDemoQuests(
  { service, platform }: DemoDoor<QuestsService>,
  quests: readonly string[],
  players: readonly string[],
  authorId: string,
): Promise<void> {
  const { database, clock } = platform;
  const chance = createChance(2_026);
  const now = clock().getTime();
  const versions = new Map<string, QuestVersion>();
  for (const questId of quests) {
    const brief = await service.catalogue.brief(database, questId);
    const version = await service.catalogue.version(database, questId, brief?.publishedVersion ?? 1);
    if (version !== undefined) versions.set(questId, version);
  }
  for (const [index, playerId] of players.entries()) {
    await database.transaction(async (tx) => {
      const chosen = [...quests].filter((_, at) => chance.next() < 0.6 / (1 + (at % 4) * 0.35));
      for (const questId of chosen.slice(0, 6)) {
        const version = versions.get(questId);
        if (version === undefined) continue;
        const startedAt = new Date(now - chance.whole(35) * day - chance.whole(10) * hour - index * minute);
        const gaveUp = chance.next() < 0.18;
        const reached = gaveUp ? chance.whole(version.points.length) : version.points.length;
        const after = await saveWalk(tx, { version, playerId, startedAt, chance, reached });
        await count(tx, { service, playerId, questId, authorId, startedAt, after });
        if (after.state === 'finished' && chance.next() < 0.75)
          await review(tx, {
            service,
            playerId,
            questId,
            authorId,
            at: after.finishedAt ?? startedAt,
            chance,
          });
      }
      await earnAchievements(tx, playerId, new Date(now));
    });
  }
}

interface Counted {
  readonly service: QuestsService;
  readonly playerId: string;
  readonly questId: string;
  readonly authorId: string;
  readonly startedAt: Date;
  readonly after: Walk;
}

async function count(
  tx: Tx,
  { service, playerId, questId, authorId, startedAt, after }: Counted,
): Promise<void> {
  const about = { subjectId: questId, userId: playerId, ownerId: authorId };
  const { track, record } = service.counting;
  await track(tx, { ...about, name: 'quests.viewed', at: new Date(startedAt.getTime() - hour) });
  await track(tx, { ...about, name: 'quests.started', at: startedAt });
  for (const [position, id] of after.order.entries()) {
    const point = after.progress.get(id);
    if (point?.status !== 'done' || point.finishedAt === null) continue;
    await track(tx, {
      ...about,
      name: 'quests.point_finished',
      step: { id, position },
      at: point.finishedAt,
    });
  }
  if (after.state !== 'finished' || after.finishedAt === null) return;
  const seconds = (after.finishedAt.getTime() - startedAt.getTime()) / 1_000;
  await track(tx, { ...about, name: 'quests.finished', at: after.finishedAt, value: Math.round(seconds) });
  await record(tx, {
    collection: 'quests',
    userId: playerId,
    itemId: questId,
    weight: 0.6,
    at: after.finishedAt,
  });
  await service.catalogue.count(tx, questId, { finished: 1 });
}

async function review(
  tx: Tx,
  {
    service,
    playerId,
    questId,
    authorId,
    at,
    chance,
  }: Omit<Counted, 'after' | 'startedAt'> & { readonly at: Date; readonly chance: Chance },
): Promise<void> {
  const { stars, text } = reviewOf(chance);
  const id = newId(at.getTime());
  const row = { id, quest_id: questId, author_id: playerId, stars, text, photo_file_ids: [], created_at: at };
  await insertReview(tx, { ...row, state: 'shown' });
  await service.catalogue.count(tx, questId, { stars, ratings: 1 });
  const { track, record } = service.counting;
  await track(tx, {
    name: 'quests.reviewed',
    subjectId: questId,
    userId: playerId,
    ownerId: authorId,
    value: stars,
    at,
  });
  await record(tx, { collection: 'quests', userId: playerId, itemId: questId, weight: stars / 5, at });
  if (chance.next() < 0.3)
    await tx.run(sql`
      INSERT INTO quests.favourite (user_id, quest_id, since) VALUES (${playerId}, ${questId}, ${at}) ON CONFLICT DO NOTHING`);
}
