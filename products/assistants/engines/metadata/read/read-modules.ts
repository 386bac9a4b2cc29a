import type { Module } from '../model/graph-types.ts';
import { moduleTypeOf } from '../model/module-types.ts';
import type { ConfigurationRoot } from './layout.ts';
import type { Reading } from './reading.ts';

const protectedHeader = [0xff, 0xff, 0xff, 0x7f];

/** Modules under a root by the English full name of their object (`Configuration` for its own). */
export function readModules(
  reading: Reading,
  root: ConfigurationRoot,
  paths: readonly string[],
): ReadonlyMap<string, readonly Module[]> {
  const modules = new Map<string, Module[]>();
  for (const path of [...paths].sort()) {
    if (!/\.(?:bsl|bin)$/iu.test(path)) continue;
    const place = moduleTypeOf(path.slice(root.folder.length));
    if (place.type === 'UNKNOWN') continue;
    const binary = /\.bin$/iu.test(path);
    if (binary && reading.paths.has(path.replace(/\.bin$/iu, '.bsl'))) continue;
    const isProtected = binary || (root.layout === 'edt' && reading.startsWith(path, protectedHeader));
    const list = modules.get(place.object) ?? [];
    list.push({ type: place.type, path, isProtected, owner: place.owner });
    modules.set(place.object, list);
  }
  return modules;
}
