// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { page, refusal, renderDesk } from '../../render.fixture.tsx';
import { SessionsScreen } from './sessions-screen.tsx';

afterEach(cleanup);

const id = '01938d3a-0000-7000-8000-000000000001';
const pointId = '01938d3a-0000-7000-8000-000000000002';
const player = { id: '01938d3a-0000-7000-8000-000000000003', name: 'Anna', avatar: null };
const brief = {
  id,
  quest_id: id,
  title: 'Secrets of the canals',
  state: 'active',
  test: false,
  team_id: null,
  started_at: '2026-11-21T10:00:00.000Z',
  finished_at: null,
  score: 100,
  penalties: 0,
};
const point = {
  id: pointId,
  position: 0,
  title: 'The arch',
  status: 'open',
  place: null,
  radius: 30,
  before: [],
  story: [],
  task: null,
  after: [],
  score: 100,
  earned: 0,
  wrong_answers: 2,
  skip_penalty: 0,
  wrong_penalty: 0,
  hints: [],
  here_at: null,
  station_code: null,
};
const locked = { ...point, id: player.id, position: 1, title: null, status: 'locked', wrong_answers: 0 };
const session = {
  ...brief,
  version: 1,
  order_mode: 'linear',
  chat_id: null,
  players: [player],
  hints_taken: 1,
  ranked: true,
  revision: 3,
  points: [point, locked],
};

const answer =
  (repaired: Response | object = session, shown: object = session) =>
  ({ method, path }: { readonly method: string; readonly path: string }) => {
    if (path.startsWith('/v2/admin/sessions?') || path === '/v2/admin/sessions')
      return page({ ...brief, player, ranked: false });
    if (method === 'POST') return repaired;
    if (path === `/v2/sessions/${id}`) return shown;
    return path.startsWith('/v2/quests')
      ? { ...page(), total: 0, facets: {}, corrected_to: null }
      : undefined;
  };

async function openPanel(): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole('button', { name: 'Open: Secrets of the canals' }));
  return screen.findByRole('dialog', { name: 'Walk' });
}

describe('the walks', () => {
  it('are narrowed by filters that stand in the address', async () => {
    const asked = await renderDesk(<SessionsScreen />, answer(), '/admin/sessions?suspicious=yes');
    await screen.findByText('out of the ranking');
    expect(asked.some(({ path }) => path.includes('suspicious=true'))).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Anna: All walks of the player' }));
    await waitFor(() => expect(asked.some(({ path }) => path.includes(`user_id=${player.id}`))).toBe(true));
    expect(screen.getByTestId('address').textContent).toContain(`user=${player.id}`);
  });

  it('show their points, what is locked without its name', async () => {
    await renderDesk(<SessionsScreen />, answer());
    const panel = await openPanel();
    await within(panel).findByText('1. The arch');
    within(panel).getByText('0 of 100 points · 2 wrong answers');
    within(panel).getByText('2. Point 2');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('helping a player', () => {
  it('completes a point from its row, with a reason', async () => {
    const asked = await renderDesk(<SessionsScreen />, answer());
    const panel = await openPanel();
    await userEvent.click(await within(panel).findByRole('button', { name: 'Complete “The arch”' }));
    const dialog = await screen.findByRole('dialog', { name: 'Help the player' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Apply' }));
    await within(dialog).findByText('Please fill this in');
    expect(asked.some(({ method }) => method === 'POST')).toBe(false);
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Reason/ }), 'The sign is gone');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Apply' }));
    await screen.findByText('Done');
    expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
      method: 'POST',
      path: `/v2/admin/sessions/${id}/repair`,
      body: { action: 'complete_point', point_id: pointId, reason: 'The sign is gone' },
    });
  });

  it('wants a number for a correction and says why the server refused', async () => {
    const asked = await renderDesk(<SessionsScreen />, answer(refusal(409, 'quests.session_running')));
    const panel = await openPanel();
    await userEvent.click(await within(panel).findByRole('button', { name: 'Help the player' }));
    const dialog = await screen.findByRole('dialog', { name: 'Help the player' });
    await userEvent.click(within(dialog).getByRole('combobox', { name: /What to do/ }));
    const options = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
    expect(options).toEqual(['Complete a point', 'Correct the score', 'Finish the walk', 'Ranking']);
    await userEvent.click(screen.getByRole('option', { name: 'Correct the score' }));
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Reason/ }), 'Wrong answer key');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Apply' }));
    await within(dialog).findByText('Give a number other than zero');
    await userEvent.type(within(dialog).getByRole('spinbutton', { name: /By how many/ }), '-50');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Apply' }));
    await within(dialog).findByText(/walks this quest again already/);
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      action: 'adjust_score',
      by: -50,
      reason: 'Wrong answer key',
    });
  });

  it('opens a finished walk again, and takes it into the ranking', async () => {
    const over = { ...session, state: 'finished', ranked: false };
    const asked = await renderDesk(<SessionsScreen />, answer(over, over));
    const panel = await openPanel();
    await userEvent.click(await within(panel).findByRole('button', { name: 'Help the player' }));
    const dialog = await screen.findByRole('dialog', { name: 'Help the player' });
    await userEvent.click(within(dialog).getByRole('combobox', { name: /What to do/ }));
    const options = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
    expect(options).toEqual(['Correct the score', 'Open the walk again', 'Ranking']);
    await userEvent.click(screen.getByRole('option', { name: 'Ranking' }));
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Reason/ }), 'Looked at it');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Apply' }));
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
        action: 'set_ranked',
        ranked: true,
        reason: 'Looked at it',
      }),
    );
  });
});
