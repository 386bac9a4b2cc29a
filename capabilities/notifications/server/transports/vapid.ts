import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import webPush from 'web-push';
import type { PlatformConfig } from '#platform/server/config';
import type { NotificationsConfig } from '../config.ts';

/** Who we are to push services (RFC 8292). Keys are base64url. */
export interface Vapid {
  readonly subject: string;
  readonly publicKey: string;
  readonly privateKey: string;
}

type Keys = Pick<Vapid, 'publicKey' | 'privateKey'>;

/** Made once and kept for their owner only; two processes starting at once end with the same pair. */
function developmentKeys(dataDir: string): Keys {
  const directory = join(dataDir, 'secrets');
  const file = join(directory, 'vapid.json');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, JSON.stringify(webPush.generateVAPIDKeys()), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  chmodSync(file, 0o600);
  const { publicKey, privateKey }: Keys = JSON.parse(readFileSync(file, 'utf8'));
  return { publicKey, privateKey };
}

function keysOf(config: NotificationsConfig, platform: PlatformConfig): Keys | undefined {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = config;
  if ((publicKey === undefined) !== (privateKey === undefined)) {
    throw new Error('VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY come together or not at all.');
  }
  if (publicKey !== undefined && privateKey !== undefined) return { publicKey, privateKey };
  return platform.environment === 'production' ? undefined : developmentKeys(platform.dataDir);
}

function subjectOf(config: NotificationsConfig, { publicUrl, mailFrom }: PlatformConfig): string {
  if (config.VAPID_SUBJECT !== undefined) return config.VAPID_SUBJECT;
  if (publicUrl.startsWith('https://')) return publicUrl;
  return `mailto:${/<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom}`;
}

/** The key pair of this installation; undefined when it sends no web pushes. */
export function loadVapid(config: NotificationsConfig, platform: PlatformConfig): Vapid | undefined {
  const keys = keysOf(config, platform);
  return keys === undefined ? undefined : { subject: subjectOf(config, platform), ...keys };
}
