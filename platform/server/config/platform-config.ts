import { type Static, Type } from 'typebox';

const text = (description: string) => Type.Optional(Type.String({ minLength: 1, description }));

/** Environment variables the platform itself reads. Modules declare theirs in their manifests. */
export const PlatformEnvironment = Type.Object({
  HOST: Type.String({ default: '127.0.0.1', description: 'Address to listen on.' }),
  PORT: Type.Integer({
    default: 8000,
    minimum: 0,
    maximum: 65_535,
    description: 'Port to listen on; 0 takes a free one.',
  }),
  PUBLIC_URL: Type.Optional(
    Type.String({
      pattern: '^https?://[^\\s/]+(/[^\\s]*)?$',
      description: 'Absolute links, OAuth redirects, webhooks. Default: http://HOST:PORT.',
    }),
  ),
  DATA_DIR: Type.String({
    default: './data',
    description: 'Embedded database, files, generated secrets (mode 0600), backups.',
  }),
  DATABASE_URL: text('Any PostgreSQL 15 or newer. Default: an embedded PostgreSQL 18 in DATA_DIR.'),
  DATABASE_POOL_MAX: Type.Integer({
    default: 10,
    minimum: 2,
    maximum: 200,
    description: 'Connections of this process to the database.',
  }),
  REDIS_URL: text('Second cache tier, rate-limit counters, fan-out between processes. Default: in-process.'),
  S3_ENDPOINT: text('Object storage. Default: DATA_DIR/files.'),
  S3_REGION: text('Region of the bucket.'),
  S3_BUCKET: text('Bucket name; turns S3 on.'),
  S3_ACCESS_KEY_ID: text('Access key of the bucket.'),
  S3_SECRET_ACCESS_KEY: text('Secret key of the bucket.'),
  MODULES: Type.String({
    default: 'all',
    description: 'Comma list of modules this process serves; what they need comes along.',
  }),
  ROLE: Type.Enum(['all', 'http', 'worker'], {
    default: 'all',
    description: 'Which doors this process opens.',
  }),
  NODE_ENV: Type.Enum(['development', 'production', 'test'], {
    default: 'development',
    description:
      'In production nothing that guards a door is generated or defaulted, and demo data is refused.',
  }),
  SECRET_KEY: Type.Optional(
    Type.String({
      minLength: 32,
      description: 'Root of all symmetric secrets, at least 32 bytes. Generated in development.',
    }),
  ),
  CORS_ORIGINS: text('Comma list of origins. Default: PUBLIC_URL only. `*` is refused in production.'),
  TRUST_PROXY: text('Comma list of addresses or CIDR ranges allowed to set X-Forwarded-For.'),
  LOG_LEVEL: Type.Enum(['debug', 'info', 'warn', 'error', 'silent'], {
    default: 'info',
    description: 'Least severe level that is logged.',
  }),
  LOG_FORMAT: Type.Optional(
    Type.Enum(['json', 'pretty'], { description: 'Default: pretty on a terminal, else json.' }),
  ),
  SMTP_URL: text(
    'SMTP server for mail. Default: mails go to DATA_DIR/outbox and are shown at /dev/outbox in development.',
  ),
  MAIL_FROM: Type.String({ default: 'Quintet <no-reply@localhost>', description: 'Sender of mails.' }),
  METRICS_TOKEN: Type.Optional(
    Type.String({
      minLength: 16,
      description: 'Bearer token that opens /metrics to other machines. Default: loopback only.',
    }),
  ),
  RATE_LIMIT_PER_MINUTE: Type.Integer({
    default: 600,
    minimum: 1,
    description: 'Requests per minute of one caller or address, unless a route says otherwise.',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: text('OpenTelemetry collector (OTLP over HTTP). Default: tracing off.'),
});

export type PlatformEnvironment = Static<typeof PlatformEnvironment>;

/** The platform's settings, resolved: defaults applied, secrets present, lists split. */
export interface PlatformConfig {
  readonly environment: PlatformEnvironment['NODE_ENV'];
  readonly host: string;
  readonly port: number;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  readonly dataDir: string;
  /** Undefined: use the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly databasePoolMax: number;
  readonly redisUrl: string | undefined;
  readonly s3: S3Config | undefined;
  /** `all`, or module names. */
  readonly modules: 'all' | readonly string[];
  readonly role: PlatformEnvironment['ROLE'];
  readonly secretKey: string;
  readonly corsOrigins: readonly string[];
  readonly trustProxy: readonly string[];
  readonly logLevel: PlatformEnvironment['LOG_LEVEL'];
  readonly logFormat: 'json' | 'pretty';
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly metricsToken: string | undefined;
  readonly rateLimitPerMinute: number;
  readonly otlpEndpoint: string | undefined;
}

export interface S3Config {
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}
