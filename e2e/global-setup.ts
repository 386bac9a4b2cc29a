import type { TestProject } from 'vitest/node';
import { startProcess } from './process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the program under test answers. */
    targetUrl: string;
  }
}

/** Tests run against QUINTET_URL when it is set (any running target), else against a process started here. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const target = process.env['QUINTET_URL'];
  if (target !== undefined) {
    project.provide('targetUrl', target);
    return undefined;
  }
  // Limits are for people and attackers, not for a hundred tests from one address.
  const running = await startProcess({
    environment: { RATE_LIMIT_PER_MINUTE: '100000', TRUST_PROXY: '127.0.0.1' },
  });
  project.provide('targetUrl', running.url);
  return running.close;
}
