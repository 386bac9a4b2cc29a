// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, expect, it } from 'vitest';
import type { Room } from '../../contract/index.ts';
import { bob, me, message, renderScreen, room } from '../render.fixture.tsx';
import { SupportScreen } from './support-screen.tsx';

const asking = { id: bob, display_name: 'Bob', role: 'member', last_read_seq: 0 } as const;
const operator = { id: me, display_name: 'Ann', role: 'operator', last_read_seq: 0 } as const;
const answeredId = '00000000-0000-7000-8000-00000000dddd';
const support: Room = { ...room, kind: 'support', members: [asking], member_count: 1, unread_count: 0 };
const answered: Room = {
  ...support,
  id: answeredId,
  members: [{ ...asking, display_name: 'Vera' }, operator],
  last_message: message(3, 'It is open again.', { author_id: me }),
};

afterEach(cleanup);

it('lists who asked the operators, says who waits, and opens a room beside the list', async () => {
  const asked: string[] = [];
  const screens = (
    <Routes>
      <Route path="/chats/support" element={<SupportScreen />} />
      <Route path="/chats/support/:roomId" element={<p>The room</p>} />
    </Routes>
  );
  const answer = (_method: string, path: string): unknown => {
    asked.push(path);
    return path.startsWith('/chats/?') ? { items: [support, answered], next_cursor: null } : undefined;
  };
  await renderScreen(screens, answer, '/chats/support');
  const list = await screen.findByRole('list', { name: 'Support chats' });
  const rows = within(list).getAllByRole('listitem');
  expect(rows.map((row) => within(row).queryByText('Waiting') !== null)).toEqual([true, false]);
  expect(asked[0]).toContain('support=true');
  await userEvent.click(within(list).getByRole('button', { name: /Bob/ }));
  expect(await screen.findByText('The room')).toBeDefined();
});
