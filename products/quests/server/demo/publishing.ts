import { newId } from '#base/ids';
import type { Caller } from '#platform/server/http';
import type { DemoDoor } from '#platform/server/modules';
import type { Point } from '../../contract/index.ts';
import type { QuestsService } from '../quests.ts';
import { centreQuests } from './centre.fixture.ts';
import { drawCover } from './cover.ts';
import { islandQuests } from './islands.fixture.ts';
import { quarterQuests, waitingQuest } from './quarters.fixture.ts';
import type { DemoPoint, DemoQuest } from './quest-data.ts';

const pointOf = ({ title, lat, lng, before, story, task, hint, after }: DemoPoint): Point => ({
  id: newId(),
  title,
  place_settings: { lat, lng, radius: 50, hidden: false, strict: false },
  before: [{ kind: 'text', text: before }],
  story: [{ kind: 'text', text: story }],
  task,
  after: [{ kind: 'text', text: after }],
  score: 100,
  wrong_penalty: 5,
  skip_penalty: 60,
  hints: [{ id: 'h1', text: hint, penalty: 20 }],
  here_after_minutes: 3,
});

const all: readonly DemoQuest[] = [...centreQuests, ...islandQuests, ...quarterQuests, waitingQuest];

/** Twelve published quests, and one that waits for a moderator, so that the desk has something on it. */
export async function publishDemoQuests(
  { service, platform }: DemoDoor<QuestsService>,
  author: Caller,
): Promise<readonly string[]> {
  const published: string[] = [];
  // Pictures take most of the time, and every processor can work at them.
  const covers = await Promise.all(
    all.map(async (_, index) => {
      const picture = { ownerId: author.userId, purpose: 'quests.cover', name: 'cover.jpg' };
      return service.publishFile({ ...picture, body: await drawCover(index) });
    }),
  );
  for (const [index, demo] of all.entries()) {
    const { title, summary, description, category, vehicle, difficulty, minutes, orderMode, price } = demo;
    const begun = { title, city: 'saint-petersburg', category };
    const { id } = await service.drafts.create(author, begun);
    await service.drafts.save(author, id, {
      content: {
        summary,
        description,
        vehicle,
        difficulty,
        duration_minutes: minutes,
        order_mode: orderMode,
        price: { amount: price * 100, currency: 'RUB' },
        languages: ['ru'],
        cover_file_id: covers[index]?.id ?? null,
      },
      points: demo.points.map(pointOf),
    });
    await service.lifecycle.submit(author, id);
    if (demo === waitingQuest) break;
    await platform.database.transaction(async (tx) => {
      await service.publishing.approve(tx, id);
      await service.withdrawCase(tx, id);
    });
    published.push(id);
  }
  return published;
}
