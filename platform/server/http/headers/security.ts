import helmet from '@fastify/helmet';
import Fastify from 'fastify';
import type { PlatformConfig, S3Config } from '#platform/server/config';
import type { PageSources } from './page-sources.ts';

/** Headers for what browsers never render (API) and for pages. */
export interface SecurityHeaders {
  readonly api: Readonly<Record<string, string>>;
  readonly app: Readonly<Record<string, string>>;
  readonly docs: Readonly<Record<string, string>>;
}

type Directives = Record<string, string[]>;

const closed: Directives = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** Browsers send uploads to the bucket itself. */
function bucketOrigin({ endpoint, bucket, region }: S3Config): string {
  return endpoint === undefined ? `https://${bucket}.s3.${region}.amazonaws.com` : new URL(endpoint).origin;
}

/** Emotion writes style elements at run time, hence inline styles; scripts come from files only. */
function pageDirectives(
  { publicUrl, s3 }: Pick<PlatformConfig, 'publicUrl' | 's3'>,
  sources: readonly PageSources[],
): Directives {
  const { host, protocol } = new URL(publicUrl);
  const socket = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}`;
  const media = sources.flatMap((source) => source.media ?? []);
  const data = sources.flatMap((source) => source.data ?? []);
  return {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:', ...media],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", socket, ...(s3 === undefined ? [] : [bucketOrigin(s3)]), ...data],
    'media-src': ["'self'", 'blob:', ...media],
    'worker-src': ["'self'", 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  };
}

/** Asks helmet once, with a request to a server of its own: its headers never change, so no request pays. */
async function helmetHeaders(directives: Directives, secure: boolean): Promise<Record<string, string>> {
  const probe = Fastify({ logger: false });
  await probe.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    frameguard: { action: 'deny' },
    xPermittedCrossDomainPolicies: false,
    xDownloadOptions: false,
    xDnsPrefetchControl: false,
    xXssProtection: false,
    originAgentCluster: false,
  });
  let added: Record<string, string> = {};
  probe.get('/', (_request, reply) => {
    added = Object.fromEntries(
      Object.entries(reply.raw.getHeaders()).map(([name, value]) => [name, String(value)]),
    );
    return reply.send('');
  });
  await probe.inject('/');
  await probe.close();
  return added;
}

export async function securityHeaders(
  { publicUrl, s3 }: PlatformConfig,
  sources: readonly PageSources[] = [],
): Promise<SecurityHeaders> {
  const secure = publicUrl.startsWith('https:');
  const page = await helmetHeaders(pageDirectives({ publicUrl, s3 }, sources), secure);
  const api = await helmetHeaders(closed, secure);
  return { api, app: page, docs: page };
}
