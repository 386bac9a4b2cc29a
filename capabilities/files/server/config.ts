import { type Static, Type } from 'typebox';

const text = (description: string) => Type.Optional(Type.String({ minLength: 1, description }));
const mebibyte = 1_048_576;

/** Environment of the module. */
export const FilesConfig = Type.Object({
  FILES_DAILY_BYTES: Type.Integer({
    default: 500 * mebibyte,
    minimum: mebibyte,
    description: 'Bytes one person may announce for upload in a day (UTC).',
  }),
  FILES_MAX_PENDING: Type.Integer({
    default: 20,
    minimum: 1,
    maximum: 1_000,
    description: 'Uploads of one person that are announced but not finished.',
  }),
  FILES_CHECKS_AT_ONCE: Type.Integer({
    default: 2,
    minimum: 1,
    maximum: 64,
    description: 'Files one process checks at the same time; each may take tens of megabytes.',
  }),
  CLAMAV_HOST: text('Host of clamd. With it every file is scanned, and none is published unscanned.'),
  CLAMAV_PORT: Type.Integer({
    default: 3310,
    minimum: 1,
    maximum: 65_535,
    description: 'TCP port of clamd.',
  }),
  CLAMAV_MAX_BYTES: Type.Integer({
    default: 25 * mebibyte,
    minimum: 1_024,
    description:
      'StreamMaxLength and MaxFileSize of clamd: it calls larger files clean unread, so they are refused here.',
  }),
  CLAMAV_TIMEOUT_MS: Type.Integer({
    default: 30_000,
    minimum: 100,
    description: 'Milliseconds one scan may take; then the file is not published.',
  }),
  CDN_BASE_URL: Type.Optional(
    Type.String({
      pattern: '^https?://[^\\s/]+(/[^\\s]*)?$',
      description: 'Content network in front of public files. Default: addresses of this server.',
    }),
  ),
  CDN_PURGE: Type.Enum(['none', 'cloudflare', 'webhook'], {
    default: 'none',
    description: 'How removed public files leave the content network.',
  }),
  CDN_PURGE_ZONE: text('Zone id at Cloudflare.'),
  CDN_PURGE_TOKEN: text('Token sent as bearer to Cloudflare or the webhook.'),
  CDN_PURGE_URL: text(
    'Cloudflare: root of its API, https://api.cloudflare.com/client/v4 by default. Webhook: gets POST {"urls": [...]}.',
  ),
});

export type FilesConfig = Static<typeof FilesConfig>;
