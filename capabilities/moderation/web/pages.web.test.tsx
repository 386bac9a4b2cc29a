// @vitest-environment happy-dom
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import { createWebPlatform, WebProviders } from '#platform/web';
import { CheckScreen } from './check/check-screen.tsx';
import { DeskScreen } from './desk/desk-screen.tsx';
import { ImagesScreen } from './images/images-screen.tsx';
import { moderationWeb } from './index.ts';

configure({ asyncUtilTimeout: 15_000 });
afterEach(cleanup);

const id = '01938d3a-0000-7000-8000-000000000001';

async function show(page: ReactNode, answer: (method: string, body: unknown) => Response) {
  const asked: { readonly method: string; readonly path: string; readonly body: unknown }[] = [];
  const request: typeof fetch = async (input, init) => {
    const method = init?.method ?? 'GET';
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    asked.push({ method, path: new URL(String(input), 'http://test.invalid').pathname, body });
    return answer(method, body);
  };
  const platform = await createWebPlatform({
    modules: [moderationWeb],
    language: 'en',
    fetch: request,
    openSocket: () => ({ onopen: null, onclose: null, onmessage: null, send() {}, close() {} }),
    session: () => ({
      refresh: () => Promise.reject(new Error('not here')),
      logout: () => Promise.resolve(),
      loadUser: () => Promise.reject(new Error('not here')),
      issueTicket: () => Promise.resolve('ticket'),
    }),
  });
  platform.session.hear('ended');
  render(
    <WebProviders platform={platform}>
      <MemoryRouter>{page}</MemoryRouter>
    </WebProviders>,
  );
  return asked;
}

describe('the text check', () => {
  it('says what the filters think and marks the places', async () => {
    const flags = [{ code: 'profanity', score: 1, at: [7, 11] }];
    const asked = await show(<CheckScreen />, () => Response.json({ verdict: 'hold', flags }));
    const button = await screen.findByRole('button', { name: 'Check' });
    expect(button.hasAttribute('disabled')).toBe(true);
    await userEvent.type(screen.getByLabelText('Text'), 'What a crap tour');
    await userEvent.click(button);
    expect((await screen.findByRole('status')).textContent).toContain('Not shown until a moderator decides');
    expect(screen.getByText('crap').tagName).toBe('MARK');
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      text: 'What a crap tour',
      new_author: false,
    });
  });
});

describe('blocked pictures', () => {
  it('are unblocked after a question', async () => {
    const block = {
      id,
      hash: 'ffff0000ffff0000',
      mirrored: true,
      case_id: id,
      blocked_at: '2026-11-21T10:00:00.000Z',
    };
    const asked = await show(<ImagesScreen />, (method) =>
      method === 'GET'
        ? Response.json({ items: [block], next_cursor: null })
        : new Response(null, { status: 204 }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Unblock: ffff0000ffff0000' }));
    expect(asked.every(({ method }) => method === 'GET')).toBe(true);
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Unblock' }));
    await waitFor(() =>
      expect(asked.some(({ method, path }) => method === 'DELETE' && path.endsWith(id))).toBe(true),
    );
  });
});

describe('access', () => {
  it('opens the desk to whoever decides about anything, and the server has the last word', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Forbidden',
      status: 403,
      code: 'moderation.not_a_moderator',
    };
    await show(<DeskScreen />, () => Response.json(problem, { status: 403 }));
    expect(await screen.findByText('The desk is for moderators.')).toBeDefined();
    const inMenu = moderationWeb.screens.filter(({ nav }) => nav !== undefined);
    expect(inMenu.map(({ path, access }) => [path, access])).toEqual([
      ['/moderation', { anyOf: ['moderate_content', 'moderate_reviews', 'can_lock_users'] }],
    ]);
  });
});
