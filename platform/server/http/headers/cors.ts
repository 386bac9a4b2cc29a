import type { FastifyCorsOptions } from '@fastify/cors';

const exposed = [
  'X-Request-Id',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Deprecation',
  'Sunset',
  'Link',
  'ETag',
  'Idempotent-Replayed',
];

/** Cross-origin rules: credentials only for origins that are listed by name. */
export function corsOptions(origins: readonly string[]): FastifyCorsOptions {
  const isOpen = origins.includes('*');
  return {
    origin: isOpen ? '*' : [...origins],
    credentials: !isOpen,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: exposed.join(', '),
    maxAge: 600,
    strictPreflight: false,
  };
}
