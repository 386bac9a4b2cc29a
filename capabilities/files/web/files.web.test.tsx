// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWebPlatform, type Socket, WebProviders } from '#platform/web';
import type { PublishedFile } from '../contract/index.ts';
import { FileImage, FilePicker, filesWeb } from './index.ts';

configure({ asyncUtilTimeout: 15_000 });
afterEach(cleanup);

const id = '00000000-0000-7000-8000-00000000aaaa';
const file: PublishedFile = {
  id,
  name: 'cat.jpg',
  media_type: 'image/jpeg',
  size: 10,
  width: 300,
  height: 200,
  url: '/files/content/a/image.jpg',
  variants: [
    { width: 64, media_type: 'image/avif', url: '/a64' },
    { width: 64, media_type: 'image/webp', url: '/w64' },
    { width: 200, media_type: 'image/avif', url: '/a200' },
    { width: 200, media_type: 'image/webp', url: '/w200' },
  ],
};

const problem = (status: number, code: string): Response =>
  Response.json({ type: 'about:blank', title: 'No', status, code, detail: 'In English.' }, { status });

const reply = (over: object = {}): object => ({
  id,
  status: 'published',
  purpose: 'test.picture',
  name: 'cat.jpg',
  refusal: null,
  file,
  created_at: '2026-01-01T00:00:00.000Z',
  ...over,
});

interface Asked {
  readonly line: string;
  readonly body: unknown;
}

type Answer = (asked: Asked) => Response;

let asked: Asked[] = [];
let answer: Answer = () => problem(404, 'http.not_found');
/** Requests with progress that wait until they are let go. */
let held: (() => void)[] = [];
let isHolding = false;

/** The browser's other way to send, over the same made-up answers. */
class RequestDouble {
  responseType = '';
  status = 0;
  response: Blob | null = null;
  readonly upload: { onprogress: ((event: { loaded: number; total: number }) => void) | null } = {
    onprogress: null,
  };
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onabort: (() => void) | null = null;
  onloadend: (() => void) | null = null;
  #line = '';
  #isOver = false;
  open(method: string, address: string): void {
    this.#line = `${method} ${address}`;
  }
  setRequestHeader(): void {}
  getAllResponseHeaders(): string {
    return 'content-type: application/json\r\n';
  }
  abort(): void {
    this.#isOver = true;
    this.onabort?.();
    this.onloadend?.();
  }
  send(body: unknown): void {
    const call = { line: this.#line, body };
    asked.push(call);
    this.upload.onprogress?.({ loaded: 5, total: 10 });
    const finish = async (): Promise<void> => {
      if (this.#isOver) return;
      this.upload.onprogress?.({ loaded: 10, total: 10 });
      const response = answer(call);
      this.status = response.status;
      this.response = await response.blob();
      this.onload?.();
      this.onloadend?.();
    };
    if (isHolding) held.push(() => void finish());
    else void finish();
  }
}

const original = globalThis.XMLHttpRequest;
beforeEach(() => {
  asked = [];
  held = [];
  isHolding = false;
  Object.defineProperty(globalThis, 'XMLHttpRequest', { value: RequestDouble, configurable: true });
  return () => Object.defineProperty(globalThis, 'XMLHttpRequest', { value: original, configurable: true });
});

const silent = (): Socket => ({ onopen: null, onclose: null, onmessage: null, send() {}, close() {} });

async function show(element: ReactNode, language: 'ru' | 'en' = 'en'): Promise<void> {
  const platform = await createWebPlatform({
    modules: [filesWeb],
    language,
    fetch: async (input, init) => {
      const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : init?.body;
      const call = { line: `${init?.method ?? 'GET'} ${String(input)}`, body };
      asked.push(call);
      return answer(call);
    },
    openSocket: silent,
    session: () => ({
      refresh: () => Promise.reject(new Error('not here')),
      logout: () => Promise.resolve(),
      loadUser: () => Promise.reject(new Error('not here')),
      issueTicket: () => Promise.resolve('ticket'),
    }),
  });
  platform.session.hear('ended');
  render(
    <WebProviders platform={platform}>
      <MemoryRouter>{element}</MemoryRouter>
    </WebProviders>,
  );
}

function server(put: () => Response = () => Response.json(reply())): Answer {
  return ({ line }) => {
    if (line === 'POST /files/uploads') {
      const upload = { method: 'PUT', url: `/files/uploads/${id}/content` };
      return Response.json({ id, upload, expires_at: '2026-01-01T01:00:00.000Z' }, { status: 201 });
    }
    if (line === `PUT /files/uploads/${id}/content`) return put();
    if (line === `GET /files/${id}`) return Response.json(reply());
    if (line === `DELETE /files/${id}`) return new Response(null, { status: 204 });
    return problem(404, 'http.not_found');
  };
}

const cat = (size = 10): File => new File([new Uint8Array(size)], 'cat.png', { type: 'image/png' });

function picker(over: object = {}) {
  const changes: (readonly PublishedFile[])[] = [];
  const element = (
    <FilePicker
      label="Cover"
      purpose="test.picture"
      accept={['image/png', 'image/jpeg']}
      maxSize={100}
      onChange={(files) => changes.push(files)}
      {...over}
    />
  );
  return { changes, element };
}

const choose = async (file: File, label = 'Choose a file'): Promise<void> => {
  await userEvent.upload(await screen.findByLabelText(label, { selector: 'input' }), file, {
    applyAccept: false,
  });
};

describe('the picker', () => {
  it('uploads what is chosen, tells of it, and lets it be taken away again', async () => {
    answer = server();
    const { element, changes } = picker();
    await show(element);
    await choose(cat());
    await screen.findByText('Uploaded');
    expect(asked.map(({ line }) => line)).toEqual([
      'POST /files/uploads',
      `PUT /files/uploads/${id}/content`,
    ]);
    expect(asked[0]?.body).toEqual({
      purpose: 'test.picture',
      name: 'cat.png',
      size: 10,
      media_type: 'image/png',
    });
    expect(changes).toEqual([[file]]);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Choose a file' }).disabled).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Remove cat.png' }));
    expect(changes.at(-1)).toEqual([]);
    expect(screen.queryByText('cat.png')).toBe(null);
  });

