function headersOf(text: string): [string, string][] {
  return text
    .trim()
    .split(/[\r\n]+/)
    .flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon < 1 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]];
    });
}

const bodiless = new Set([204, 205, 304]);

/**
 * A `fetch` that tells how much of the body has gone out (bytes, of bytes): the real one cannot yet. For addresses
 * and methods in text, headers and bodies `XMLHttpRequest` takes; credentials go to the same origin only.
 */
export function sendWithProgress(onProgress: (sent: number, total: number) => void): typeof fetch {
  return (address, init = {}) =>
    new Promise<Response>((resolve, reject) => {
      const aborted = (): DOMException => new DOMException('The request was aborted.', 'AbortError');
      const { signal } = init;
      if (signal?.aborted === true) {
        reject(aborted());
        return;
      }
      const request = new XMLHttpRequest();
      const abort = (): void => request.abort();
      request.open(init.method ?? 'GET', String(address));
      request.responseType = 'blob';
      new Headers(init.headers).forEach((value, name) => {
        request.setRequestHeader(name, value);
      });
      request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
      request.onload = () => {
        const body = bodiless.has(request.status) ? null : request.response;
        resolve(
          new Response(body, { status: request.status, headers: headersOf(request.getAllResponseHeaders()) }),
        );
      };
      // The same error as of `fetch` when nothing could be reached.
      request.onerror = () => reject(new TypeError('Failed to fetch'));
      request.onabort = () => reject(aborted());
      request.onloadend = () => signal?.removeEventListener('abort', abort);
      signal?.addEventListener('abort', abort);
      const { body } = init;
      if (body instanceof ReadableStream) reject(new TypeError('A stream cannot be sent with progress'));
      else request.send(body ?? null);
    });
}
