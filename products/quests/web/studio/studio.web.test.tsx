// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, page, refusal, renderAt } from '../render.fixture.tsx';
import { EarningsScreen } from './earnings/earnings-screen.tsx';
import { EditorScreen } from './editor/editor-screen.tsx';
import { questDraft, walkPoint } from './quest-draft.fixture.ts';
import { MyQuestsScreen } from './quests/my-quests-screen.tsx';
import { ReportsScreen } from './reports/reports-screen.tsx';

const word = (code: string, name: string) => ({ id: code, code, name: { ru: name, en: name } });
const entry = (kind: string, code: string, name: string) => ({
  ...word(code, name),
  kind,
  position: 0,
  active: true,
  place: null,
  time_zone: null,
  quest_count: 0,
});

const dictionaries: Answer = ({ path }) => {
  if (path.startsWith('/v2/dictionaries/city')) return { items: [entry('city', 'moscow', 'Moscow')] };
  if (path.startsWith('/v2/dictionaries/category'))
    return { items: [entry('category', 'history', 'History')] };
  return path.startsWith('/v2/dictionaries/') ? { items: [] } : undefined;
};

const card = {
  ...questDraft({}),
  city: word('moscow', 'Moscow'),
  category: word('history', 'History'),
  vehicle: word('walk', 'On foot'),
  cover: null,
  start: null,
  point_count: 4,
  rating: { average: null, count: 0 },
  finished_count: 0,
  author: { id: 'a', name: 'Author', avatar: null },
  published_at: null,
};

beforeEach(() => localStorage.clear());
afterEach(cleanup);

it('shows what players reported, with where', async () => {
  const report = {
    ...{ id: 'r', quest_id: 'q1', quest_title: 'A walk', point_id: 'p', point_title: 'The gate' },
    ...{ comment: 'It is <b>shut</b>.', created_at: '2026-11-01T10:00:00.000Z' },
  };
  await renderAt(<ReportsScreen />, {
    path: '/studio/reports',
    answer: { 'GET /v2/authors/me/reports': () => page(report) },
  });
  const link = await screen.findByRole('link', { name: 'A walk' });
  expect(link.getAttribute('href')).toBe('/studio/q1');
  expect(screen.getByText('It is <b>shut</b>.')).toBeDefined();
  expect(screen.getByText(/The gate/)).toBeDefined();
});

describe('my quests', () => {
  const open = (answer: Answer) =>
    renderAt(<MyQuestsScreen />, {
      path: '/studio',
      address: '/studio',
      answer: (asked) => answer(asked) ?? dictionaries(asked),
    });

  it('show where each stands, why it was sent back, and what players do not see yet', async () => {
    const rejection = { reason_code: 'image', note: 'The third one.', at: '2026-11-01T10:00:00.000Z' };
    const mine = { ...card, state: 'published', published_version: 2, changed: true, rejection };
    const asked = await open(({ path }) =>
      path.startsWith('/v2/authors/me/quests') ? { items: [mine], next_cursor: null } : undefined,
    );
    expect(await screen.findByRole('link', { name: 'A walk' })).toBeDefined();
    expect(await screen.findByText('Changes not published')).toBeDefined();
    expect(screen.getByText(/One of the pictures cannot be published\. The third one\./)).toBeDefined();
    expect(asked.filter(({ path }) => path.endsWith('/draft'))).toEqual([]);
  });

  it('explain the way to publication to whoever has none, and begin one', async () => {
    const asked = await open(({ method, path }) => {
      if (path.startsWith('/v2/authors/me/quests')) return { items: [], next_cursor: null };
      return method === 'POST' && path === '/v2/quests' ? questDraft({}) : undefined;
    });
    expect(await screen.findByText('Send it for review')).toBeDefined();
    await userEvent.click(screen.getAllByRole('button', { name: 'New quest' })[0] ?? document.body);
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Title/ }), 'A walk');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Begin' }));
    expect(await within(dialog).findAllByText('Choose one')).toHaveLength(2);
    for (const [field, option] of [
      ['City', 'Moscow'],
      ['Category', 'History'],
    ] as const) {
      await userEvent.click(within(dialog).getByRole('combobox', { name: new RegExp(field) }));
      await userEvent.click(await screen.findByRole('option', { name: option }));
    }
    await userEvent.click(within(dialog).getByRole('button', { name: 'Begin' }));
    await waitFor(() => expect(screen.getByTestId('address').textContent).toBe(`/studio/${card.id}`));
    const begun = asked.find(({ method }) => method === 'POST');
    expect(begun?.body).toEqual({ title: 'A walk', city: 'moscow', category: 'history' });
  });
});

describe('stations', () => {
  it('confirm the team whose code is typed', async () => {
    const draft = questDraft({ points: [walkPoint(1, { task: { kind: 'station', question: 'Sing' } })] });
    const request = {
      session_id: '00000000-0000-7000-8000-0000000000c1',
      point_id: walkPoint(1).id,
      point_title: 'Place 1',
      station_code: '7KQ2',
      players: [{ id: 'p', name: 'Vera', avatar: null }],
      since: '2026-11-01T10:00:00.000Z',
    };
    const asked = await renderAt(<EditorScreen />, {
      path: '/studio/:id',
      address: `/studio/${draft.id}?tab=stations`,
      answer: (call) => {
        if (call.path.endsWith('/draft')) return draft;
        if (call.path.endsWith('/stations')) return { items: [request] };
        if (call.path.endsWith('/confirm')) return new Response(null, { status: 204 });
        return dictionaries(call);
      },
    });
    const field = await screen.findByRole('textbox', { name: 'Code of the team' });
    const confirm = screen.getByRole('button', { name: 'Confirm' });
    await userEvent.type(field, 'zzzz');
    await userEvent.click(confirm);
    expect(await screen.findByText('Nobody with this code is waiting')).toBeDefined();
    await userEvent.clear(field);
    await userEvent.type(field, '7 kq2');
    await userEvent.click(confirm);
    await waitFor(() => expect(asked.some(({ path }) => path.endsWith('/confirm'))).toBe(true));
    const { session_id, point_id, station_code } = request;
    expect(asked.find(({ path }) => path.endsWith('/confirm'))?.body).toEqual({
      session_id,
      point_id,
      station_code,
    });
  });
});

describe('earnings', () => {
  it('are asked for between the minimum and what there is', async () => {
    const earnings = {
      payable: 150_000,
      paid_out: 0,
      pending: 0,
      currency: 'RUB',
      share: 0.7,
      minimum: 100_000,
    };
    const asked = await renderAt(<EarningsScreen />, {
      path: '/studio/earnings',
      address: '/studio/earnings',
      answer: ({ method, path }) => {
        if (path === '/v2/authors/me/earnings') return earnings;
        if (path.startsWith('/v2/authors/me/payouts')) {
          return method === 'POST'
            ? refusal(409, 'payments.insufficient_funds')
            : { items: [], next_cursor: null };
        }
        return undefined;
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Request a payout' }));
    const dialog = await screen.findByRole('dialog');
    const field = within(dialog).getByRole('textbox', { name: /Amount/ });
    expect(field).toHaveProperty('value', '1500');
    await userEvent.clear(field);
    await userEvent.type(field, '999');
    expect(within(dialog).getByText('Not less than ₽1,000')).toBeDefined();
    await userEvent.clear(field);
    await userEvent.type(field, '1200,50');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Request' }));
    expect(await within(dialog).findByText('There is not that much to pay out.')).toBeDefined();
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ amount: 120_050 });
  });
});
