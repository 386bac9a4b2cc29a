import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ConfigError,
  deriveKey,
  type Environment,
  keyedHash,
  loadConfig,
  PlatformEnvironment,
} from './index.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'config-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const secretKey = 'a secret key that is long enough for anybody';
const production: Environment = {
  NODE_ENV: 'production',
  SECRET_KEY: secretKey,
  PUBLIC_URL: 'https://quintet.test/',
};
const load = (environment: Environment) => loadConfig({ DATA_DIR: directory, ...environment }, []).platform;

function problemsOf(environment: Environment, modules: Parameters<typeof loadConfig>[1] = []) {
  try {
    loadConfig({ DATA_DIR: directory, ...environment }, modules);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ variable }) => variable);
  }
}

describe('loadConfig', () => {
  it('lists every problem of the platform and of all modules at once', () => {
    const config = Type.Object({ SHOP_TOKEN: Type.String({ minLength: 8 }), SHOP_LIMIT: Type.Integer() });
    const found = problemsOf(
      { PORT: 'many', ROLE: 'queen', S3_BUCKET: 'b', SHOP_TOKEN: 'short', NODE_ENV: 'production' },
      [{ name: 'shop', config }],
    );
    for (const variable of [
      'PORT',
      'ROLE',
      'S3_ACCESS_KEY_ID',
      'S3_SECRET_ACCESS_KEY',
      'SECRET_KEY',
      'SHOP_TOKEN',
      'SHOP_LIMIT',
    ]) {
      expect(found).toContain(variable);
    }
  });

  it('never shows the value of a variable, whatever is wrong with it', () => {
    const names = Object.keys(PlatformEnvironment.properties).filter((name) => name !== 'DATA_DIR');
    const value = fc
      .string({ minLength: 1, maxLength: 20 })
      .map((text) => `s3cr3t${text.replaceAll('\0', '')}`);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (environment) => {
        try {
          loadConfig({ DATA_DIR: directory, ...environment }, []);
        } catch (error) {
          expect(String(error instanceof Error ? error.stack : error)).not.toContain('s3cr3t');
        }
      }),
    );
  });

  it('takes an empty variable for an unset one', () => {
    expect(load({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 8000, databaseUrl: undefined });
  });

  it('derives addresses and lists', () => {
    expect(load({ HOST: '::1', PORT: '81' })).toMatchObject({
      publicUrl: 'http://[::1]:81',
      corsOrigins: ['http://[::1]:81'],
    });
    expect(load({ MODULES: ' a, b ,', PUBLIC_URL: 'https://x.test/base/' })).toMatchObject({
      modules: ['a', 'b'],
      publicUrl: 'https://x.test/base',
      corsOrigins: ['https://x.test'],
    });
  });
});

describe('production', () => {
  it('starts with what it needs', () => {
    expect(load(production)).toMatchObject({ environment: 'production', publicUrl: 'https://quintet.test' });
  });

  it.each([
    ['SECRET_KEY', { SECRET_KEY: undefined }],
    ['SECRET_KEY', { SECRET_KEY: 'too short' }],
    ['PUBLIC_URL', { PUBLIC_URL: undefined }],
    ['CORS_ORIGINS', { CORS_ORIGINS: 'https://a.test,*' }],
  ])('refuses %s when it is %o', (variable, change) => {
    expect(problemsOf({ ...production, ...change })).toEqual([variable]);
  });
});

describe('secrets', () => {
  it('keeps the development secret, readable by its owner only', () => {
    const first = load({}).secretKey;
    expect(load({}).secretKey).toBe(first);
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(statSync(join(directory, 'secrets', 'secret_key')).mode & 0o777).toBe(0o600);
  });

  it('gives every purpose a key of its own', () => {
    expect(deriveKey(secretKey, 'a')).toHaveLength(32);
    expect(deriveKey(secretKey, 'a')).toEqual(deriveKey(secretKey, 'a'));
    expect(deriveKey(secretKey, 'a')).not.toEqual(deriveKey(secretKey, 'b'));
    expect(keyedHash(secretKey, 'a', 'value')).not.toBe(keyedHash(secretKey, 'b', 'value'));
  });
});
