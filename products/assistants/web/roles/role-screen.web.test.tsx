// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { page, refusal, renderAt } from '../render.fixture.tsx';
import { RoleScreen } from './role-screen.tsx';

const path = '/assistants/roles/:role';
const address = '/assistants/roles/developer';
const role = {
  role: 'developer',
  built_in: true,
  version: 1,
  updated_at: '2026-11-21T10:00:00.000Z',
  title: { ru: 'Разработчик', en: 'Developer' },
  description: { ru: 'Проверяет код', en: 'Checks code' },
  instructions: 'Check code.',
  tools: [],
  collections: [],
  remembers: true,
  model: {},
  starters: [],
};
const { role: _name, built_in: _builtIn, version: _version, updated_at: _at, ...definition } = role;
const around = {
  'GET /companies/': () => page({ id: 'c', role: 'admin', active: true }),
  'GET /api/assistants/tools': () => page(),
  'GET /api/assistants/knowledge/collections': () => page(),
  'GET /api/assistants/': () => page(role),
};

afterEach(cleanup);

it('a change of somebody else is shown, and saved over only on wish', async () => {
  let reads = 0;
  const asked = await renderAt(<RoleScreen />, {
    path,
    address,
    answers: {
      ...around,
      'GET /api/assistants/roles/developer': () => {
        reads += 1;
        return reads === 1 ? role : { ...role, version: 2, instructions: 'Check queries.' };
      },
      'PUT /api/assistants/roles/developer': ({ body }) =>
        JSON.stringify(body).includes('"base_version":2')
          ? { ...role, version: 3, instructions: 'Check both.' }
          : refusal(409, 'assistants.role_changed'),
    },
  });
  const field = await screen.findByRole('textbox', { name: /Text of the instructions/ });
  await userEvent.clear(field);
  await userEvent.type(field, 'Check both.');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = await screen.findByRole('dialog', { name: 'Somebody saved this role meanwhile' });
  expect(await within(dialog).findByText('Check queries.')).toBeDefined();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save mine as the next version' }));
  expect(await screen.findByText('Saved as version 3.')).toBeDefined();
  expect(asked.flatMap(({ method, body }) => (method === 'PUT' ? [body] : []))).toEqual([
    { ...definition, instructions: 'Check both.', base_version: 1 },
    { ...definition, instructions: 'Check both.', base_version: 2 },
  ]);
});

it('an earlier version is compared and brought back', async () => {
  const asked = await renderAt(<RoleScreen />, {
    path,
    address,
    answers: {
      ...around,
      'GET /api/assistants/roles/developer': () => role,
      'GET /api/assistants/roles/developer/versions': () =>
        page(
          { version: 1, note: 'Sharper', author_id: null, created_at: role.updated_at, definition },
          {
            version: 0,
            note: '',
            author_id: null,
            created_at: null,
            definition: { ...definition, instructions: 'Old.' },
          },
        ),
      'POST /api/assistants/roles/developer/rollback': () => ({ ...role, version: 2 }),
    },
  });
  await userEvent.click(await screen.findByRole('tab', { name: 'History' }));
  await userEvent.click((await screen.findAllByRole('button', { name: 'Compare' }))[0] ?? document.body);
  expect(await screen.findByText('Old.')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Bring back' }));
  const dialog = await screen.findByRole('dialog', { name: 'Bring this version back?' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Bring back' }));
  await waitFor(() =>
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ version: 0, base_version: 1 }),
  );
});
