// Plain JavaScript that also runs on Node 20: it is what brings the Node the project pins.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The pinned Node.js, installed by npm. */
export const node = join(root, 'node_modules', 'node', 'bin', 'node');

const installStamp = join(root, 'node_modules', '.quintet-installed');
const webStamp = join(root, 'dist', 'web', '.quintet-built');

function hashOf(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const entry of readdirSync(path).sort()) visit(join(path, entry));
    } else {
      hash.update(path.slice(root.length)).update(readFileSync(path));
    }
  };
  for (const path of paths) visit(path);
  return hash.digest('hex');
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function run(title, command, args, options = {}) {
  process.stderr.write(`${title}\n`);
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (done.error) throw done.error;
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/**
 * Installs the locked dependencies when they are missing or the lock changed. Works from the npm cache alone.
 * `npm ci` would refuse a lock that lacks optional packages of other platforms, which a registry mirror may not carry;
 * `install --no-save` takes the same locked versions and changes no file.
 */
export function install() {
  const wanted = hashOf([join(root, 'package.json'), join(root, 'package-lock.json'), join(root, '.npmrc')]);
  if (existsSync(node) && readStamp(installStamp) === wanted) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  run(
    'Installing dependencies (first run only)…',
    npm,
    ['install', '--no-save', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'],
    { shell: process.platform === 'win32', env: { ...process.env, NODE_ENV: 'development' } },
  );
  writeFileSync(installStamp, wanted);
}

function webSources() {
  const rooms = ['capabilities', 'products']
    .flatMap((floor) =>
      existsSync(join(root, floor))
        ? readdirSync(join(root, floor)).map((name) => join(root, floor, name))
        : [],
    )
    .flatMap((module) => [join(module, 'web'), join(module, 'contract')]);
  return [
    join(root, 'base'),
    join(root, 'platform', 'web'),
    join(root, 'platform', 'contract'),
    join(root, 'apps', 'web'),
    join(root, 'package-lock.json'),
    ...rooms,
  ];
}

/** Builds the web application when it is missing or its sources changed. */
export function buildWeb() {
  const wanted = hashOf(webSources());
  if (readStamp(webStamp) === wanted) return;
  rmSync(webStamp, { force: true });
  run('Building the web application (after changes only)…', node, [
    join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    join(root, 'apps', 'web'),
    '--logLevel',
    'warn',
  ]);
  mkdirSync(dirname(webStamp), { recursive: true });
  writeFileSync(webStamp, wanted);
}
