import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { login } from '#capabilities/identity/contract';
import { type ModelServer, modelServerKey, startModelServer } from '#capabilities/llm/testing';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { memoryAgentModule } from '#modules/products/memory-agent';
import { startTestApp, type TestApp, type TestClient, testClient } from '#platform/testing';
import * as contract from '../contract/index.ts';

const modules = [identityModule, llmModule, memoryModule, memoryAgentModule];

async function signIn(test: TestApp, role: string): Promise<TestClient> {
  const answer = await testClient(test)(login, {
    body: { email: `${role}@demo.quintet.local`, password: 'quintet-demo' },
  });
  const reply = answer.reply();
  if (!('access_token' in reply)) throw new Error('No second factor is expected here.');
  return testClient(test, reply.access_token);
}

interface StreamEvent {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

function eventsOf(text: string): readonly StreamEvent[] {
  return text
    .split('\n\n')
    .map((block) => ({
      event: /^event: (.*)$/m.exec(block)?.[1] ?? '',
      data: /^data: (.*)$/m.exec(block)?.[1],
    }))
    .flatMap(({ event, data }) => (data === undefined ? [] : [{ event, data: JSON.parse(data) }]));
}

let test: TestApp;
let ann: TestClient;
let bob: TestClient;

beforeAll(async () => {
  test = await startTestApp({ modules });
  await test.app.demo();
  ann = await signIn(test, 'author');
  bob = await signIn(test, 'analyst');
});

afterAll(() => test.close());

describe('talking', () => {
  it('answers from what was said before, citing it, and says that no model is configured', async () => {
    const first = (
      await ann(contract.chat, { body: { message: 'My name is Ann and I live in Riga.' } })
    ).reply();
    const answer = (
      await ann(contract.chat, {
        body: { message: 'Where do I live?', conversation_id: first.conversation_id },
      })
    ).reply();
    expect(answer.response).toContain('Riga');
    expect(answer.offline).toBe(true);
    expect(answer.context_count).toBeGreaterThan(0);
    expect(answer.strategies_used).toHaveLength(1);
    expect(answer.citations[0]?.excerpt).toContain('I live in Riga');
    const cited = (
      await ann(contract.getNode, { params: { id: answer.citations[0]?.node_id ?? '' } })
    ).reply();
    expect(cited.content).toContain('I live in Riga');
  });

  it('takes the words of a memory that is deleted for good out of the answers that cite it', async () => {
    const secret = 'The blue trunk stands in locker 4417 at Zilupe station.';
    const said = (await bob(contract.chat, { body: { message: secret } })).reply();
    const answer = (
      await bob(contract.chat, { body: { message: 'Where does the blue trunk stand?' } })
    ).reply();
    expect(answer.response).toContain('4417');
    const cited = answer.citations.find(({ excerpt }) => excerpt.includes('4417'));
    const params = { id: answer.conversation_id };
    await bob(contract.forgetNode, { params: { id: cited?.node_id ?? '' }, query: { permanently: true } });
    await expect
      .poll(async () => JSON.stringify((await bob(contract.getConversation, { params })).reply()), {
        timeout: 15_000,
      })
      .not.toContain('4417');
    const { items } = (await bob(contract.getConversation, { params })).reply();
    expect(items[1]?.citations?.find(({ marker }) => marker === cited?.marker)).toMatchObject({
      excerpt: '',
      label: '',
    });
    // What the person said stays in the conversation until it is deleted.
    const own = (await bob(contract.getConversation, { params: { id: said.conversation_id } })).reply();
    expect(own.items[0]?.content).toBe(secret);
  });

  it('streams the same as events and keeps both sides in the conversation', async () => {
    const { text } = await ann(contract.chatStream, { body: { message: 'In which city do I live?' } });
    const events = eventsOf(text);
    expect(events[0]?.event).toBe('start');
    const done = events.at(-1);
    expect(done?.event).toBe('done');
    const streamed = events
      .flatMap(({ event, data }) => (event === 'text' ? [String(data['text'])] : []))
      .join('');
    expect(streamed).toBe(done?.data['response']);
    const { conversation, items } = (
      await ann(contract.getConversation, { params: { id: String(done?.data['conversation_id']) } })
    ).reply();
    expect(conversation.message_count).toBe(2);
    expect(items.map(({ role }) => role)).toEqual(['user', 'agent']);
    expect(items[1]).toMatchObject({ content: streamed, offline: true });
  });

  it('keeps a judgement and shows it in the statistics of the strategy', async () => {
    const answer = (await ann(contract.chat, { body: { message: 'Where do I live these days?' } })).reply();
    const strategy = answer.strategies_used[0];
    const judged = await ann(contract.giveFeedback, {
      params: { id: answer.id },
      body: { useful: true, reason: 'precise' },
    });
    expect(judged.reply()).toEqual({ status: 'recorded' });
    const { items } = (await ann(contract.listStrategies)).reply();
    expect(items.find(({ id }) => id === strategy)?.success_rate).toBeGreaterThan(0);
    const other = await bob(contract.giveFeedback, { params: { id: answer.id }, body: { useful: false } });
    expect(other.status).toBe(404);
  });

  it('replays the same answer for the same Idempotency-Key and remembers the message once', async () => {
    const request = {
      body: { message: 'I keep the spare key at my neighbour Ilze.' },
      headers: { 'idempotency-key': 'k1' },
    };
    const before = (await ann(contract.memoryStats)).reply().l0_count;
    const first = (await ann(contract.chat, request)).reply();
    const again = (await ann(contract.chat, request)).reply();
    expect(again).toEqual(first);
    expect((await ann(contract.memoryStats)).reply().l0_count).toBe(before + 1);
    const other = await ann(contract.chat, { ...request, body: { message: 'Something else.' } });
    expect(other.status).toBe(422);
  });

  it('refuses a conversation of somebody else as if it were not there', async () => {
    const { conversation_id: id } = (
      await ann(contract.chat, { body: { message: 'A secret plan.' } })
    ).reply();
    for (const answer of [
      await bob(contract.getConversation, { params: { id } }),
      await bob(contract.renameConversation, { params: { id }, body: { title: 'Mine' } }),
      await bob(contract.deleteConversation, { params: { id } }),
      await bob(contract.chat, { body: { message: 'And?', conversation_id: id } }),
    ]) {
      expect(answer.status).toBe(404);
      expect(answer.problem().code).toBe('memory.conversation_not_found');
    }
  });
});

describe('conversations', () => {
  it('are listed newest first, found by title, renamed, and deleted with what was remembered', async () => {
    const said = (
      await bob(contract.chat, { body: { message: 'The blue suitcase is in the attic.' } })
    ).reply();
    await bob(contract.chat, { body: { message: 'Another day, another talk.' } });
    const renamed = await bob(contract.renameConversation, {
      params: { id: said.conversation_id },
      body: { title: ' Suitcases ' },
    });
    expect(renamed.reply().title).toBe('Suitcases');
    const found = (await bob(contract.listConversations, { query: { q: 'suitc' } })).reply();
    expect(found.items.map(({ id }) => id)).toEqual([said.conversation_id]);
    const page = (await bob(contract.listConversations, { query: { limit: 1 } })).reply();
    const rest = (
      await bob(contract.listConversations, { query: { limit: 1, cursor: page.next_cursor ?? '' } })
    ).reply();
    expect(rest.items.map(({ id }) => id)).toEqual([said.conversation_id]);

    const deleted = await bob(contract.deleteConversation, {
      params: { id: said.conversation_id },
      query: { forget: true },
    });
    expect(deleted.status).toBe(204);
    const recalled = (await bob(contract.recall, { body: { query: 'blue suitcase attic' } })).reply();
    expect(recalled.results.filter(({ node }) => node.content.includes('suitcase'))).toEqual([]);
  });

  it('refuse a cursor that no list gave', async () => {
    for (const cursor of ['nonsense', '~', 'zzzzzzzzzzzzzzzz~x']) {
      expect((await bob(contract.listConversations, { query: { cursor } })).status).toBe(422);
    }
  });
});

describe('memory', () => {
  it('remembers, recalls with reasons, forgets and restores', async () => {
    const { id, status } = (
      await bob(contract.remember, {
        body: { content: 'The router password is on the fridge.', importance: 0.7 },
      })
    ).reply();
    expect(status).toBe('stored');
    const recall = async () => (await bob(contract.recall, { body: { query: 'router password' } })).reply();
    const found = (await recall()).results[0];
    expect(found?.node.id).toBe(id);
    const total = found?.explain.reduce((sum, { contribution }) => sum + contribution, 0) ?? 0;
    expect(total).toBeCloseTo(found?.score ?? -1, 3);

    expect((await bob(contract.forgetNode, { params: { id } })).reply()).toEqual({ forgotten: 1 });
    expect((await recall()).results.map(({ node }) => node.id)).not.toContain(id);
    expect((await bob(contract.restoreNode, { params: { id } })).reply().deleted_at).toBeNull();
    expect((await recall()).results[0]?.node.id).toBe(id);
    expect((await ann(contract.getNode, { params: { id } })).status).toBe(404);
  });

  it('answers the fixed shapes', async () => {
    expect((await bob(contract.consolidate)).reply()).toMatchObject({ status: 'completed' });
    const stats = (await bob(contract.memoryStats)).reply();
    expect(stats).toMatchObject({ l0_count: expect.any(Number), last_consolidation: expect.any(String) });
    const nodes = (await bob(contract.listMemoryLevel, { params: { level: 'all' } })).reply();
    expect(nodes[0]).toMatchObject({
      id: expect.any(String),
      label: expect.any(String),
      level: expect.stringMatching(/^l[0-3]$/),
      connections: expect.any(Number),
    });
    expect((await bob(contract.collectGarbage, { body: { dry_run: true } })).reply()).toEqual({
      soft_deleted: 0,
      hard_deleted: 0,
      errors: [],
      dry_run: true,
    });
  });

  it('filters, draws, corrects', async () => {
    const { id } = (
      await bob(contract.remember, { body: { content: 'Dentist on Monday at nine.', importance: 0.9 } })
    ).reply();
    const important = (
      await bob(contract.searchMemory, { query: { q: 'dentist', min_importance: 0.8, level: 'l0' } })
    ).reply();
    expect(important.items.map((node) => node.id)).toEqual([id]);
    const changed = await bob(contract.updateNode, {
      params: { id },
      body: { content: 'Dentist on Tuesday at nine.' },
    });
    expect(changed.reply().content).toContain('Tuesday');
    const graph = (await bob(contract.memoryGraph, { query: { center: id } })).reply();
    expect(graph.nodes.map((node) => node.id)).toContain(id);
    const upper = (await bob(contract.memoryGraph, { query: { min_level: 'l1' } })).reply();
    expect(upper.nodes.every((node) => node.level !== 'l0')).toBe(true);
  });

  it('exports what another person can import', async () => {
    const exported = await bob(contract.exportMemory);
    expect(exported.status).toBe(200);
    const imported = await ann(contract.importMemory, { body: exported.text });
    expect(imported.reply().imported).toBeGreaterThan(0);
    const broken = await ann(contract.importMemory, { body: `${exported.text}\n{"session_id": 5}\n` });
    expect(broken.status).toBe(422);
    expect(broken.problem().errors?.length).toBeGreaterThan(0);
    expect((await ann(contract.importMemory, { body: ' \n' })).status).toBe(422);
  });

  it.each([
    ['an empty message', contract.chat, { message: '  ' }],
    ['a NUL byte', contract.remember, { content: 'a\u0000b' }],
    ['a lone surrogate', contract.remember, { content: 'a\ud800b' }],
    ['too much text', contract.remember, { content: 'a'.repeat(32_001) }],
    ['an importance above one', contract.remember, { content: 'a', importance: 1.5 }],
  ])('refuses %s and stores nothing', async (_name, route, body) => {
    const before = (await bob(contract.memoryStats)).reply().l0_count;
    expect((await bob(route, { body })).status).toBe(422);
    expect((await bob(contract.memoryStats)).reply().l0_count).toBe(before);
  });

  it('keeps SQL and HTML as the words they are', async () => {
    const content = `Robert'); DROP TABLE memory.node; -- <script>alert(1)</script>`;
    const { id } = (await bob(contract.remember, { body: { content } })).reply();
    expect((await bob(contract.getNode, { params: { id } })).reply().content).toBe(content);
  });
});

describe('with a language model', () => {
  let models: ModelServer;
  let online: TestApp;
  let carl: TestClient;

  beforeAll(async () => {
    models = await startModelServer();
    online = await startTestApp({
      modules,
      environment: {
        OPENAI_BASE_URL: models.openAiUrl,
        OPENAI_API_KEY: modelServerKey,
        LLM_MODELS: 'openai:scripted',
      },
    });
    await online.app.demo();
    carl = await signIn(online, 'manager');
    await carl(contract.remember, { body: { content: 'Carl plays the cello on Thursdays.' } });
  });

  afterAll(async () => {
    await online.close();
    await models.close();
  });

  beforeEach(() => models.script());

  it('gives it the memories, reads its citations and remembers its answer', async () => {
    models.script({ kind: 'say', text: 'The cello, on Thursdays [1].' });
    const answer = (
      await carl(contract.chat, { body: { message: 'Which instrument does Carl play?' } })
    ).reply();
    expect(answer).toMatchObject({ response: 'The cello, on Thursdays [1].', offline: false });
    expect(answer.citations.map(({ marker }) => marker)).toEqual([1]);
    expect(answer.tokens_used).toBeGreaterThan(0);
    expect(JSON.stringify(models.requests.at(-1))).toContain('Carl plays the cello on Thursdays.');
    expect((await carl(contract.agentStatus)).reply()).toEqual({
      offline: false,
      models: ['openai:scripted'],
    });
  });

  it('keeps what was said and what came of an answer that broke off', async () => {
    models.script({ kind: 'cut_off', text: 'It is a long ' });
    const { text } = await carl(contract.chatStream, { body: { message: 'Tell me about the cello.' } });
    const done = eventsOf(text).at(-1);
    expect(done?.data).toMatchObject({ interrupted: true });
    const { items } = (
      await carl(contract.getConversation, { params: { id: String(done?.data['conversation_id']) } })
    ).reply();
    expect(items[0]?.content).toBe('Tell me about the cello.');
    expect(items[1]?.content.length).toBeGreaterThan(0);
  });
});
