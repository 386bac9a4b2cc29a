// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, me, page, renderAt } from '../../render.fixture.tsx';
import { FriendsScreen } from './friends-screen.tsx';

afterEach(cleanup);

const player = (end: string, name: string) => ({
  id: `00000000-0000-7000-8000-00000000000${end}`,
  name,
  avatar: null,
});
const since = '2026-01-02T03:04:05.000Z';
const mine = { id: me.id, name: me.display_name, avatar: null };
const incoming = {
  id: player('9', '').id,
  from: player('2', 'Vera'),
  to: mine,
  state: 'pending',
  created_at: since,
};

const answer: Answer = ({ path }) => {
  if (path.startsWith('/friends/')) return page({ ...player('1', 'Boris'), since });
  if (path.includes('direction=incoming')) return page(incoming);
  if (path.startsWith('/friend-requests/')) return page();
  if (path.startsWith('/v2/players?'))
    return page(player('1', 'Boris'), player('2', 'Vera'), player('3', 'Boris G.'));
  return page();
};

describe('the friends screen', () => {
  it('lists friends, and counts who waits', async () => {
    await renderAt(<FriendsScreen />, { path: '/friends', answer });
    expect(await screen.findByText('Friends since January 2, 2026')).toBeDefined();
    await userEvent.click(
      await screen.findByRole('tab', { name: /^Requests.*1 request waits for your answer/ }),
    );
    expect(await screen.findByRole('button', { name: 'Accept the request of Vera' })).toBeDefined();
    expect(screen.getByTestId('address').textContent).toBe('/friends?tab=requests');
    expect(await screen.findByText('You wait for nobody')).toBeDefined();
  });

  it('finds players once the typing rests, each with what fits', async () => {
    const asked = await renderAt(<FriendsScreen />, { path: '/friends', answer });
    await userEvent.type(await screen.findByRole('searchbox'), 'bor');
    expect(await screen.findByRole('button', { name: 'Add Boris G. as friend' })).toBeDefined();
    expect(await screen.findByText('You are friends')).toBeDefined();
    expect(await screen.findByRole('button', { name: 'Accept the request of Vera' })).toBeDefined();
    const searches = asked.filter(({ path }) => path.startsWith('/v2/players?')).map(({ path }) => path);
    expect(searches.at(-1)).toBe('/v2/players?q=bor');
  });
});
