// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answers, nothing, page, refusal, renderAt } from '../render.fixture.tsx';
import { useDraftStore } from './composer/draft-store.ts';
import { useExchangeStore } from './exchange/exchange-store.ts';
import { usePanel } from './panel/panel-store.ts';
import { promptServer } from './prompts/prompt-server.fixture.ts';
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
const told = `/assistants/developer/${conversationId}`;
const open = (answers: Answers, address = told) =>
  renderAt(<WorkspaceScreen />, { path, address, answers: { ...around, ...answers } });
const field = () => screen.findByRole('textbox', { name: 'Ask the assistant' });
const openList = async () => {
  await userEvent.click(await screen.findByRole('button', { name: 'Assistants and conversations' }));
  return screen.findByRole('dialog', { name: 'Conversations' });
};

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  useExchangeStore.getState().own('');
  useDraftStore.setState({ ownerId: null, texts: {}, files: {} });
  usePanel.getState().close();
});
afterEach(cleanup);

const listed = { ...conversation, snippet: null };
const menuOf = async () => {
  const list = await openList();
  await userEvent.click(await within(list).findByRole('button', { name: /^What to do with/ }));
  return screen.findByRole('menu');
};

describe('a conversation in the list', () => {
  const list = { 'GET /api/assistants/conversations': () => page(listed) };
  const own = `/api/assistants/conversations/${conversationId}`;

  it('is renamed, not to nothing', async () => {
    const asked = await open({ ...list, [`PATCH ${own}`]: () => conversation });
    const menu = await menuOf();
    await userEvent.click(within(menu).getByRole('menuitem', { name: 'Rename' }));
    const dialog = await screen.findByRole('dialog', { name: 'Rename the conversation' });
    const name = within(dialog).getByRole('textbox', { name: /Name/ });
    await userEvent.clear(name);
    await userEvent.type(name, '   {Enter}');
    expect(await within(dialog).findByText('Write a name.')).toBeDefined();
    await userEvent.type(name, 'Orders{Enter}');
    await waitFor(() => expect(asked.some(({ method }) => method === 'PATCH')).toBe(true));
    expect(asked.find(({ method }) => method === 'PATCH')?.body).toMatchObject({
      title: expect.stringContaining('Orders'),
    });
  });

  it('goes to the archive and comes back by the notice', async () => {
    let isArchived = false;
    const asked = await open({
      'GET /api/assistants/conversations': () => (isArchived ? page() : page(listed)),
      [`PATCH ${own}`]: ({ body }) => {
        isArchived = (Object(body) as { archived: boolean }).archived;
        return { ...conversation, archived: isArchived };
      },
    });
    const menu = await menuOf();
    await userEvent.click(within(menu).getByRole('menuitem', { name: 'Move to the archive' }));
    expect(await screen.findByText('The conversation is in the archive.')).toBeDefined();
    expect(asked.find(({ method }) => method === 'PATCH')?.body).toEqual({ archived: true });
  });

  it('is deleted after a question; a fault stays in it', async () => {
    let refused = true;
    await open({
      ...list,
      [`DELETE ${own}`]: () => {
        if (!refused) return nothing();
        refused = false;
        return refusal(404, 'assistants.conversation_not_found');
      },
    });
    const menu = await menuOf();
    await userEvent.click(within(menu).getByRole('menuitem', { name: 'Delete' }));
    const dialog = await screen.findByRole('dialog', { name: /Delete/ });
    const sure = within(dialog).getByRole('button', { name: 'Delete' });
    await userEvent.click(sure);
    expect(await within(dialog).findByRole('alert')).toBeDefined();
    await userEvent.click(sure);
    await waitFor(() => expect(screen.getByTestId('address').textContent).toBe('/assistants/developer'));
  });
});

