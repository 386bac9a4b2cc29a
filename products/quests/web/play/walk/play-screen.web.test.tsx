// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Move, PlayPoint, Session, ShownTask } from '../../../contract/index.ts';
import { renderAt } from '../../render.fixture.tsx';
import { outcomeOf, walkFixture } from '../offline/walk.fixture.ts';
import { PlayScreen } from './play-screen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const { session: open, pack } = walkFixture();

function at(task: ShownTask, change: Partial<PlayPoint> = {}): Session {
  const full = pack.points[1];
  if (full === undefined) throw new Error('The walk has no second point.');
  const hints = full.hints.map((hint) => ({ ...hint, text: null }));
  const point: PlayPoint = { ...full, status: 'arrived', task, after: [], hints, ...change };
  return { ...open, id: crypto.randomUUID(), points: [point] };
}

/** A server with one session that judges moves as the test says. */
async function show(session: Session, judge: (move: Move) => Parameters<typeof outcomeOf>[1] = () => ({})) {
  const made: Move[] = [];
  await renderAt(<PlayScreen />, {
    path: '/play/:id',
    address: `/play/${session.id}`,
    answer: ({ method, path, body }) => {
      if (method === 'GET' && path === `/v2/sessions/${session.id}`) return session;
      if (!path.endsWith('/moves')) return undefined;
      const { moves } = body as { moves: readonly Move[] };
      made.push(...moves);
      return { outcomes: moves.map((move) => outcomeOf(move, judge(move))), session };
    },
  });
  await screen.findByRole('heading', { level: 1 });
  return made;
}

const answers = (made: readonly Move[]) =>
  made.flatMap((move) => (move.kind === 'answer' ? [move.answer] : []));

describe('a task', () => {
  it('in words is answered, and a wrong answer is said with its price', async () => {
    const made = await show(at({ kind: 'text', question: 'What?' }), () => ({ outcome: 'wrong', score: -5 }));
    await userEvent.click(screen.getByRole('button', { name: 'Answer' }));
    expect(await screen.findByText('Write an answer first')).toBeDefined();
    await userEvent.type(screen.getByRole('textbox', { name: 'Your answer' }), 'chariot{Enter}');
    expect(await screen.findByText('Not right: 5 points lost. Try again.')).toBeDefined();
    expect(answers(made)).toEqual([{ text: 'chariot' }]);
  });

  it('in numbers takes a comma', async () => {
    const made = await show(at({ kind: 'number', question: 'How many?', unit: 'm' }));
    const field = screen.getByRole('textbox', { name: 'A number, m' });
    await userEvent.type(field, 'ten{Enter}');
    expect(await screen.findByText('Write a number, for example 12.5')).toBeDefined();
    await userEvent.clear(field);
    await userEvent.type(field, '12,5{Enter}');
    await waitFor(() => expect(answers(made)).toEqual([{ number: 12.5 }]));
  });

  it('with several right options takes them all', async () => {
    const options = ['a', 'b', 'c'].map((id) => ({ id, text: id.toUpperCase() }));
    const made = await show(at({ kind: 'choice', question: 'Which?', options, multiple: true }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'A' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'C' }));
    await userEvent.click(screen.getByRole('button', { name: 'Answer' }));
    await waitFor(() => expect(answers(made)).toEqual([{ option_ids: ['a', 'c'] }]));
  });

  it('of order is sorted by buttons and by keys', async () => {
    const items = ['a', 'b', 'c'].map((id) => ({ id, text: id.toUpperCase() }));
    const made = await show(at({ kind: 'sorting', question: 'Sort', items }));
    await userEvent.click(screen.getByRole('button', { name: 'Move down: A' }));
    screen.getByRole('button', { name: 'Move up: C' }).focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(await screen.findByText('C: place 2 of 3')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Answer' }));
    await waitFor(() => expect(answers(made)).toEqual([{ order: ['b', 'c', 'a'] }]));
  });

  it('at a station shows the code and waits', async () => {
    await show(at({ kind: 'station', question: 'Ask' }, { status: 'pending', station_code: 'AC4D7F' }));
    expect(screen.getByText('AC4D7F')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Answer' })).toBeNull();
  });

  it('gives a hint only after its price was agreed to', async () => {
    const made = await show(at({ kind: 'text', question: 'What?' }));
    await userEvent.click(screen.getByRole('button', { name: /Open a hint/ }));
    expect(await screen.findByText('It costs 20 points.')).toBeDefined();
    expect(made).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    await waitFor(() => expect(made).toMatchObject([{ kind: 'hint', hint_id: 'h1' }]));
  });
});

describe('a check-in', () => {
  const position = { coords: { latitude: 59.9395, longitude: 30.3141, accuracy: 9 }, timestamp: Date.now() };
  const stand = (accuracy = 9) =>
    vi.stubGlobal('navigator', {
      ...navigator,
      onLine: true,
      geolocation: {
        watchPosition: () => 1,
        clearWatch: () => {},
        getCurrentPosition: (hear: (found: object) => void) => {
          for (const _ of [1, 2, 3]) hear({ ...position, coords: { ...position.coords, accuracy } });
        },
      },
    });

  it.each([
    ['too_far', 100, 9, /100 m to the point. It opens within 30 m; come 61 m closer/],
    ['poor_accuracy', 20, 240, /too weak: ±240 m/],
    ['poor_accuracy', 10, 9, /Stay for a few seconds/],
    ['stale', 10, 9, /old location/],
  ] as const)('that is %s at %s m ±%s m says why', async (result, distance, accuracy, text) => {
    stand(accuracy);
    const check_in = { result, distance, accuracy, radius: 30 };
    const refused = { outcome: 'refused', code: `quests.check_in_${result}`, check_in } as const;
    await show({ ...open, id: crypto.randomUUID() }, () => refused);
    await userEvent.click(screen.getByRole('button', { name: 'I’m here' }));
    expect(await screen.findByText(text)).toBeDefined();
  });

  it('that nobody can measure says so', async () => {
    vi.stubGlobal('navigator', { ...navigator, onLine: true, geolocation: undefined });
    await show({ ...open, id: crypto.randomUUID() });
    await userEvent.click(screen.getByRole('button', { name: 'I’m here' }));
    expect(await screen.findByText(/The phone did not find you/)).toBeDefined();
  });
});

it('a walk of somebody else is not opened', async () => {
  await renderAt(<PlayScreen />, { path: '/play/:id', address: '/play/none', answer: () => undefined });
  expect(await screen.findByRole('link', { name: 'To my walks' })).toBeDefined();
});
