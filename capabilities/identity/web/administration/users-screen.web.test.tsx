// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { afterEach, expect, it } from 'vitest';
import { person, renderScreen } from '../render.fixture.tsx';
import { UsersScreen } from './users-screen.tsx';

const account = { ...person, overrides: [], locked_at: null, lock_reason: null };

afterEach(cleanup);

it('lets somebody go who opens an account before the search has settled', async () => {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const Account = lazy(() => arrived.then(() => ({ default: () => <p>The account</p> })));
  const screens = (
    <Routes>
      <Route path="/admin/users" element={<UsersScreen />} />
      <Route path="/admin/users/:id" element={<Account />} />
    </Routes>
  );
  const asked = await renderScreen(screens, {
    address: '/admin/users',
    answer: ({ path }) =>
      path.startsWith('/users/') ? { items: [account], next_cursor: null, total: 1 } : undefined,
    permissions: ['manage_users'],
  });
  const link = await screen.findByRole('link', { name: /reader@example/ });
  await userEvent.type(screen.getByRole('searchbox', { name: 'Name or e-mail' }), 'read');
  expect(screen.getByTestId('address').textContent).toBe('/admin/users?search=read');
  await userEvent.click(link);
  // The page is still on its way when the list is asked again.
  await waitFor(() => expect(asked.some(({ path }) => path.includes('search=read'))).toBe(true));
  arrive();
  expect(await screen.findByText('The account')).toBeDefined();
});
