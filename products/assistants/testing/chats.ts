import { vi } from 'vitest';
import { WebSocket } from 'ws';
import { signedInPerson } from '#capabilities/identity/testing';
import { startTestApp, type TestApp, type TestAppOptions, testClient } from '#platform/testing';
import type { SocketServerFrame } from '../contract/index.ts';
import * as contract from '../contract/index.ts';
import type { Someone } from './companies.ts';

/** The product over HTTP, with everything below it. */
export interface AssistantsApp {
  readonly test: TestApp;
  someone(name: string): Promise<Someone>;
  /** An assistant of the person's company with the tools for tests. */
  sampleRole(who: Someone, more?: Partial<contract.RoleDefinition>): Promise<string>;
}

/** Starts the modules, the assistants and what they stand on among them; `tools` are those of sample roles. */
export async function startAssistants({
  tools,
  ...options
}: TestAppOptions & { readonly tools: readonly string[] }): Promise<AssistantsApp> {
  const test = await startTestApp(options);
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
    async someone(name) {
      const { id, accessToken } = await signedInPerson(test, { name });
      return { id, token: accessToken, call: testClient(test, accessToken) };
    },
    async sampleRole(who, more = {}) {
      roles += 1;
      const role = `sample-${roles}`;
      const definition = {
        title: { ru: 'Образец', en: 'Sample' },
        description: { ru: 'Для проверки', en: 'For tests' },
        instructions: 'You count letters.',
        tools: [...tools],
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

/** A project of the person's company with a configuration that was read. */
export async function readProject(who: Someone, archive: Uint8Array): Promise<string> {
  const { id } = (await who.call(contract.createProject, { body: { name: 'Торговля' } })).reply();
  const uploaded = await who.call(contract.uploadToProject, {
    params: { id },
    query: { name: 'configuration.zip' },
    body: archive,
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
export interface AssistantsSocket {
  readonly frames: readonly SocketServerFrame[];
  readonly opened: Promise<void>;
  readonly closed: Promise<number>;
  of(ref: string, type?: string): readonly SocketServerFrame[];
  say(frame: unknown): void;
  close(): void;
}

export function connectAssistants(url: string, token: string): AssistantsSocket {
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