describe('after an action', () => {
  it('another variant is shown, though an answer was just made, and the focus stays', async () => {
    const [second, made] = ['00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-0000000000e2'];
    const variants = [questionId, second];
    let chosen = questionId;
    let isEdited = false;
    await open({
      [`GET /api/assistants/conversations/${conversationId}`]: () => {
        const siblings = isEdited ? variants : [questionId];
        const items =
          chosen === second
            ? [
                { ...question, id: second, content: 'Why so slow?', siblings },
                { ...answer, id: made, parent_id: second, siblings: [made] },
              ]
            : [
                { ...question, siblings },
                { ...answer, siblings: [answerId] },
              ];
        return { conversation, items, next_cursor: null };
      },
      [`PUT /api/assistants/conversations/${conversationId}/branch`]: ({ body }) => {
        chosen = (Object(body) as { message_id: string }).message_id;
        return conversation;
      },
      'POST /api/assistants/chat/developer/stream': () => {
        isEdited = true;
        chosen = second;
        return stream.replaceAll(questionId, second).replaceAll(answerId, made);
      },
    });
    const edit = await screen.findByRole('button', { name: 'Edit and ask again' });
    await userEvent.click(edit);
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Edit and ask again' }));
    await userEvent.click(screen.getByRole('button', { name: 'Edit and ask again' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'The question' }), '!');
    await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    expect(await screen.findByText('Why so slow?')).toBeDefined();
    const previous = await screen.findByRole('button', { name: 'Previous variant' });
    await userEvent.click(previous);
    expect(await screen.findByText('Why is it slow?')).toBeDefined();
    expect(screen.queryByText('Why so slow?')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Previous variant' }));
    expect(screen.getByRole('button', { name: 'Previous variant' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Next variant' }));
    expect(await screen.findByText('Why so slow?')).toBeDefined();
  });

  it('a judgement told gives the focus back to its thumb', async () => {
    await open({ [`POST /api/assistants/messages/${answerId}/feedback`]: () => ({ status: 'recorded' }) });
    await userEvent.click(await screen.findByRole('button', { name: 'Useful' }));
    await screen.findByText('What exactly?');
    const log = screen.getByRole('log', { name: 'Conversation' });
    await userEvent.click(within(log).getByRole('button', { name: 'Send' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Useful' }));
  });
});

describe('files of a question', () => {
  it('that are too large are refused before they are sent, each with the reason', async () => {
    const asked = await open({});
    await field();
    const files = ['a.txt', 'b.txt'].map((name) => {
      const file = new File(['x'], name);
      Object.defineProperty(file, 'size', { value: 30 * 1_024 * 1_024 });
      return file;
    });
    await userEvent.upload(screen.getByLabelText('Attach files'), files);
    const list = await screen.findByRole('list', { name: 'Not attached' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    expect(within(list).getByText(/^a.txt: .*20 MB/)).toBeDefined();
    expect(within(list).queryByRole('button', { name: 'Try again' })).toBeNull();
    await userEvent.click(within(list).getByRole('button', { name: 'Dismiss: a.txt' }));
    expect(document.activeElement).toBe(await field());
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss: b.txt' }));
    expect(screen.queryByRole('list', { name: 'Not attached' })).toBeNull();
    expect(asked.some(({ method }) => method === 'POST')).toBe(false);
  });
});

describe('prompts of one’s own', () => {
  it('are kept from what was typed, filled in once, and come back after a slip', async () => {
    await open(promptServer().answers);
    await userEvent.type(await field(), 'Check {{{{module}}');
    await userEvent.click(screen.getByRole('button', { name: 'Add to the question' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Prompts' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Keep what I typed' }));
    await userEvent.type(await screen.findByRole('textbox', { name: /Name/ }), 'A check');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Delete: A check' }));
    expect(screen.queryByText('A check')).toBeNull();
    expect(screen.getByText('The prompt is deleted.')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Bring it back' }));
    await userEvent.click(await screen.findByText('A check'));
    await userEvent.type(await screen.findByRole('textbox', { name: 'module' }), 'Sales');
    await userEvent.click(screen.getByRole('button', { name: 'Insert' }));
    await waitFor(async () => expect(await field()).toHaveProperty('value', 'Check Sales'));
  });
});
