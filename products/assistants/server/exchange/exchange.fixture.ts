import { Type } from 'typebox';
import { vi } from 'vitest';
import { WebSocket } from 'ws';
import { defineRef } from '#base/ref';
import { Refusal } from '#base/refusal';
import { signedInPerson, type TestPerson } from '#capabilities/identity/testing';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import { startTestApp, type TestApp, type TestClient, testClient } from '#platform/testing';
import type { SocketServerFrame } from '../../contract/index.ts';
import * as contract from '../../contract/index.ts';
import type { AssistantsService } from '../assistants.ts';
import { assistantsRef } from '../index.ts';
import { assistantsWith } from '../module.ts';
import { tradeExport } from '../projects/exports.fixture.ts';
import { defineTool, type Tool } from '../tools/tool.ts';

/** Counts letters, cites where it found them, and draws. */
const sampleCount = defineTool({
  name: 'sample_count',
  group: 'analysis',
  title: { ru: 'Счёт букв', en: 'Letter count' },
  description: 'Counts the letters of a text.',
  parameters: Type.Object({ text: Type.String({ maxLength: 1_000 }) }),
  run: async ({ text }, { locale }) => ({
    data: { letters: text.length },
    text: locale === 'ru' ? `Букв: ${text.length}` : `Letters: ${text.length}`,
    sources: [
      {
        kind: 'document',
        title: 'Правила счёта.docx',
        reference: 'rules.docx',
        page: 3,
        excerpt: 'Считают все.',
      },
    ],
    artifacts: [{ kind: 'mermaid', title: 'Схема', content: 'flowchart TD\n  a --> b' }],
  }),
});

const sampleRefusal = defineTool({
  name: 'sample_refusal',
  group: 'analysis',
  title: { ru: 'Отказ', en: 'Refusal' },
  description: 'Always refuses.',
  parameters: Type.Object({}),
  run: () => Promise.reject(new Refusal('invalid', 'assistants.sample', 'The engine refuses this.')),
});

const sampleFault = defineTool({
  name: 'sample_fault',
  group: 'analysis',
  title: { ru: 'Сбой', en: 'Fault' },
  description: 'Always breaks.',
  parameters: Type.Object({}),
  run: () => Promise.reject(new Error('a secret of the inside')),
});

export const sampleTools: readonly Tool[] = [sampleCount, sampleRefusal, sampleFault] as readonly Tool[];

export interface Someone extends TestPerson {
  readonly call: TestClient;
}

/** The product over HTTP, with everything below it. */
export interface AssistantsApp {
  readonly test: TestApp;
  readonly service: AssistantsService;
  someone(name: string): Promise<Someone>;
  /** An assistant of the person's company with the tools for tests. */
  sampleRole(who: Someone, more?: Partial<contract.RoleDefinition>): Promise<string>;
}

export async function startAssistants(
  options: { readonly environment?: Readonly<Record<string, string>>; readonly listen?: boolean } = {},
): Promise<AssistantsApp> {
  const test = await startTestApp({
    modules: [identityModule, tenantsModule, llmModule, memoryModule, assistantsWith(sampleTools)],
    ...options,
  });
  // Starting takes its time on a busy machine, and a server that is late turns requests away for a moment.
  await vi.waitFor(
    async () => {
      const { statusCode } = await test.inject({ method: 'GET', url: '/api/assistants/status' });
      if (statusCode !== 401) throw new Error(`The server answers ${statusCode}.`);
    },
    { timeout: 30_000, interval: 50 },
  );
  let roles = 0;
  return {
    test,
    service: test.app.service(defineRef<AssistantsService>(assistantsRef.id)),
    async someone(name) {
      const person = await signedInPerson(test, { name });
      return { ...person, call: testClient(test, person.accessToken) };
    },
    async sampleRole(who, more = {}) {
      roles += 1;
      const role = `sample-${roles}`;
      const definition = {
        title: { ru: 'Образец', en: 'Sample' },
        description: { ru: 'Для проверки', en: 'For tests' },
        instructions: 'You count letters.',
        tools: sampleTools.map(({ name }) => name),
        collections: [],
        remembers: false,
        model: { temperature: 0.1 },
        starters: [{ ru: 'Сосчитай буквы', en: 'Count the letters' }],
        ...more,
      };
      await who
        .call(contract.createAssistant, { body: { role, ...definition } })
        .then((made) => made.reply());
      return role;
    },
  };
}

/** A project of the person's company with a small configuration that was read. */
export async function tradeProject(who: Someone): Promise<string> {
  const { id } = (await who.call(contract.createProject, { body: { name: 'Торговля' } })).reply();
  const uploaded = await who.call(contract.uploadToProject, {
    params: { id },
    query: { name: 'trade.zip' },
    body: tradeExport,
  });
  uploaded.reply();
  await vi.waitFor(
    async () => {
      const { version } = (await who.call(contract.getProject, { params: { id } })).reply();
      if (version === 0) throw new Error('The configuration is not read yet.');
    },
    { timeout: 60_000, interval: 100 },
  );
  return id;
}

export interface StreamEvent {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The events of a stream's text. */
export function eventsOf(text: string): readonly StreamEvent[] {
  return text
    .split('\n\n')
    .map((block) => ({
      event: /^event: (.*)$/m.exec(block)?.[1] ?? '',
      data: /^data: (.*)$/m.exec(block)?.[1],
    }))
    .flatMap(({ event, data }) => (data === undefined ? [] : [{ event, data: JSON.parse(data) }]));
}

/** A socket as a client sees it. */
export interface ChatSocketClient {
  readonly frames: readonly SocketServerFrame[];
  readonly opened: Promise<void>;
  readonly closed: Promise<number>;
  of(ref: string, type?: string): readonly SocketServerFrame[];
  say(frame: unknown): void;
  close(): void;
}

export function connectChat(url: string, token: string): ChatSocketClient {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/api/assistants/ws`, [
    'quintet',
    `access_token.${token}`,
  ]);
  const frames: SocketServerFrame[] = [];
  socket.on('error', () => undefined);
  socket.on('message', (data) => frames.push(JSON.parse(data.toString())));
  return {
    frames,
    opened: new Promise((resolve) => socket.once('open', () => resolve())),
    closed: new Promise((resolve) => socket.once('close', (code) => resolve(code))),
    of: (ref, type) =>
      frames.filter((frame) => frame.ref === ref && (type === undefined || frame.type === type)),
    say: (frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    close: () => socket.close(),
  };
}
