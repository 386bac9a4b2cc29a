// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answers, frame, nothing, refusal, renderAt } from '../render.fixture.tsx';
import { useDraftStore } from './composer/draft-store.ts';
import { useExchangeStore } from './exchange/exchange-store.ts';
import { usePanel } from './panel/panel-store.ts';
import {
  answer,
  answerId,
  around,
  conversation,
  conversationId,
  question,
  questionId,
  stream,
} from './workspace.fixture.ts';
import { WorkspaceScreen } from './workspace-screen.tsx';

const path = '/assistants/:role/:conversation?';
const open = (answers: Answers, address = '/assistants/developer') =>
  renderAt(<WorkspaceScreen />, { path, address, answers: { ...around, ...answers } });
const field = () => screen.findByRole('textbox', { name: 'Ask the assistant' });
const told = `/assistants/developer/${conversationId}`;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  useExchangeStore.getState().own('');
  useDraftStore.setState({ ownerId: null, texts: {}, files: {} });
  usePanel.getState().close();
});
afterEach(cleanup);

describe('the workspace', () => {
  it('asks, shows tools, words, sources and what was made, and follows the new conversation', async () => {
    const asked = await open({ 'POST /api/assistants/chat/developer/stream': () => stream });
    await userEvent.type(await field(), 'Why is{Shift>}{Enter}{/Shift}it slow?{Enter}');
    expect(await screen.findByText(/Because of <b>the<\/b> subquery/, { selector: 'p' })).toBeDefined();
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ message: 'Why is\nit slow?' });
    await waitFor(() => expect(screen.getByTestId('address').textContent).toBe(told));
    await screen.findByRole('button', { name: 'Answer once more' });
    expect(screen.getByText(/see \[9\]/, { selector: 'p' })).toBeDefined();
    expect(screen.getByText('Catalog.Nothing is not in the configuration.')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: /^Check of a query/ }));
    expect(await screen.findByText('findings')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Source 1' }));
    const sources = await screen.findByRole('dialog', { name: 'Sources' });
    expect(within(sources).getByText('Development standard · lines 4–9')).toBeDefined();
    expect(within(sources).getByRole('link', { name: 'Open the source' }).getAttribute('rel')).toContain(
      'noopener',
    );
    await userEvent.click(within(sources).getByRole('button', { name: 'Close the panel' }));
    await userEvent.click(await screen.findByRole('button', { name: /^Findings/ }));
    expect(await screen.findByRole('cell', { name: '12' })).toBeDefined();
  });

  it('lets an answer be asked again though it came before the first look at the conversation', async () => {
    let looks = 0;
    await open({
      'POST /api/assistants/chat/developer/stream': () => stream,
      [`GET /api/assistants/conversations/${conversationId}`]: async ({ signal }) => {
        looks += 1;
        if (looks > 1) return { conversation, items: [question, answer], next_cursor: null };
        // Read before the answer was kept, and told long after it.
        await new Promise<void>((resolve) => {
          setTimeout(resolve, 300);
          signal?.addEventListener('abort', () => resolve());
        });
        return { conversation, items: [question], next_cursor: null };
      },
    });
    await userEvent.type(await field(), 'Why is it slow?{Enter}');
    expect(await screen.findByRole('button', { name: 'Answer once more' })).toBeDefined();
    expect(looks).toBe(2);
  });

  it('stops an answer: the request ends, the words stay and can be continued', async () => {
    const start = stream.split('event: text')[0] ?? '';
    const never = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`${start}${frame('text', { text: 'Half an' })}`));
      },
    });
    const asked = await open({
      'POST /api/assistants/chat/developer/stream': ({ signal }) => {
        const body = never.pipeThrough(new TransformStream(), signal === undefined ? {} : { signal });
        return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
      },
      [`GET /api/assistants/conversations/${conversationId}`]: () => ({
        conversation,
        items: [],
        next_cursor: null,
      }),
    });
    await userEvent.type(await field(), 'Go{Enter}');
    await screen.findByText('Half an');
    await userEvent.click(screen.getByRole('button', { name: 'Stop the answer' }));
    expect(await screen.findByText('Stopped.')).toBeDefined();
    expect(screen.getByText('Half an')).toBeDefined();
    expect(asked.find(({ method }) => method === 'POST')?.signal?.aborted).toBe(true);
  });

  it('asks an edited question as another branch, and leads through branches', async () => {
    const asked = await open(
      {
        'POST /api/assistants/chat/developer/stream': () => stream,
        [`PUT /api/assistants/conversations/${conversationId}/branch`]: () => conversation,
      },
      told,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Previous variant' }));
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
        message_id: '00000000-0000-7000-8000-000000000009',
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Edit and ask again' }));
    const edited = screen.getByRole('textbox', { name: 'The question' });
    await userEvent.clear(edited);
    await userEvent.type(edited, 'Why so slow?');
    await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
        message: 'Why so slow?',
        conversation_id: conversationId,
        edit_of: questionId,
      }),
    );
  });

  it('keeps the question when it is refused, in plain words', async () => {
    await open({
      'POST /api/assistants/chat/developer/stream': () => refusal(429, 'assistants.budget_exhausted'),
    });
    await userEvent.type(await field(), 'Go{Enter}');
    expect(await screen.findByText(/The budget of the assistants is used up/)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Edit the question' }));
    expect(await field()).toHaveProperty('value', 'Go');
  });

  it('keeps a draft for each conversation across visits', async () => {
    await open({}, told);
    await userEvent.type(await field(), 'Not yet');
    cleanup();
    useDraftStore.setState({ ownerId: null, texts: {}, files: {} });
    await open({}, told);
    expect(await field()).toHaveProperty('value', 'Not yet');
  });

  it('says plainly that no model is configured, and teaches what to ask', async () => {
    await open({});
    expect(await screen.findByText(/No language model is configured/)).toBeDefined();
    await userEvent.click(await screen.findByRole('button', { name: 'Check this module' }));
    await waitFor(async () => expect(await field()).toHaveProperty('value', 'Check this module'));
  });

  it('tells several reasons of a judgement, and takes it back', async () => {
    const given = `/api/assistants/messages/${answerId}/feedback`;
    const asked = await open(
      { [`POST ${given}`]: () => ({ status: 'recorded' }), [`DELETE ${given}`]: nothing },
      told,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Not useful' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Invented names' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Incomplete' }));
    await waitFor(() =>
      expect(asked.findLast(({ method }) => method === 'POST')?.body).toEqual({
        useful: false,
        reasons: ['invented', 'incomplete'],
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Not useful' }));
    await waitFor(() => expect(asked.some(({ method }) => method === 'DELETE')).toBe(true));
  });
});