  it('shows progress and can be cancelled on the way', async () => {
    answer = server();
    isHolding = true;
    const { element, changes } = picker();
    await show(element);
    await choose(cat());
    await screen.findByText('Uploading, 50 %');
    expect(screen.getByRole('progressbar', { name: 'cat.png' }).getAttribute('aria-valuenow')).toBe('50');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel cat.png' }));
    await waitFor(() => expect(asked.at(-1)?.line).toBe(`DELETE /files/${id}`));
    for (const go of held) go();
    expect(screen.queryByText('cat.png')).toBe(null);
    expect(changes).toEqual([]);
  });

  it('says in its own words what went wrong, and tries again', async () => {
    answer = server(() => problem(422, 'files.broken'));
    await show(picker().element, 'ru');
    await choose(cat(), 'Выбрать файл');
    expect((await screen.findByRole('alert')).textContent).toBe('Файл повреждён или сохранён не полностью.');
    answer = server();
    await userEvent.click(screen.getByRole('button', { name: 'Повторить: cat.png' }));
    await screen.findByText('Загружен');
  });

  it.each([
    ['too large', cat(101), 'The file is too large.'],
    ['empty', cat(0), 'The file is empty.'],
    [
      'of another kind',
      new File(['x'], 'a.txt', { type: 'text/plain' }),
      'Files of this type are not taken here.',
    ],
  ])('does not ask the server about what is %s', async (_name, chosen, text) => {
    answer = server();
    await show(picker().element);
    await choose(chosen);
    expect((await screen.findByRole('alert')).textContent).toBe(text);
    expect(screen.queryByRole('button', { name: /Try again/ })).toBeNull();
    expect(asked).toEqual([]);
  });

  it('waits for a check that takes longer', async () => {
    answer = server(() => Response.json(reply({ status: 'checking', file: null })));
    const { element, changes } = picker();
    await show(element);
    await choose(cat());
    await screen.findByText('Uploaded');
    expect(changes).toEqual([[file]]);
  });

  it('sends straight to the storage where the server says so', async () => {
    const direct = server();
    answer = (call) => {
      if (call.line === 'POST /files/uploads') {
        const upload = { method: 'POST', url: 'https://bucket.test/', fields: { key: 'k', policy: 'p' } };
        return Response.json({ id, upload, expires_at: '2026-01-01T01:00:00.000Z' }, { status: 201 });
      }
      if (call.line === 'POST https://bucket.test/') return new Response(null, { status: 204 });
      if (call.line === `POST /files/uploads/${id}/complete`) return Response.json(reply());
      return direct(call);
    };
    await show(picker().element);
    await choose(cat());
    await screen.findByText('Uploaded');
    const form = asked[1]?.body;
    if (!(form instanceof FormData)) throw new Error('no form');
    expect([...form.keys()]).toEqual(['key', 'policy', 'file']);
  });

  it('takes dropped files, no more than fit', async () => {
    answer = server();
    const { element } = picker({ maxFiles: 2 });
    await show(element);
    const dataTransfer = { types: ['Files'], files: [cat(), cat(), cat()] };
    fireEvent.drop(await screen.findByRole('group', { name: 'Cover' }), { dataTransfer });
    expect((await screen.findByRole('alert')).textContent).toBe('No more than 2 files fit here.');
    await waitFor(() => expect(screen.getAllByText('Uploaded')).toHaveLength(2));
  });

  it('offers the camera', async () => {
    await show(picker({ capture: 'environment' }).element);
    const input = await screen.findByLabelText('Take a photo', { selector: 'input' });
    expect(input.getAttribute('capture')).toBe('environment');
  });
});

describe('an image', () => {
  it('offers its versions, keeps its place, and is described', async () => {
    await show(<FileImage file={file} alt="A cat" sizes="300px" />);
    const image = screen.getByRole<HTMLImageElement>('img', { name: 'A cat' });
    expect([image.getAttribute('src'), image.getAttribute('loading')]).toEqual([file.url, 'lazy']);
    expect([image.getAttribute('width'), image.getAttribute('height')]).toEqual(['300', '200']);
    const sources = [...(image.parentElement?.querySelectorAll('source') ?? [])];
    expect(sources.map((source) => [source.getAttribute('type'), source.getAttribute('srcset')])).toEqual([
      ['image/avif', '/a64 64w, /a200 200w'],
      ['image/webp', '/w64 64w, /w200 200w'],
    ]);
  });
});
