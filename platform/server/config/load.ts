import { resolve } from 'node:path';
import type { TObject } from 'typebox';
import { ConfigError, type ConfigProblem, type Environment, readVariables } from './environment.ts';
import { type PlatformConfig, PlatformEnvironment, type S3Config } from './platform-config.ts';
import { developmentSecret } from './secrets.ts';

export interface LoadedConfig {
  readonly platform: PlatformConfig;
  /** By module name. */
  readonly modules: Readonly<Record<string, unknown>>;
}

function listOf(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function s3Of(values: PlatformEnvironment, problems: ConfigProblem[]): S3Config | undefined {
  if (values.S3_BUCKET === undefined) return undefined;
  for (const name of ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const) {
    if (values[name] === undefined) problems.push({ variable: name, message: 'is required with S3_BUCKET' });
  }
  return {
    endpoint: values.S3_ENDPOINT,
    region: values.S3_REGION ?? 'us-east-1',
    bucket: values.S3_BUCKET,
    accessKeyId: values.S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: values.S3_SECRET_ACCESS_KEY ?? '',
  };
}

function checkProduction(values: PlatformEnvironment, problems: ConfigProblem[]): void {
  if (values.NODE_ENV !== 'production') return;
  if (values.SECRET_KEY === undefined)
    problems.push({ variable: 'SECRET_KEY', message: 'is required in production' });
  if (values.PUBLIC_URL === undefined)
    problems.push({ variable: 'PUBLIC_URL', message: 'is required in production' });
  if (listOf(values.CORS_ORIGINS).includes('*')) {
    problems.push({ variable: 'CORS_ORIGINS', message: '* is refused in production' });
  }
}

function publicUrlOf({ PUBLIC_URL, HOST, PORT }: PlatformEnvironment): string {
  return (PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`).replace(/\/+$/, '');
}

/**
 * Reads and validates the whole environment: the platform's variables and those of all modules together.
 * Throws one `ConfigError` that names every problem. In development a missing SECRET_KEY is generated.
 */
export function loadConfig(
  environment: Environment,
  modules: readonly { readonly name: string; readonly config: TObject | undefined }[],
  isTerminal = false,
): LoadedConfig {
  const problems: ConfigProblem[] = [];
  const values = readVariables(PlatformEnvironment, environment, problems);
  const moduleValues = Object.fromEntries(
    modules.map((module) => [
      module.name,
      module.config === undefined ? {} : readVariables(module.config, environment, problems),
    ]),
  );
  const s3 = s3Of(values, problems);
  checkProduction(values, problems);
  if (problems.length > 0) throw new ConfigError(problems);

  const dataDir = resolve(values.DATA_DIR);
  const publicUrl = publicUrlOf(values);
  const origins = listOf(values.CORS_ORIGINS);
  return {
    modules: moduleValues,
    platform: {
      environment: values.NODE_ENV,
      host: values.HOST,
      port: values.PORT,
      publicUrl,
      dataDir,
      databaseUrl: values.DATABASE_URL,
      databasePoolMax: values.DATABASE_POOL_MAX,
      redisUrl: values.REDIS_URL,
      s3,
      modules: values.MODULES === 'all' ? 'all' : listOf(values.MODULES),
      role: values.ROLE,
      secretKey: values.SECRET_KEY ?? developmentSecret(dataDir),
      corsOrigins: origins.length > 0 ? origins : [new URL(publicUrl).origin],
      trustProxy: listOf(values.TRUST_PROXY),
      logLevel: values.LOG_LEVEL,
      logFormat: values.LOG_FORMAT ?? (isTerminal ? 'pretty' : 'json'),
      smtpUrl: values.SMTP_URL,
      mailFrom: values.MAIL_FROM,
      metricsToken: values.METRICS_TOKEN,
      rateLimitPerMinute: values.RATE_LIMIT_PER_MINUTE,
      otlpEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT,
    },
  };
}
