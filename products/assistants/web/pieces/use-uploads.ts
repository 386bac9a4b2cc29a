import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiProblem, asProblem } from '#platform/web';

/** A file that goes to the server, or one that did not get there. */
export interface SentFile {
  readonly key: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly state: 'waiting' | 'sending' | 'failed';
  /** 0 to 1. */
  readonly progress: number;
  /** Of a failed one: a text for people, or what the server said. */
  readonly fault: string | ApiProblem | null;
}

export interface SendOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (sent: number, total: number) => void;
}

export interface UploadsOptions {
  readonly send: (file: File, name: string, options: SendOptions) => Promise<unknown>;
  /** Why a file is not even sent; null: it is. */
  readonly faultOf: (file: File) => string | null;
  /** Told after each file that arrived. */
  readonly onArrived: () => unknown;
}

export interface Uploads {
  /** Those that have not arrived, in the order they were given. */
  readonly files: readonly SentFile[];
  /** Sends files one after the other; `name` stands for the name of a single file. */
  add(files: readonly File[], name?: string): void;
  retry(key: string): void;
  /** Stops a file that is on its way, or takes a failed one from the list. */
  remove(key: string): void;
}

interface Job {
  readonly key: string;
  readonly file: File;
  readonly name: string;
  readonly abort: AbortController;
}

const atOnce = 2;
let count = 0;

function jobOf(file: File, name: string): Job {
  count += 1;
  return { key: `file-${count}`, file, name, abort: new AbortController() };
}

/** Files on their way, two at a time; what arrived leaves the list. */
export function useUploads(options: UploadsOptions): Uploads {
  const [files, setFiles] = useState<readonly SentFile[]>([]);
  const jobs = useRef(new Map<string, Job>());
  const waiting = useRef<Job[]>([]);
  const running = useRef(0);
  const given = useRef(options);
  given.current = options;

  const change = useCallback((key: string, next: Partial<SentFile>): void => {
    setFiles((before) => before.map((each) => (each.key === key ? { ...each, ...next } : each)));
  }, []);
  const drop = useCallback((key: string): void => {
    jobs.current.delete(key);
    setFiles((before) => before.filter((each) => each.key !== key));
  }, []);

  const run = useCallback(
    async ({ key, file, name, abort }: Job): Promise<void> => {
      const { send, onArrived } = given.current;
      change(key, { state: 'sending', progress: 0, fault: null });
      try {
        await send(file, name, {
          signal: abort.signal,
          onProgress: (sent, total) => change(key, { progress: total === 0 ? 0 : sent / total }),
        });
        drop(key);
        await onArrived();
      } catch (error) {
        if (abort.signal.aborted) drop(key);
        else change(key, { state: 'failed', fault: asProblem(error) });
      }
    },
    [change, drop],
  );

  const pump = useCallback((): void => {
    while (running.current < atOnce) {
      const next = waiting.current.shift();
      if (next === undefined) return;
      if (!jobs.current.has(next.key)) continue;
      running.current += 1;
      void run(next).finally(() => {
        running.current -= 1;
        pump();
      });
    }
  }, [run]);

  const busy = files.some(({ state }) => state !== 'failed');
  useEffect(() => {
    if (!busy) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [busy]);

  return {
    files,
    add(added, name) {
      const begun = added.map((file) => {
        const job = jobOf(file, name ?? file.name);
        const fault = given.current.faultOf(file);
        jobs.current.set(job.key, job);
        if (fault === null) waiting.current.push(job);
        const state = fault === null ? ('waiting' as const) : ('failed' as const);
        return { key: job.key, name: job.name, size: file.size, state, progress: 0, fault };
      });
      setFiles((before) => [...before, ...begun]);
      pump();
    },
    retry(key) {
      const job = jobs.current.get(key);
      if (job === undefined) return;
      const again = { ...job, abort: new AbortController() };
      jobs.current.set(key, again);
      waiting.current.push(again);
      change(key, { state: 'waiting', progress: 0, fault: null });
      pump();
    },
    remove(key) {
      jobs.current.get(key)?.abort.abort();
      drop(key);
    },
  };
}
