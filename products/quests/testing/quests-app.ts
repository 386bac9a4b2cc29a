import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '#base/ids';
import { defineRef } from '#base/ref';
import { picture, published } from '#capabilities/files/testing';
import { signedInPerson, type TestPerson } from '#capabilities/identity/testing';
import { claimCase, decideCase, listCases } from '#capabilities/moderation/contract';
import type { BodyOf } from '#platform/contract';
import {
  startTestApp,
  type TestApp,
  type TestAppOptions,
  type TestClient,
  testClient,
} from '#platform/testing';
import { createQuest, type Point, type QuestDraft, saveRoute, submitQuest } from '../contract/index.ts';
import { questsRef } from '../server/index.ts';
import type { QuestsService } from '../server/quests.ts';

/** The module with its insides. */
export const questsModuleRef = defineRef<QuestsService>(questsRef.id);

/** City quests on a database of their own, with people to call it. */
export interface QuestsApp {
  readonly app: TestApp;
  readonly nobody: TestClient;
  person(
    name: string,
    roles?: readonly string[],
  ): Promise<{ readonly id: string; readonly call: TestClient }>;
  close(): Promise<void>;
}

/** Asks again while the process says that it is overloaded: machines that run tests are busy. */
function patient(client: TestClient): TestClient {
  return async (route, input) => {
    let answer = await client(route, input);
    while (answer.status === 503 && answer.problem().code === 'http.overloaded') {
      await sleep(100);
      answer = await client(route, input);
    }
    return answer;
  };
}

/** `modules`: the quests and everything they stand on; only tests may name them. */
export async function startQuests(options: TestAppOptions): Promise<QuestsApp> {
  const app = await startTestApp(options);
  return {
    app,
    nobody: patient(testClient(app)),
    async person(name, roles = ['user']) {
      const { id, accessToken }: TestPerson = await signedInPerson(app, { name, roles });
      return { id, call: patient(testClient(app, accessToken)) };
    },
    close: () => app.close(),
  };
}

/** A point of a route; `change` what matters to the test. */
export function pointAt(lat: number, lng: number, change: Partial<Point> = {}): Point {
  return {
    id: newId(),
    title: 'A point',
    place_settings: { lat, lng, radius: 30, hidden: false, strict: false },
    before: [],
    story: [{ kind: 'text', text: 'Look around.' }],
    task: { kind: 'gps' },
    after: [],
    score: 100,
    wrong_penalty: 1,
    skip_penalty: 50,
    hints: [],
    here_after_minutes: 5,
    ...change,
  };
}

export const shortWalk = (): Point[] => [
  pointAt(59.9386, 30.3141, { title: 'The square' }),
  pointAt(59.9398, 30.3146, { title: 'The arch' }),
  pointAt(59.941, 30.3129, { title: 'The bridge' }),
];

export const description =
  'A walk along the canals with stories about those who built the city, and about what they hid in its walls and yards.';

/** What matters to a test about a quest; the rest is filled in. */
export type NewQuest = Omit<BodyOf<typeof createQuest>, 'title' | 'city' | 'category'> &
  Partial<Pick<QuestDraft, 'title' | 'city' | 'category'>> & { readonly points?: Point[] };

let seeds = 0;

/** A draft with everything a submission needs. */
export async function readyDraft(author: TestClient, change: NewQuest = {}): Promise<QuestDraft> {
  const { points = shortWalk(), ...content } = change;
  seeds += 1;
  const cover = await published(author, await picture('png', { seed: seeds }), { purpose: 'quests.cover' });
  const draft = await author(createQuest, {
    body: {
      title: 'Secrets of the canals',
      city: 'saint-petersburg',
      category: 'history',
      summary: 'Three bridges and one riddle',
      description,
      cover_file_id: cover.id,
      ...content,
    },
  });
  const saved = await author(saveRoute, { params: { id: draft.reply().id }, body: { points } });
  return saved.reply();
}

/** What a moderator decides about the open case of a subject. */
export async function decideQuest(
  moderator: TestClient,
  questId: string,
  decision: 'approve' | 'reject',
): Promise<void> {
  const { items } = (await moderator(listCases, { query: { kind: 'quests.quest', limit: 100 } })).reply();
  const found = items.find(({ subject_id: subject }) => subject === questId);
  if (found === undefined) throw new Error('There is no open case about this quest.');
  (await moderator(claimCase, { params: { id: found.id } })).reply();
  const body =
    decision === 'approve'
      ? { decision, reason_code: 'fine' }
      : { decision, reason_code: 'incomplete', note: 'The bridge is closed.' };
  (await moderator(decideCase, { params: { id: found.id }, body })).reply();
}

/** Submits a draft and approves it; answers its id. */
export async function publishedQuest(
  author: TestClient,
  moderator: TestClient,
  change: NewQuest = {},
): Promise<string> {
  const { id } = await readyDraft(author, change);
  (await author(submitQuest, { params: { id } })).reply();
  await decideQuest(moderator, id, 'approve');
  return id;
}
