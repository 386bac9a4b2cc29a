/** A file as it reached the server. */
export interface Sent {
  readonly method: string;
  readonly pathname: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/**
 * Answers uploads in the place of `XMLHttpRequest`; half of each is told as sent before the answer. Gives back what was
 * there before.
 */
export function answerUploads(answer: (sent: Sent) => Response): () => void {
  class UploadDouble {
    responseType = '';
    status = 0;
    response: Blob | null = null;
    readonly upload: { onprogress: ((event: { loaded: number; total: number }) => void) | null } = {
      onprogress: null,
    };
    onload: (() => void) | null = null;
    onerror: (() => void) | null = null;
    onabort: (() => void) | null = null;
    onloadend: (() => void) | null = null;
    #method = '';
    #address = '';

    open(method: string, address: string): void {
      this.#method = method;
      this.#address = address;
    }
    setRequestHeader(): void {}
    getAllResponseHeaders(): string {
      return 'content-type: application/json\r\n';
    }
    abort(): void {
      this.onabort?.();
    }
    send(body: unknown): void {
      this.upload.onprogress?.({ loaded: 5, total: 10 });
      const { pathname, searchParams: query } = new URL(this.#address, 'http://test.invalid');
      const response = answer({ method: this.#method, pathname, query, body });
      this.status = response.status;
      void response.blob().then((blob) => {
        this.response = blob;
        this.onload?.();
        this.onloadend?.();
      });
    }
  }
  const original = globalThis.XMLHttpRequest;
  Object.defineProperty(globalThis, 'XMLHttpRequest', { value: UploadDouble, configurable: true });
  return () => Object.defineProperty(globalThis, 'XMLHttpRequest', { value: original, configurable: true });
}
