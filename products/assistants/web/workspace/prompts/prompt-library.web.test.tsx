// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Prompt } from '../../../contract/index.ts';
import { type Answers, type Asked, page, refusal, renderAt } from '../../render.fixture.tsx';
import { developer } from '../workspace.fixture.ts';
import { PromptLibrary } from './prompt-library.tsx';
import { company, kept, me, promptServer } from './prompt-server.fixture.ts';

const inserted: string[] = [];
const open = (answers: Answers): Promise<readonly Asked[]> =>
  renderAt(
    <PromptLibrary
      assistant={{ ...developer, role: 'developer' }}
      draft=""
      onInsert={(text) => inserted.push(text)}
      onClose={() => undefined}
    />,
    { path: '/assistants', answers: { 'GET /api/assistants/': () => page(developer), ...answers } },
  );

const at = '2026-11-21T10:00:00.000Z';
const works = (role: string): Answers => ({
  'GET /companies/': () =>
    page({ id: company, name: 'Romashka', personal: false, role, active: true, created_at: at }),
  [`GET /companies/${company}/members`]: () =>
    page({ user_id: me, display_name: 'Anna' }, { user_id: company, display_name: 'Boris' }),
});
const shelf = () => screen.findByRole('list', { name: /^(My prompts|Mine and shared)$/ });
const button = (name: string) => screen.findByRole('button', { name });
const field = (name: RegExp) => screen.findByRole('textbox', { name });
const sent = (asked: readonly Asked[], method: string, end = ''): readonly Asked[] =>
  asked.filter((one) => one.method === method && one.pathname.endsWith(end));

beforeEach(() => {
  localStorage.clear();
  inserted.length = 0;
});
afterEach(cleanup);

