// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Player } from '../../../contract/index.ts';
import { type Answer, nothing, page, refusal, renderAt } from '../../render.fixture.tsx';
import { PlayerScreen } from '../player/player-screen.tsx';
import type { Relation } from './relation.rules.ts';

afterEach(cleanup);

const boris = '00000000-0000-7000-8000-00000000bbbb';
const request = '00000000-0000-7000-8000-0000000000f1';

function playerOf(relation: Relation): Player {
  const asked = relation === 'asks_me' || relation === 'asked_by_me';
  return {
    ...{ id: boris, name: 'Boris', avatar: null, about: 'I walk.', instagram: 'boris.walks' },
    ...{ city: { code: 'spb', name: { ru: 'Санкт-Петербург', en: 'St Petersburg' } } },
    ...{ joined_at: '2026-01-02T03:04:05.000Z', finished_count: 12, score: 3_400 },
    ...{ written_count: 1, friend_count: 3, credits: null, private: false },
    ...{ relation, friend_request_id: asked ? request : null },
  };
}

/** A server on which a move changes the relation once, or is refused. */
function server(before: Relation, after: Relation, line: string, reply: () => Response | object): Answer {
  let relation = before;
  return ({ method, path }) => {
    if (`${method} ${path}` === line) {
      const answer = reply();
      if (!(answer instanceof Response) || answer.ok) relation = after;
      return answer;
    }
    if (path === `/v2/players/${boris}`) return playerOf(relation);
    if (path.endsWith('/achievements')) return { items: [] };
    return path.startsWith('/v2/quests') ? { ...page(), total: 0, facets: {}, corrected_to: null } : page();
  };
}

const settled = (state: string) => ({
  id: request,
  from: playerOf('none'),
  to: playerOf('none'),
  state,
  created_at: '2026-01-02T03:04:05.000Z',
});
const show = (answer: Answer) =>
  renderAt(<PlayerScreen />, { path: '/players/:id', address: `/players/${boris}`, answer });
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const choose = async (name: string) => {
  await press('More about Boris');
  await userEvent.click(await screen.findByRole('menuitem', { name }));
  return within(await screen.findByRole('dialog'));
};

describe('what can be done about another player', () => {
  it('asks for friendship, and can take it back', async () => {
    const asked = await show(
      server('none', 'asked_by_me', 'POST /friend-requests/', () => settled('pending')),
    );
    await press('Add as friend');
    await screen.findByRole('button', { name: 'Take back' });
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ user_id: boris });
    expect(await screen.findByText('The request is sent.')).toBeDefined();
  });

  it('says so when the other one had asked meanwhile', async () => {
    await show(server('none', 'friend', 'POST /friend-requests/', () => settled('accepted')));
    await press('Add as friend');
    expect(await screen.findByText('You and Boris are friends now.')).toBeDefined();
    expect(await screen.findByText('You are friends')).toBeDefined();
  });

  it('accepts at once', async () => {
    const line = `POST /friend-requests/${request}/answer`;
    const asked = await show(server('asks_me', 'friend', line, () => settled('accepted')));
    await press('Accept');
    await screen.findByText('You are friends');
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ accept: true });
  });

  it('declines after a question', async () => {
    const line = `POST /friend-requests/${request}/answer`;
    const asked = await show(server('asks_me', 'none', line, () => settled('declined')));
    await press('Decline');
    const dialog = within(await screen.findByRole('dialog', { name: 'Decline the request?' }));
    expect(asked.some(({ method }) => method === 'POST')).toBe(false);
    await userEvent.click(dialog.getByRole('button', { name: 'Decline' }));
    await screen.findByRole('button', { name: 'Add as friend' });
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ accept: false });
  });

  it('ends a friendship and blocks only after a question, and unblocks again', async () => {
    const asked = await show(server('friend', 'blocked', `PUT /v2/blocks/${boris}`, nothing));
    const kept = await choose('Remove from friends');
    await userEvent.click(kept.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const dialog = await choose('Block');
    expect(asked.every(({ method }) => method === 'GET')).toBe(true);
    await userEvent.click(dialog.getByRole('button', { name: 'Block' }));
    expect(await screen.findByRole('button', { name: 'Lift the block' })).toBeDefined();
    expect(screen.queryByRole('link', { name: 'Write' })).toBeNull();
  });

  it('tells in its own words why it failed, and shows what is true now', async () => {
    const line = 'POST /friend-requests/';
    await show(server('none', 'none', line, () => refusal(409, 'quests.already_friends')));
    await press('Add as friend');
    expect(await screen.findByText('You are friends already.')).toBeDefined();
    expect(screen.queryByText(/English only/)).toBeNull();
  });

  it('leads to the conversation, and out to Instagram without a trace', async () => {
    await show(server('friend', 'friend', '-', nothing));
    const write = await screen.findByRole('link', { name: 'Write' });
    expect(write.getAttribute('href')).toBe(`/chats/with/${boris}`);
    const out = screen.getByRole('link', { name: 'Instagram: boris.walks' });
    expect(out.getAttribute('href')).toBe('https://www.instagram.com/boris.walks/');
    expect(out.getAttribute('rel')).toContain('noopener');
  });
});
