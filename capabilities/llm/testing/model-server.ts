import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { geminiDialect, openAiDialect } from './dialect.ts';
import { hashEmbedding } from './hash-embedding.ts';
import { play } from './play.ts';
import type { RecordedRequest, Turn } from './script.ts';

/** The only key the double accepts. */
export const modelServerKey = 'double-key';

/** A language model server on the loopback that does what its script says. */
export interface ModelServer {
  /** For `OPENAI_BASE_URL`. */
  readonly openAiUrl: string;
  /** For `GEMINI_BASE_URL`. */
  readonly geminiUrl: string;
  /** Everything that arrived, in order. */
  readonly requests: readonly RecordedRequest[];
  /** Requests whose client went away before the end. */
  abandoned(): number;
  /** Adds turns for the next chat requests. Without any left the server says `Scripted answer.` */
  script(...turns: readonly Turn[]): void;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOfGemini(content: unknown): string {
  return list(field(field(content, 'content'), 'parts'))
    .map((part) => String(field(part, 'text') ?? ''))
    .join('');
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Starts the double on a free port; it speaks OpenAI's and Gemini's protocols at once. */
export async function startModelServer(): Promise<ModelServer> {
  const requests: RecordedRequest[] = [];
  const turns: Turn[] = [];
  let abandoned = 0;
  const next = (): Turn => turns.shift() ?? { kind: 'say', text: 'Scripted answer.' };

  function openAi(path: string, body: unknown, response: ServerResponse): Promise<void> | void {
    if (path === '/v1/models')
      return reply(response, 200, { object: 'list', data: [{ id: 'double', object: 'model' }] });
    if (path === '/v1/embeddings') {
      const input = field(body, 'input');
      const texts = typeof input === 'string' ? [input] : list(input).map(String);
      const data = texts.map((text, index) => ({
        object: 'embedding',
        index,
        embedding: hashEmbedding(text),
      }));
      const tokens = texts.join(' ').split(' ').length;
      return reply(response, 200, {
        object: 'list',
        data,
        usage: { prompt_tokens: tokens, total_tokens: tokens },
      });
    }
    if (path === '/v1/chat/completions') {
      return play(next(), openAiDialect, field(body, 'stream') === true, response);
    }
    return reply(response, 404, openAiDialect.failure(404, 'not_found'));
  }

  function gemini(path: string, body: unknown, response: ServerResponse): Promise<void> | void {
    const method = path.slice(path.lastIndexOf(':') + 1);
    switch (method) {
      case 'generateContent':
        return play(next(), geminiDialect, false, response);
      case 'streamGenerateContent':
        return play(next(), geminiDialect, true, response);
      case 'embedContent':
        return reply(response, 200, { embedding: { values: hashEmbedding(textOfGemini(body)) } });
      case 'batchEmbedContents': {
        const embeddings = list(field(body, 'requests')).map((entry) => ({
          values: hashEmbedding(textOfGemini(entry)),
        }));
        return reply(response, 200, { embeddings });
      }
      default:
        return reply(response, 404, geminiDialect.failure(404, 'NOT_FOUND'));
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://double').pathname;
    const body = await bodyOf(request);
    requests.push({ path, body });
    response.on('close', () => {
      if (!response.writableFinished) abandoned += 1;
    });
    const isGemini = path.startsWith('/v1beta/');
    const key = isGemini ? request.headers['x-goog-api-key'] : request.headers.authorization;
    if (key !== (isGemini ? modelServerKey : `Bearer ${modelServerKey}`)) {
      return isGemini
        ? reply(response, 400, {
            error: { code: 400, message: 'API key not valid.', status: 'INVALID_ARGUMENT' },
          })
        : reply(response, 401, openAiDialect.failure(401, 'invalid_api_key'));
    }
    await (isGemini ? gemini(path, body, response) : openAi(path, body, response));
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The double has no port.');
  const root = `http://127.0.0.1:${address.port}`;
  return {
    openAiUrl: `${root}/v1`,
    geminiUrl: `${root}/v1beta`,
    requests,
    abandoned: () => abandoned,
    script: (...more) => turns.push(...more),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
