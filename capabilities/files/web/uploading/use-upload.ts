import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '#base/ids';
import { asProblem, useApi } from '#platform/web';
import type { PublishedFile } from '../../contract/index.ts';
import { sendFile } from './send-file.ts';
import { localFault, type Upload, withChange } from './upload-list.rules.ts';

export interface UploadOptions {
  /** Media types the purpose takes. */
  readonly accept: readonly string[];
  /** Bytes. */
  readonly maxSize: number;
  readonly onPublished?: (file: PublishedFile) => void;
}

/** Files on their way. */
export interface UploadHandle {
  readonly uploads: readonly Upload[];
  add(files: Iterable<File>): void;
  /** Stops an upload, or takes a finished or failed one off the list. */
  cancel(key: string): void;
  retry(key: string): void;
}

/**
 * Uploads files for a purpose, each with its progress; `onPublished` hears of every file that passed the check. What
 * is still on its way when the component goes is stopped.
 */
export function useUpload(purpose: string, options: UploadOptions): UploadHandle {
  const api = useApi();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const running = useRef(new Map<string, AbortController>());
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const controllers = running.current;
    return () => {
      for (const controller of controllers.values()) controller.abort();
    };
  }, []);

  const send = useCallback(
    async (key: string, source: File): Promise<void> => {
      const change = (change: Partial<Upload>): void => setUploads((list) => withChange(list, key, change));
      const fault = localFault(source, latest.current);
      if (fault !== undefined) {
        change({ state: 'failed', problem: fault });
        return;
      }
      const controller = new AbortController();
      running.current.set(key, controller);
      const onProgress = (progress: number): void =>
        change(progress < 1 ? { progress } : { progress: 1, state: 'checking' });
      try {
        const file = await sendFile(api, source, { purpose, signal: controller.signal, onProgress });
        change({ state: 'done', progress: 1, file });
        latest.current.onPublished?.(file);
      } catch (error) {
        if (!controller.signal.aborted) change({ state: 'failed', problem: asProblem(error) });
      } finally {
        running.current.delete(key);
      }
    },
    [api, purpose],
  );

  const add = useCallback(
    (files: Iterable<File>) => {
      const fresh = [...files].map(
        (source): Upload => ({
          key: newId(),
          source,
          state: 'sending',
          progress: 0,
          problem: null,
          file: null,
        }),
      );
      setUploads((list) => [...list, ...fresh]);
      for (const { key, source } of fresh) void send(key, source);
    },
    [send],
  );

  const cancel = useCallback((key: string) => {
    running.current.get(key)?.abort();
    setUploads((list) => list.filter((upload) => upload.key !== key));
  }, []);

  const retry = (key: string): void => {
    const upload = uploads.find((one) => one.key === key);
    if (upload === undefined || running.current.has(key)) return;
    setUploads((list) => withChange(list, key, { state: 'sending', progress: 0, problem: null }));
    void send(key, upload.source);
  };

  return { uploads, add, cancel, retry };
}
