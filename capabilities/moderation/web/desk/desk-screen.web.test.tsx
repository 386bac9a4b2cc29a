// @vitest-environment happy-dom
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import { createWebPlatform, WebProviders } from '#platform/web';
import { moderationWeb } from '../index.ts';
import { DeskScreen } from './desk-screen.tsx';
import { markedPieces } from './marked.rules.ts';

configure({ asyncUtilTimeout: 15_000 });
afterEach(cleanup);

const id = '01938d3a-0000-7000-8000-000000000001';
const open = {
  id,
  kind: 'quests.review',
  kind_label: { ru: 'Отзыв', en: 'Review' },
  subject_id: 's',
  author_id: null,
  status: 'open',
  flags: [{ code: 'profanity', score: 0.9 }],
  reports: 2,
  opened_at: '2026-11-21T10:00:00.000Z',
  due_at: '2026-11-21T11:00:00.000Z',
  late: true,
  claimed_by: null,
  mine: false,
  claim_expires_at: null,
  closed_at: null,
  reason_code: null,
  note: null,
  decided_by: null,
  preview: { title: 'A review', text: 'What a crap tour', image_file_ids: [], path: null },
};
const detail = {
  ...open,
  marks: [{ code: 'profanity', score: 0.9, at: [7, 11] }],
  history: [],
  comments: [],
};
const mine = { ...detail, status: 'claimed', mine: true, claim_expires_at: '2026-11-21T12:30:00.000Z' };
const reason = {
  id,
  kind: '*',
  locale: 'en',
  code: 'profanity',
  decision: 'reject',
  title: 'Foul',
  body: 'No.',
};
const stats = { queue: 1, late: 1, claimed: 0, median_age_seconds: 600, kinds: [], moderators: [] };

async function show(cases: readonly object[]) {
  const asked: { readonly path: string; readonly body: unknown }[] = [];
  let isMine = false;
  const request: typeof fetch = async (input, init) => {
    const { pathname } = new URL(String(input), 'http://test.invalid');
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    asked.push({ path: pathname, body });
    if (pathname.endsWith('/claim')) isMine = true;
    if (pathname.endsWith('/decide')) return Response.json({ ...detail, status: 'rejected' });
    if (pathname.startsWith('/moderation/cases/')) return Response.json(isMine ? mine : detail);
    if (pathname === '/moderation/cases') return Response.json({ items: cases, next_cursor: null });
    if (pathname === '/moderation/stats') return Response.json(stats);
    return Response.json({ items: [reason], next_cursor: null });
  };
  const user = {
    id,
    email: null,
    display_name: 'Mia',
    roles: ['moderator'],
    permissions: ['moderate_content'],
    locale: 'en',
  } as const;
  const platform = await createWebPlatform({
    modules: [moderationWeb],
    language: 'en',
    fetch: request,
    openSocket: () => ({ onopen: null, onclose: null, onmessage: null, send() {}, close() {} }),
    session: () => ({
      refresh: () => Promise.reject(new Error('not here')),
      logout: () => Promise.resolve(),
      loadUser: () => Promise.resolve(user),
      issueTicket: () => Promise.resolve('ticket'),
    }),
  });
  platform.session.signIn({ access_token: 'token', expires_in: 900, user });
  render(
    <WebProviders platform={platform}>
      <MemoryRouter initialEntries={['/moderation']}>
        <DeskScreen />
      </MemoryRouter>
    </WebProviders>,
  );
  return asked;
}

describe('the desk', () => {
  it('is worked with keys: next, take, reject; what was found is marked', async () => {
    const asked = await show([open]);
    await screen.findByText('A review');
    await userEvent.keyboard('n');
    const mark = await screen.findByText('crap');
    expect(mark.tagName).toBe('MARK');
    await userEvent.keyboard('t');
    await screen.findByLabelText('Note for the author');
    await userEvent.keyboard('r');
    await screen.findByText('No.');
    const buttons = screen.getAllByRole('button', { name: 'Reject' });
    await userEvent.click(buttons.at(-1) ?? document.body);
    await waitFor(() =>
      expect(asked.find(({ path }) => path.endsWith('/decide'))?.body).toEqual({
        decision: 'reject',
        reason_code: 'profanity',
      }),
    );
  });

  it('says so when nothing waits', async () => {
    await show([]);
    expect(await screen.findByText('Nothing waits for you')).toBeDefined();
  });
});

describe('marks', () => {
  it('cut the text without losing any of it', () => {
    const flags = [
      { code: 'link', score: 1, at: [4, 8] as [number, number] },
      { code: 'phone', score: 1, at: [6, 9] as [number, number] },
      { code: 'caps', score: 1 },
      { code: 'email', score: 1, at: [9, 99] as [number, number] },
    ];
    const pieces = markedPieces('0123456789', flags);
    expect(pieces.map(({ text }) => text).join('')).toBe('0123456789');
    expect(pieces.map(({ code }) => code)).toEqual([null, 'link', null, 'email']);
  });
});
