import { Refusal } from '#base/refusal';
import type { BytesAnswer, ReplyControls } from '#platform/server/http';
import type { ServeDoor } from '#platform/server/modules';
import { readContent, readPrivate } from '../../contract/index.ts';
import type { FilesService } from '../service.ts';
import { dispositionOf, isKnown } from './disposition.rules.ts';
import { rangeOf } from './range.rules.ts';

interface Asked {
  header(name: string): string | undefined;
}

interface Sharing {
  readonly cacheControl: string;
  readonly resourcePolicy: 'cross-origin' | 'same-origin';
}

const publicly: Sharing = {
  cacheControl: 'public, max-age=31536000, immutable',
  resourcePolicy: 'cross-origin',
};
const privately: Sharing = { cacheControl: 'private, no-store', resourcePolicy: 'same-origin' };

function notFound(): Refusal {
  return new Refusal('not_found', 'files.not_found', 'There is no such file.');
}

/** Whatever the bytes are, a browser may neither guess another type nor run them. */
function setHeaders(reply: ReplyControls, sharing: Sharing, disposition: string): void {
  reply.header('cache-control', sharing.cacheControl);
  reply.header('cross-origin-resource-policy', sharing.resourcePolicy);
  reply.header('x-content-type-options', 'nosniff');
  reply.header('content-security-policy', "default-src 'none'; sandbox");
  reply.header('content-disposition', disposition);
  reply.header('accept-ranges', 'bytes');
}

type Served = NonNullable<Awaited<ReturnType<FilesService['publicObject']>>>;

export function serveContent({ mount, service }: ServeDoor<FilesService>): void {
  async function send(
    object: Served | undefined,
    { header }: Asked,
    { reply, sharing }: { readonly reply: ReplyControls; readonly sharing: Sharing },
  ): Promise<BytesAnswer> {
    if (object === undefined) throw notFound();
    const contentType = object.media_type.startsWith('text/')
      ? `${object.media_type}; charset=utf-8`
      : object.media_type;
    const etag = `"${object.content_hash}"`;
    if (isKnown(header('if-none-match'), etag)) {
      setHeaders(reply, sharing, dispositionOf(object.media_type, object.name));
      reply.header('etag', etag);
      reply.status(304);
      return { body: null, contentType };
    }
    const condition = header('if-range');
    const asked = condition === undefined || condition === etag ? header('range') : undefined;
    const range = rangeOf(asked, object.size);
    if (range === 'unsatisfiable') {
      reply.status(416);
      reply.header('content-range', `bytes */${object.size}`);
      return { body: null, contentType };
    }
    const opened = await service.openObject(object, range === 'all' ? undefined : range);
    if (opened === undefined) throw notFound();
    setHeaders(reply, sharing, dispositionOf(object.media_type, object.name));
    reply.header('etag', etag);
    if (range === 'all') return { body: opened.body, contentType, size: object.size };
    reply.status(206);
    reply.header('content-range', `bytes ${range.start}-${range.end}/${object.size}`);
    return { body: opened.body, contentType, size: range.end - range.start + 1 };
  }

  mount(readContent, async ({ params, header }, reply) =>
    send(await service.publicObject(params.hash, params.name), { header }, { reply, sharing: publicly }),
  );
  mount(readPrivate, async ({ params, header }, reply) =>
    send(await service.privateObject(params.token), { header }, { reply, sharing: privately }),
  );
}
