import { outdated, rangeOf } from './strategy.rules.ts';

const shellPrefix = 'quintet-shell-';
const visitedName = 'quintet-assets';
const mostVisited = 400;
const walkPrefix = 'quintet-walk-';
const patience = 4_000;

/** The start page's address in the cache, whatever address it was asked under. */
const pageKey = '/app/';

/** What a build brings along: addresses of everything needed to open the application without network. */
export interface Shell {
  readonly version: string;
  readonly files: readonly string[];
}

const isWhole = ({ ok, status, type }: Response): boolean => ok && status === 200 && type === 'basic';

/** Everything of this build that is needed offline; hashed files that an earlier build brought are not fetched again. */
export async function keepShell({ version, files }: Shell): Promise<void> {
  const cache = await caches.open(`${shellPrefix}${version}`);
  const keep = async (file: string): Promise<void> => {
    const hashed = file.startsWith('/app/assets/');
    const known = hashed ? await caches.match(file) : undefined;
    const answer = known ?? (await fetch(file, hashed ? {} : { cache: 'no-cache' }));
    if (!answer.ok) throw new Error(`${file} answered ${answer.status}`);
    await cache.put(file, answer);
  };
  await Promise.all(files.map(keep));
}

export async function dropOutdated(version: string): Promise<void> {
  const names = await caches.keys();
  const gone = outdated(names, shellPrefix, `${shellPrefix}${version}`);
  await Promise.all(gone.map((name) => caches.delete(name)));
  const visited = await caches.open(visitedName);
  const extra = (await visited.keys()).slice(0, -mostVisited);
  await Promise.all(extra.map((request) => visited.delete(request)));
}

/** Hashed files never change: kept when first visited. */
export async function asset(request: Request): Promise<Response> {
  const known = await caches.match(request.url);
  if (known !== undefined) return known;
  const answer = await fetch(request);
  if (isWhole(answer)) await (await caches.open(visitedName)).put(request.url, answer.clone());
  return answer;
}

function lateAnswer(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}

/** The page as the server has it now; the kept one when the network is away or slower than a person waits. */
export async function page(request: Request, { version }: Shell): Promise<Response> {
  const cache = await caches.open(`${shellPrefix}${version}`);
  const asked = fetch(request);
  try {
    const known = await cache.match(pageKey);
    const answer = await (known === undefined ? asked : Promise.race([asked, lateAnswer(patience)]));
    if (answer !== undefined) return answer;
    asked.catch(() => undefined);
    return known ?? (await asked);
  } catch (error) {
    const known = await cache.match(pageKey);
    if (known === undefined) throw error;
    return known;
  }
}

/** Small files of fixed names: the server's, else the kept ones. */
export async function shellFile(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const known = await caches.match(new URL(request.url).pathname);
    if (known === undefined) throw error;
    return known;
  }
}

/** Players ask for parts; a kept file is whole. */
async function part(request: Request, known: Response): Promise<Response> {
  const body = await known.blob();
  const range = rangeOf(request.headers.get('range'), body.size);
  if (range === null) return new Response(body, { headers: known.headers });
  const { start, end } = range;
  const headers = new Headers(known.headers);
  headers.set('content-range', `bytes ${start}-${end}/${body.size}`);
  headers.set('content-length', String(end - start + 1));
  return new Response(body.slice(start, end + 1, body.type), { status: 206, headers });
}

/** A picture or sound of a downloaded walk; anything else as ever. */
export async function walkFile(request: Request): Promise<Response> {
  const walks = (await caches.keys()).filter((name) => name.startsWith(walkPrefix));
  for (const name of walks) {
    const known = await (await caches.open(name)).match(request.url);
    if (known !== undefined) return request.headers.has('range') ? part(request, known) : known;
  }
  return fetch(request);
}
