import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send } from '#capabilities/identity/testing';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import { type Companies, startCompanies } from '../../testing/index.ts';
import { assistantsModule } from '../module.ts';

const modules = [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule];
let house: Companies;
let url: URL;

beforeAll(async () => {
  // One thread that nothing but a cancellation frees: a call that went on would keep the next one waiting.
  house = await startCompanies({
    modules,
    listen: true,
    environment: { ASSISTANTS_ENGINE_THREADS: '1', ASSISTANTS_ENGINE_SECONDS: '600' },
  });
  url = new URL('/api/assistants/mcp', house.test.url);
});
afterAll(() => house.test.close());

async function connect(
  headers: Readonly<Record<string, string>>,
  preset?: string,
): Promise<{ client: Client; transport: StreamableHTTPClientTransport }> {
  const client = new Client({ name: 'test', version: '1' });
  const address = new URL(url);
  if (preset !== undefined) address.searchParams.set('preset', preset);
  const transport = new StreamableHTTPClientTransport(address, { requestInit: { headers } });
  // The SDK's own type of its transport leaves out `undefined` where its interface has it.
  await client.connect(transport as Parameters<Client['connect']>[0]);
  return { client, transport };
}

const bearer = (token: string): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  'x-company-id': house.company,
  'accept-language': 'ru',
});

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
};

function post(body: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    body,
  });
}

function textOf(result: unknown): string {
  const { content } = result as { content: { type: string; text?: string }[] };
  return content.map(({ text = '' }) => text).join('\n');
}