describe('prompts of the server', () => {
  it('are taken and noted as used, found by words, and told when there are none', async () => {
    const asked = await open(promptServer(kept('Review'), kept('Plan')).answers);
    expect(within(await shelf()).getAllByRole('listitem')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Shared' })).toBeNull();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search prompts' }), 'plan');
    await waitFor(async () => expect(within(await shelf()).getAllByRole('listitem')).toHaveLength(1));
    expect(screen.queryByText('Check this module')).toBeNull();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search prompts' }), ' nothing');
    expect(await screen.findByText('Nothing found.')).toBeDefined();
    await userEvent.clear(screen.getByRole('searchbox', { name: 'Search prompts' }));
    await userEvent.click(await screen.findByText('Text of Review'));
    expect(inserted).toEqual(['Text of Review']);
    await waitFor(() => expect(sent(asked, 'POST', '/used')).toHaveLength(1));
  });

  it('are made for an assistant; what is wrong with them is told at the field', async () => {
    const server = promptServer();
    const asked = await open(server.answers);
    expect(await screen.findByText(/^Keep here what you ask often/)).toBeDefined();
    await userEvent.click(await button('New prompt'));
    await userEvent.click(await button('Save'));
    expect(sent(asked, 'POST')).toEqual([]);
    await userEvent.type(await field(/^Name/), '  ');
    await userEvent.click(await button('Save'));
    expect(await screen.findByText('Write a name')).toBeDefined();
    await userEvent.type(await field(/^Name/), 'Review');
    await userEvent.type(await field(/^Text/), 'Check it');
    await userEvent.click(await screen.findByRole('combobox', { name: 'Assistant' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Developer' }));
    expect(screen.queryByRole('switch')).toBeNull();
    await userEvent.click(await button('Save'));
    expect(within(await shelf()).getByText('Developer')).toBeDefined();
    expect(sent(asked, 'POST')[0]?.body).toEqual({
      title: 'Review',
      text: 'Check it',
      role: 'developer',
      shared: false,
    });
    await userEvent.click(await button('For Developer'));
    await waitFor(() => expect(asked.at(-1)?.query.get('role')).toBe('developer'));
  });

  it('keep what was written when they cannot be saved', async () => {
    let isThere = true;
    await open({
      ...promptServer().answers,
      'POST /api/assistants/prompts': () =>
        isThere
          ? refusal(429, 'assistants.too_many_prompts')
          : Promise.reject(new TypeError('Failed to fetch')),
    });
    await userEvent.click(await button('New prompt'));
    await userEvent.type(await field(/^Name/), 'Review');
    await userEvent.type(await field(/^Text/), 'Check it');
    await userEvent.click(await button('Save'));
    expect(await screen.findByText(/^There is no room for more prompts/)).toBeDefined();
    isThere = false;
    await userEvent.click(await button('Save'));
    expect(await screen.findByText(/^The server cannot be reached/)).toBeDefined();
    expect(await field(/^Text/)).toHaveProperty('value', 'Check it');
  });

  it('changed by somebody else meanwhile are taken over or written over', async () => {
    const server = promptServer(kept('Review'));
    const asked = await open(server.answers);
    const meanwhile = (title: string, version: number): void =>
      server.put(server.items.map((prompt) => ({ ...prompt, title, version })));
    await userEvent.click(await button('Edit: Review'));
    meanwhile('Theirs', 5);
    await userEvent.type(await field(/^Name/), ' mine');
    await userEvent.click(await button('Save'));
    expect(await screen.findByText('Somebody changed this prompt in the meantime.')).toBeDefined();
    await userEvent.click(await button('Take theirs'));
    expect(await field(/^Name/)).toHaveProperty('value', 'Theirs');
    await userEvent.type(await field(/^Name/), ' and mine');
    meanwhile('Again', 6);
    await userEvent.click(await button('Save'));
    await userEvent.click(await button('Save mine'));
    expect(await screen.findByText('Theirs and mine')).toBeDefined();
    expect(sent(asked, 'PUT').at(-1)?.body).toMatchObject({ title: 'Theirs and mine', base_version: 6 });

    await userEvent.click(await button('Edit: Theirs and mine'));
    server.put([]);
    await userEvent.click(await button('Save'));
    expect(await screen.findByText(/^Somebody deleted this prompt/)).toBeDefined();
    await userEvent.click(await button('Save'));
    expect(await screen.findByText('Theirs and mine')).toBeDefined();
    expect(sent(asked, 'POST')).toHaveLength(1);
  });

  it('are gone at once when deleted, come back after a slip or with the reason', async () => {
    const server = promptServer(kept('Review'), kept('Plan'));
    let letGo = (): void => undefined;
    const answers = { ...server.answers };
    const [review, plan] = server.items;
    const deleted = answers[`DELETE /api/assistants/prompts/${review?.id}`];
    answers[`DELETE /api/assistants/prompts/${review?.id}`] = async (call) => {
      await new Promise<void>((resolve) => {
        letGo = resolve;
      });
      return deleted?.(call) ?? {};
    };
    answers[`DELETE /api/assistants/prompts/${plan?.id}`] = () => refusal(403, 'tenants.role_too_low');
    const asked = await open(answers);
    await userEvent.click(await button('Delete: Review'));
    expect(screen.queryByText('Text of Review')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search prompts' }));
    await userEvent.click(await button('Bring it back'));
    expect(sent(asked, 'POST', '/restore')).toEqual([]);
    letGo();
    expect(await screen.findByText('Text of Review')).toBeDefined();
    expect(screen.queryByText('The prompt is deleted.')).toBeNull();

    await userEvent.click(await button('Delete: Plan'));
    expect(await screen.findByText('Your role in the company does not allow this.')).toBeDefined();
    expect(await screen.findByText('Text of Plan')).toBeDefined();
    expect(screen.queryByText('The prompt is deleted.')).toBeNull();
  });

  it('that cannot be read say so and leave the assistant’s own', async () => {
    await open({ 'GET /api/assistants/prompts': () => refusal(403, 'tenants.role_too_low') });
    expect(await screen.findByText('Check this module')).toBeDefined();
    expect(await button('Try again')).toBeDefined();
  });
});

describe('prompts of a company', () => {
  const common = (more: Partial<Prompt>): Prompt =>
    kept('Common', { shared: true, author_id: company, ...more });

  it('say who shares them, are told apart, and are changed by who may', async () => {
    const server = promptServer(kept('Mine'), common({ can_change: false }));
    const asked = await open({ ...works('member'), ...server.answers });
    expect(await screen.findByText(/Shared by Boris/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Edit: Common' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Delete: Common' })).toBeNull();
    await userEvent.click(await button('Mine'));
    await waitFor(() => expect(screen.queryByText('Text of Common')).toBeNull());

    await userEvent.click(await button('Edit: Mine'));
    await userEvent.click(await screen.findByRole('switch', { name: 'Share with Romashka' }));
    await userEvent.click(await button('Save'));
    await waitFor(() => expect(sent(asked, 'PUT')[0]?.body).toMatchObject({ shared: true }));
  });

  it('of somebody else stay shared, whoever changes them', async () => {
    await open({ ...works('admin'), ...promptServer(common({})).answers });
    await userEvent.click(await button('Edit: Common'));
    const share = await screen.findByRole('switch', { name: 'Share with Romashka' });
    expect(share).toHaveProperty('disabled', true);
    expect(await screen.findByText('Boris wrote it: it stays shared.')).toBeDefined();
  });
});

describe('prompts that earlier versions kept in the browser', () => {
  const key = `quintet.assistants.prompts.${me}`;
  const names = Array.from({ length: 60 }, (_, nth) => `P${nth}`);
  const keep = (count: number): void =>
    localStorage.setItem(
      key,
      JSON.stringify(names.slice(0, count).map((title) => ({ id: title, title, text: `T ${title}` }))),
    );
  const importing = 'POST /api/assistants/prompts/import';
  const titlesOf = ({ body }: Asked): readonly string[] =>
    Object(body).prompts.map(({ title }: { readonly title: string }) => title);

  it('move to the server once, the oldest first', async () => {
    keep(60);
    const moved: string[] = [];
    const answers: Answers = {
      ...promptServer().answers,
      [importing]: (call) => {
        const titles = titlesOf(call);
        moved.push(...titles);
        return { taken: titles.length };
      },
    };
    await open(answers);
    expect(await screen.findByText('60 prompts of this browser are kept on the server now.')).toBeDefined();
    expect(moved).toEqual(names.toReversed());
    expect(localStorage.getItem(key)).toBeNull();
    expect(screen.queryByText('In this browser only, so far')).toBeNull();
    cleanup();
    const again = await open(answers);
    await shelfOrNone();
    expect(sent(again, 'POST')).toEqual([]);
  });

  const shelfOrNone = () => screen.findByText(/^Keep here what you ask often/);

  it('stay in the browser, and may be taken, when that fails', async () => {
    keep(2);
    let isThere = false;
    await open({
      ...promptServer().answers,
      [importing]: (call) =>
        isThere ? { taken: titlesOf(call).length } : Promise.reject(new TypeError('Failed to fetch')),
    });
    expect(await screen.findByText(/^The prompts of this browser are not on the server yet/)).toBeDefined();
    expect(JSON.parse(localStorage.getItem(key) ?? '[]')).toHaveLength(2);
    await userEvent.click(screen.getByText('T P1'));
    expect(inserted).toEqual(['T P1']);
    isThere = true;
    await userEvent.click(await button('Try again'));
    await waitFor(() => expect(localStorage.getItem(key)).toBeNull());
    expect(screen.queryByText('T P1')).toBeNull();
  });

  it('stay in the browser as far as the server has no room', async () => {
    keep(3);
    await open({ ...promptServer().answers, [importing]: () => ({ taken: 1 }) });
    expect(await screen.findByText(/^There is no room on the server for the others/)).toBeDefined();
    expect(screen.getByText('T P0')).toBeDefined();
    expect(screen.queryByText('T P2')).toBeNull();
    expect(JSON.parse(localStorage.getItem(key) ?? '[]')).toMatchObject([{ title: 'P0' }, { title: 'P1' }]);
  });
});
