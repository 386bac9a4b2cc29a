// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { MyQuest } from '../../../contract/index.ts';
import { type Answers, nothing, page, refusal, renderAt } from '../../render.fixture.tsx';
import { quest, questId, stranger } from '../quest.fixture.ts';
import { QuestScreen } from './quest-screen.tsx';

const sessionId = '00000000-0000-7000-8000-0000000000e1';
const review = {
  id: '00000000-0000-7000-8000-0000000000c1',
  quest_id: questId,
  author: quest.author,
  stars: 5,
  text: 'We liked the lions.',
  photos: [],
  state: 'shown',
  mine: false,
  created_at: '2026-11-10T10:00:00.000Z',
  edited_at: null,
};

const answersOf = (mine: Partial<MyQuest> = {}, more: Answers = {}): Answers => ({
  [`GET /v2/quests/${questId}`]: () => quest,
  [`GET /v2/quests/${questId}/mine`]: () => ({ ...stranger, ...mine }),
  [`GET /v2/quests/${questId}/reviews`]: () => page(review),
  [`GET /v2/quests/${questId}/similar`]: () => ({ items: [] }),
  'GET /v2/leaderboards/quest': () => ({ items: [], mine: null }),
  'GET /v2/map-style': () => ({ style_url: null, attribution: null }),
  'GET /payments/wallet': () => ({ balances: [], items: [], next_cursor: null }),
  ...more,
});

const open = (answers: Answers, anonymous = false) =>
  renderAt(<QuestScreen />, {
    path: '/quests/:id',
    address: `/quests/${questId}`,
    answer: answers,
    anonymous,
  });
const address = (): string => screen.getByTestId('address').textContent ?? '';

afterEach(cleanup);

describe("a quest's page", () => {
  it('shows everything to somebody who is not signed in, and sends them to sign in and back', async () => {
    const asked = await open(answersOf(), true);
    expect(await screen.findByRole('heading', { level: 1, name: 'Lions and griffins' })).toBeDefined();
    expect(await screen.findByText('We liked the lions.')).toBeDefined();
    expect(screen.getByText('1 hr 30 min')).toBeDefined();
    expect(asked.some(({ path }) => path.endsWith('/mine'))).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Buy for ₽490' }));
    await waitFor(() => expect(address()).toBe(`/login?next=${encodeURIComponent(`/quests/${questId}`)}`));
  });

  it('opens the purchase to a stranger', async () => {
    await open(answersOf());
    const button = await screen.findByRole('button', { name: 'Buy for ₽490' });
    await waitFor(() => expect(button.hasAttribute('disabled')).toBe(false));
    await userEvent.click(button);
    expect(await screen.findByRole('dialog', { name: 'Buying a quest' })).toBeDefined();
  });

  it('starts for its owner', async () => {
    const asked = await open(
      answersOf(
        { playable: true },
        { 'POST /v2/sessions': () => Response.json({ id: sessionId }, { status: 201 }) },
      ),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Start' }));
    await waitFor(() => expect(address()).toBe(`/play/${sessionId}`));
    expect(asked.find(({ path }) => path === '/v2/sessions')?.body).toEqual({ quest_id: questId });
  });

  it('continues where somebody is on the way', async () => {
    await open(answersOf({ playable: true, active_session_id: sessionId }));
    const link = await screen.findByRole('link', { name: 'Continue' });
    expect(link.getAttribute('href')).toBe(`/play/${sessionId}`);
  });

  it('lets those who finished play again and review it', async () => {
    const asked = await open(
      answersOf(
        { playable: true, finished_session_id: sessionId },
        { [`POST /v2/quests/${questId}/reviews`]: () => Response.json(review, { status: 201 }) },
      ),
    );
    expect(await screen.findByRole('button', { name: 'Play again' })).toBeDefined();
    await userEvent.click(await screen.findByRole('button', { name: 'Write a review' }));
    const dialog = await screen.findByRole('dialog', { name: 'Write a review' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Publish' }));
    expect(await within(dialog).findByText('Choose the stars')).toBeDefined();
    // Stars read the pointer's place from a layout, which there is none of here.
    fireEvent.click(within(dialog).getByRole('radio', { name: '4 of 5' }));
    await userEvent.type(within(dialog).getByRole('textbox'), 'A good walk.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Publish' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      stars: 4,
      text: 'A good walk.',
      photo_file_ids: [],
    });
  });

  it('marks and reports', async () => {
    const asked = await open(
      answersOf(
        {},
        {
          [`PUT /v2/favourites/${questId}`]: nothing,
          [`POST /v2/reviews/${review.id}/report`]: nothing,
          [`POST /v2/quests/${questId}/reports`]: nothing,
        },
      ),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Add to favourites' }));
    await waitFor(() => expect(asked.some(({ method }) => method === 'PUT')).toBe(true));
    await userEvent.click(await screen.findByRole('button', { name: 'Report' }));
    await userEvent.type(await screen.findByRole('textbox', { name: /What is wrong/ }), 'Rude.');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'Report a problem' }));
    await userEvent.type(await screen.findByRole('textbox', { name: /What is wrong/ }), 'The gate is shut.');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() =>
      expect(asked.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body])).toEqual([
        [`/v2/reviews/${review.id}/report`, { comment: 'Rude.' }],
        [`/v2/quests/${questId}/reports`, { comment: 'The gate is shut.' }],
      ]),
    );
  });

  it('says that there is no such quest', async () => {
    await open({ [`GET /v2/quests/${questId}`]: () => refusal(404, 'quests.quest_not_found') });
    expect(await screen.findByRole('heading', { name: 'There is no such quest' })).toBeDefined();
  });
});
