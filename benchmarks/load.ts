import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const autocannon = fileURLToPath(new URL('../node_modules/autocannon/autocannon.js', import.meta.url));

export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface Load {
  readonly url: string;
  readonly seconds: number;
  readonly connections: number;
  readonly headers?: Readonly<Record<string, string>>;
}

interface AutocannonReport {
  readonly requests: { readonly average: number };
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly non2xx: number;
  readonly errors: number;
}

function runNode(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    let complaints = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaints += chunk.toString();
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve(printed) : reject(new Error(complaints))));
  });
}

/** Loads an address from a process of its own; any answer but a success makes the figure worthless and throws. */
export async function load({ url, seconds, connections, headers = {} }: Load): Promise<LoadResult> {
  const args = ['-c', String(connections), '-d', String(seconds), '--json', '--no-progress'];
  for (const [name, value] of Object.entries(headers)) args.push('-H', `${name}=${value}`);
  const report: AutocannonReport = JSON.parse(await runNode([autocannon, ...args, url]));
  if (report.non2xx > 0 || report.errors > 0) {
    throw new Error(`${url}: ${report.non2xx} refused answers and ${report.errors} errors.`);
  }
  return {
    requestsPerSecond: report.requests.average,
    p50Ms: report.latency.p50,
    p99Ms: report.latency.p99,
  };
}
