import { seededRoles } from '#platform/contract';
import type { App } from '#platform/server/app';

const demoPassword = 'quintet-demo';

function switchedOff({ config }: App): readonly string[] {
  const notes: [boolean, string][] = [
    [config.smtpUrl === undefined, `mail: no SMTP_URL, mails go to ${config.dataDir}/outbox`],
    [config.redisUrl === undefined, 'Redis: no REDIS_URL, caches and limits stay in this process'],
    [config.s3 === undefined, `object storage: no S3_BUCKET, files go to ${config.dataDir}/files`],
    [config.otlpEndpoint === undefined, 'tracing: no OTEL_EXPORTER_OTLP_ENDPOINT'],
  ];
  return notes.filter(([off]) => off).map(([, note]) => note);
}

/** What a person sees when everything runs. */
export function welcome(app: App, demo: boolean): string {
  if (app.url === undefined) return 'Quintet works in the background: jobs and listeners are running.';
  const lines = ['', `Quintet is ready: ${app.url}`, `  API reference: ${app.url}/docs`];
  if (app.config.smtpUrl === undefined && app.config.environment !== 'production') {
    lines.push(`  Outgoing mail: ${app.url}/dev/outbox`);
  }
  if (demo) {
    lines.push('', `Demo accounts, password ${demoPassword}:`);
    lines.push(...seededRoles.map((role) => `  ${role}@demo.quintet.local`));
  }
  lines.push('', 'Switched off for want of a setting:', ...switchedOff(app).map((note) => `  ${note}`));
  lines.push('  See docs/config.md. Stop with Ctrl-C.', '');
  return lines.join('\n');
}
