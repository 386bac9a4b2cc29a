import type { Socket } from 'node:net';
import { problemType } from '../problems/problem.ts';

interface ClientError extends Error {
  readonly code?: string;
}

function statusOf(code: string | undefined): readonly [number, string] {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'Request Timeout'];
  if (code === 'HPE_HEADER_OVERFLOW') return [431, 'Request Header Fields Too Large'];
  return [400, 'Bad Request'];
}

/** Answers bytes that are no HTTP request, as far as the connection still allows. */
export function answerClientError(error: ClientError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, title] = statusOf(error.code);
  const body = JSON.stringify({
    type: 'urn:quintet:problem:http.malformed',
    title,
    status,
    code: 'http.malformed',
  });
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\nContent-Type: ${problemType}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
