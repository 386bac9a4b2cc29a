// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { UserAccount } from '../../contract/index.ts';
import { type Answer, refusal, renderScreen } from '../render.fixture.tsx';
import { RolesSection } from './roles-section.tsx';

afterEach(cleanup);

const account: UserAccount = {
  id: '00000000-0000-7000-8000-00000000bbbb',
  email: 'other@example.test',
  email_verified: true,
  display_name: 'Other',
  locale: 'en',
  time_zone: 'UTC',
  roles: ['user'],
  overrides: [],
  two_factor_enabled: false,
  locked_at: null,
  lock_reason: null,
  created_at: '2026-01-02T03:04:05.000Z',
};
const role = (name: string, permissions: readonly string[]) => ({
  name,
  description: '',
  seeded: true,
  permissions,
  users: 1,
});
const roles = {
  items: [
    role('admin', ['manage_user_roles', 'can_lock_users', 'view_audit']),
    role('moderator', ['can_lock_users']),
    role('user', []),
    role('night-watch', ['can_lock_users']),
  ],
  next_cursor: null,
};
const path = `/users/${account.id}/roles`;

async function show(saved: Response | object) {
  const answer: Answer = (call) => (call.path === '/roles/' ? roles : call.path === path ? saved : undefined);
  const asked = await renderScreen(<RolesSection user={account} />, {
    address: '/',
    answer,
    permissions: ['manage_user_roles', 'can_lock_users'],
  });
  const box = async (name: RegExp) => screen.findByRole<HTMLInputElement>('checkbox', { name });
  return { asked, box, save: () => screen.getByRole('button', { name: 'Save the roles' }) };
}

describe('the roles of an account', () => {
  it('can be given only as far as one holds what they contain', async () => {
    const { box } = await show({});
    expect((await box(/^Administrator/)).disabled).toBe(true);
    expect((await box(/^Moderator/)).disabled).toBe(false);
    expect((await box(/^night-watch/)).disabled).toBe(false);
    expect(screen.getByText('Contains permissions you do not hold')).toBeDefined();
  });

  it('are sent as a whole, and only when they differ', async () => {
    const { asked, box, save } = await show({ ...account, roles: ['moderator', 'user'] });
    const moderator = await box(/^Moderator/);
    expect(save().hasAttribute('disabled')).toBe(true);
    await userEvent.click(moderator);
    expect(screen.getByText('Not saved yet')).toBeDefined();
    await userEvent.click(moderator);
    expect(save().hasAttribute('disabled')).toBe(true);
    await userEvent.click(moderator);
    await userEvent.click(save());
    await waitFor(() => {
      const sent = asked.find((call) => call.method === 'PATCH');
      expect(sent).toEqual({ method: 'PATCH', path, body: { roles: ['user', 'moderator'] } });
    });
  });

  it('stay as chosen when the server refuses, with the reason', async () => {
    const { box, save } = await show(refusal(409, 'identity.last_admin'));
    await userEvent.click(await box(/^Moderator/));
    await userEvent.click(save());
    expect(await screen.findByText(/last administrator cannot/)).toBeDefined();
    expect((await box(/^Moderator/)).checked).toBe(true);
  });
});
