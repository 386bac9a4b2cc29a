// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { lazy, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderScreen } from '../render.fixture.tsx';
import { ChatScreen } from './chat-screen.tsx';
import { useExchangeStore } from './exchange-store.ts';

const conversation = {
  id: '00000000-0000-7000-8000-000000000002',
  title: 'Work',
  created_at: '2026-05-01T10:00:00.000Z',
  updated_at: '2026-05-01T10:00:00.000Z',
  message_count: 2,
};
const reply = {
  id: '00000000-0000-7000-8000-000000000001',
  conversation_id: conversation.id,
  response: 'At <b>the</b> library [1], not [7].',
  context_count: 3,
  strategies_used: ['contextual'],
  processing_time_ms: 1_240,
  citations: [
    {
      marker: 1,
      node_id: '00000000-0000-7000-8000-000000000009',
      label: 'Work place',
      level: 'l0',
      excerpt: 'I work at the library',
      occurred_at: null,
    },
  ],
  offline: true,
  tokens_used: 0,
};
const frame = (event: string, data: unknown): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
const stream = [
  frame('start', { id: reply.id, conversation_id: conversation.id, context_count: 3 }),
  frame('text', { text: 'At the ' }),
  frame('done', reply),
].join('');
const stats = { l0_count: 0, l1_count: 0, l2_count: 0, l3_count: 0, forgotten_count: 0, pending_count: 0 };
const told = [
  { id: 'q', role: 'user', content: 'Where do I work?', created_at: conversation.created_at },
  { ...reply, role: 'agent', content: reply.response, created_at: conversation.created_at, feedback: null },
];

/** The server, with the answers of `POST /chat/stream` in order. */
function serverWith(...streams: readonly unknown[]) {
  const waiting = [...streams];
  const sent: unknown[] = [];
  const answer = (method: string, path: string, body: unknown): unknown => {
    if (path === '/memory/stats') return stats;
    if (path === '/chat/status') return { offline: true, models: [] };
    if (path.startsWith('/chat/conversations?')) return { items: [], next_cursor: null };
    if (path.startsWith('/chat/conversations/')) return { conversation, items: told, next_cursor: null };
    if (method === 'POST') sent.push(body);
    if (path === '/chat/stream') return waiting.shift();
    return path.endsWith('/feedback') ? { status: 'recorded' } : undefined;
  };
  return { answer, sent };
}

const Never = lazy(() => new Promise<never>(() => {}));

/** Keeps every change of address waiting, as a busy machine does. */
function SlowAddress(): ReactNode {
  return useLocation().search === '' ? null : <Never />;
}

const composer = () => screen.findByRole('textbox', { name: 'Write a message' });

beforeEach(() => useExchangeStore.getState().own(''));
afterEach(cleanup);

describe('the chat', () => {
  it('sends with Enter, follows the new conversation, and shows the answer as text with its sources', async () => {
    const { answer, sent } = serverWith(stream);
    await renderScreen(<ChatScreen />, '/memory/chat', answer);
    await userEvent.type(await composer(), 'Where do I{Shift>}{Enter}{/Shift}work?{Enter}');
    expect(await screen.findByText(/At <b>the<\/b> library/, { selector: 'span' })).toBeDefined();
    expect(sent[0]).toEqual({ message: 'Where do I\nwork?' });
    expect(screen.getByText(/, not \[7\]\./, { selector: 'span' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Source 1: Work place' })).toBeDefined();
    expect(screen.getByRole('link', { name: /^Source 1 Words I work at/ }).getAttribute('href')).toBe(
      '/memory/browse?memory=00000000-0000-7000-8000-000000000009',
    );
    expect(screen.getByText('3 memories · In context · 1.2 s')).toBeDefined();
    await waitFor(() =>
      expect(screen.getByTestId('address').textContent).toBe(`/memory/chat?conversation=${conversation.id}`),
    );
    await waitFor(() =>
      expect(screen.getAllByText(/At <b>the<\/b> library/, { selector: 'span' })).toHaveLength(1),
    );
  });

  it('keeps talking in the new conversation while its address is still to come', async () => {
    const { answer, sent } = serverWith(stream, stream);
    const screens = (
      <>
        <ChatScreen />
        <SlowAddress />
      </>
    );
    await renderScreen(screens, '/memory/chat', answer);
    await userEvent.type(await composer(), 'Where do I work?{Enter}');
    await screen.findByRole('button', { name: 'Copy the answer' });
    expect(screen.getByTestId('address').textContent).toBe('/memory/chat');
    await userEvent.type(await composer(), 'And before?{Enter}');
    await waitFor(() =>
      expect(sent).toEqual([
        { message: 'Where do I work?' },
        { message: 'And before?', conversation_id: conversation.id },
      ]),
    );
    await screen.findAllByRole('button', { name: 'Copy the answer' });
    expect(screen.getByTestId('address').textContent).toBe('/memory/chat');
  });

  it('shows nothing of what the person before at this browser wrote', async () => {
    const store = useExchangeStore.getState();
    store.draft(null, 'My secret is');
    store.begin('Where did I hide it?', null);
    await renderScreen(<ChatScreen />, '/memory/chat', serverWith().answer);
    expect(await composer()).toHaveProperty('value', '');
    expect(screen.queryByText('Where did I hide it?')).toBeNull();
  });

  it('keeps the words when the answer fails, to be sent again or edited', async () => {
    const problem = frame('error', { type: 'about:blank', title: 'Busy', status: 503 });
    const { answer, sent } = serverWith(problem, problem);
    await renderScreen(<ChatScreen />, '/memory/chat', answer);
    await userEvent.type(await composer(), 'Where do I work?{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(sent).toHaveLength(2));
    await userEvent.click(await screen.findByRole('button', { name: 'Edit the message' }));
    expect(await composer()).toHaveProperty('value', 'Where do I work?');
  });

  it('asks why after a thumb, and sends both', async () => {
    const { answer, sent } = serverWith();
    await renderScreen(<ChatScreen />, `/memory/chat?conversation=${conversation.id}`, answer);
    await userEvent.click(await screen.findByRole('button', { name: 'Not useful' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Invented' }));
    await waitFor(() => expect(sent).toEqual([{ useful: false }, { useful: false, reason: 'invented' }]));
    expect(screen.queryByRole('button', { name: 'Helpful' })).toBeNull();
  });

  it('takes an example of the empty memory into the field, not yet sent', async () => {
    const { answer, sent } = serverWith();
    await renderScreen(<ChatScreen />, '/memory/chat', answer);
    const example = await screen.findByRole('button', { name: /I work at/ });
    await userEvent.click(example);
    expect(await composer()).toHaveProperty('value', example.textContent);
    expect(sent).toEqual([]);
  });
});
