import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CookieOptions, ReplyControls } from '../types.ts';

/** Reads one cookie; the header is parsed only for those who ask. */
export function readCookie(request: FastifyRequest, name: string): string | undefined {
  const { cookie } = request.headers;
  return cookie === undefined ? undefined : request.server.parseCookie(cookie)[name];
}

/** What a handler may do to its reply besides returning it. */
export class OutgoingControls implements ReplyControls {
  readonly #reply: FastifyReply;
  readonly #secure: boolean;

  constructor(reply: FastifyReply, secure: boolean) {
    this.#reply = reply;
    this.#secure = secure;
  }

  setCookie(name: string, value: string, { path, maxAgeSeconds, sameSite, httpOnly }: CookieOptions): void {
    const secure = this.#secure;
    this.#reply.setCookie(name, value, { path, maxAge: maxAgeSeconds, sameSite, httpOnly, secure });
  }

  clearCookie(name: string, path: string): void {
    this.#reply.clearCookie(name, { path, secure: this.#secure });
  }

  header(name: string, value: string): void {
    this.#reply.header(name, value);
  }

  status(status: number): void {
    this.#reply.code(status);
  }
}