describe('the tool server over HTTP', () => {
  it('offers the tools of a preset with JSON schemas', async () => {
    const names = async (preset?: string): Promise<string[]> => {
      const { client } = await connect(bearer(house.member.token), preset);
      const { tools } = await client.listTools();
      for (const { inputSchema } of tools) expect(inputSchema.type).toBe('object');
      await client.close();
      return tools.map(({ name }) => name);
    };
    const [reading, judging, all] = [await names('analysis'), await names('review'), await names()];
    expect(reading).toContain('explain_code');
    expect(reading).toContain('recall_memory');
    expect(reading).not.toContain('check_code');
    expect(judging).toContain('check_code');
    expect(judging).not.toContain('remember');
    expect(all).toEqual(expect.arrayContaining([...judging, 'remember', 'generate_tests']));
  });

  it('calls tools: words, data and artifacts', async () => {
    const { client } = await connect(bearer(house.member.token));
    const result = await client.callTool({
      name: 'optimize_query',
      arguments: { query: 'ВЫБРАТЬ Т.А КАК А ИЗ Справочник.Т КАК Т ГДЕ Т.Б = 1 ИЛИ Т.Б = 2' },
    });
    expect(result.isError).toBeFalsy();
    expect(textOf(result)).toContain('В (1, 2)');
    expect(result.structuredContent).toMatchObject({ text: expect.stringContaining('В (1, 2)') });
    expect(result.content).toContainEqual(
      expect.objectContaining({
        type: 'resource',
        resource: expect.objectContaining({ mimeType: 'text/x-diff' }),
      }),
    );
    await client.close();
  });

  it('tells faults of calls as results, unknown tools as errors', async () => {
    const { client } = await connect(bearer(house.member.token));
    const bad = await client.callTool({ name: 'check_code', arguments: { code: 5 } });
    expect(bad).toMatchObject({ isError: true, structuredContent: { code: 'assistants.tool_input' } });
    const cycle = { start: '2026-03-02', tasks: [{ id: 'a', duration: 1, predecessors: ['a'] }] };
    const refused = await client.callTool({ name: 'schedule_plan', arguments: { plan: cycle } });
    expect(refused).toMatchObject({ isError: true, structuredContent: { code: 'assistants.plan_invalid' } });
    await expect(client.callTool({ name: 'no_such_tool', arguments: {} })).rejects.toThrow('no tool');
    await client.close();
  });

  it('remembers for one person in one company', async () => {
    const { client } = await connect(bearer(house.member.token));
    const kept = await client.callTool({
      name: 'remember',
      arguments: { content: 'Склад проекта называется «Рассвет-7».' },
    });
    expect(kept.isError).toBeFalsy();
    const mine = await client.callTool({
      name: 'recall_memory',
      arguments: { query: 'Как называется склад?' },
    });
    expect(textOf(mine)).toContain('Рассвет-7');
    await client.close();
    const other = await connect(bearer(house.owner.token));
    const nothing = await other.client.callTool({ name: 'recall_memory', arguments: { query: 'склад' } });
    expect(textOf(nothing)).not.toContain('Рассвет-7');
    await other.client.close();
    const elsewhere = await connect({ authorization: `Bearer ${house.member.token}` });
    const own = await elsewhere.client.callTool({ name: 'recall_memory', arguments: { query: 'склад' } });
    await elsewhere.client.close();
    // Without the header the company used last is taken: the same one here.
    expect(textOf(own)).toContain('Рассвет-7');
  });

  it('cancels a call and stays alive, tells progress of a long one', async () => {
    const { client } = await connect(bearer(house.member.token));
    const tasks = Array.from({ length: 5_000 }, (_, at) => ({
      id: `t${at}`,
      duration: { optimistic: 1, likely: 2, pessimistic: 9 },
    }));
    const stop = new AbortController();
    const told: number[] = [];
    const running = client.callTool(
      { name: 'simulate_plan', arguments: { plan: { start: '2026-03-02', tasks }, runs: 100_000 } },
      undefined,
      {
        signal: stop.signal,
        onprogress({ progress }) {
          told.push(progress);
          stop.abort('enough');
        },
      },
    );
    await expect(running).rejects.toThrow();
    expect(told).toEqual([1]);
    const next = await client.callTool({ name: 'forecast_throughput', arguments: { history: [1, 2] } });
    expect(next.isError).toBeFalsy();
    await client.close();
  });

  it('ends sessions and says that it starts no messages itself', async () => {
    const { client, transport } = await connect(bearer(house.member.token));
    expect(transport.sessionId).toMatch(/^[0-9a-f-]{36}$/);
    await transport.terminateSession();
    await client.close();
    const listening = await fetch(url, {
      headers: { accept: 'text/event-stream', ...bearer(house.member.token) },
    });
    expect([listening.status, listening.headers.get('allow')]).toEqual([405, 'POST, DELETE']);
  });

  it('lets in API keys with its scope only', async () => {
    const make = async (scopes: readonly string[]): Promise<string> => {
      const { body } = await send(house.test, 'POST', '/api-keys/', {
        headers: { authorization: `Bearer ${house.member.token}` },
        body: { name: 'mcp', scopes },
      });
      return (body as { key: string }).key;
    };
    const [right, wrong] = [await make(['assistants:mcp']), await make(['assistants:read'])];
    const { client } = await connect({ 'x-api-key': right, 'x-company-id': house.company });
    expect((await client.listTools()).tools.length).toBeGreaterThan(10);
    await client.close();
    const refused = await post(JSON.stringify(initialize), { 'x-api-key': wrong });
    expect(refused.status).toBe(403);
  });

  it('refuses whoever does not belong', async () => {
    expect((await post(JSON.stringify(initialize), {})).status).toBe(401);
    const stranger = await post(JSON.stringify(initialize), bearer(house.stranger.token));
    expect(stranger.status).toBe(404);
    const preset = await fetch(`${url}?preset=everything`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearer(house.member.token) },
      body: JSON.stringify(initialize),
    });
    expect(preset.status).toBe(422);
  });

  it.each([
    ['no JSON', '{', 400],
    ['nothing', '', 422],
    ['no message', '{"a":1}', 422],
    ['a message of no kind', '{"jsonrpc":"2.0"}', 400],
    ['a list', '[]', 422],
    ['a number', '5', 422],
    ['a method that is none', '{"jsonrpc":"2.0","id":1,"method":"tools/fly"}', 200],
    ['arguments that are none', '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":5}}', 200],
    ['too much', JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'x'.repeat(5_000_000) }), 413],
  ])('survives %s', async (_name, body, status) => {
    const answer = await post(body, bearer(house.member.token));
    expect(answer.status).toBe(status);
    const text = await answer.text();
    if (status === 200) expect(text).toContain('"error"');
  });

  it('wants a client that accepts both kinds of answers', async () => {
    const answer = await post(JSON.stringify(initialize), {
      ...bearer(house.member.token),
      accept: 'text/html',
    });
    expect(answer.status).toBe(406);
  });
});
