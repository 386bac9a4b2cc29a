import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { UpgradeHandler } from '../server-types.ts';

export interface Upgrades {
  add(path: string, handler: UpgradeHandler): void;
  attach(server: Server): void;
  /** Cuts every upgraded connection that is still there. */
  cut(): void;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/** The named segments, when the path fits the pattern. */
function matchPath(pattern: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== path.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const given = decode(path[index] ?? '');
    if (given === undefined) return undefined;
    if (expected.startsWith(':') && given !== '') params[expected.slice(1)] = given;
    else if (expected !== given) return undefined;
  }
  return params;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Routes WebSocket upgrades by path. */
export function createUpgrades(): Upgrades {
  const endpoints = new Map<
    string,
    { readonly pattern: readonly string[]; readonly handler: UpgradeHandler }
  >();
  const sockets = new Set<Duplex>();

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const path = (request.url ?? '/').split('?')[0]?.split('/') ?? [];
    for (const { pattern, handler } of endpoints.values()) {
      const params = matchPath(pattern, path);
      if (params === undefined) continue;
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      handler(request, socket, head, params);
      return;
    }
    refuse(socket, '404 Not Found');
  }

  return {
    add(path, handler) {
      if (endpoints.has(path)) throw new Error(`Upgrades of ${path} are handled already.`);
      endpoints.set(path, { pattern: path.split('/'), handler });
    },
    attach(server) {
      server.on('upgrade', upgrade);
    },
    cut() {
      for (const socket of sockets) socket.destroy();
    },
  };
}
