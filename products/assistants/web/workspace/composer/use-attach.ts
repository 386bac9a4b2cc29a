import { useCallback, useState } from 'react';
import { type ApiProblem, asProblem, useApi } from '#platform/web';
import { type AttachedFile, maxFileBytes, maxMessageFiles, uploadFile } from '../../../contract/index.ts';
import { useDraftStore } from './draft-store.ts';

/** A file on its way, or one that did not get there. */
export interface Upload {
  readonly key: string;
  readonly place: string;
  readonly name: string;
  readonly file: File;
  /** 0 to 1. */
  readonly progress: number;
  readonly fault: 'too_large' | ApiProblem | null;
}

export interface Attaching {
  readonly files: readonly AttachedFile[];
  readonly uploads: readonly Upload[];
  /** Whether something is still on its way. */
  readonly busy: boolean;
  /** Answers how many were left out because a message takes no more. */
  add(files: readonly File[]): number;
  remove(id: string): void;
  /** Sends a file once more. */
  again(upload: Upload): void;
}

const noFiles: readonly AttachedFile[] = [];
let count = 0;

/** The files that go along with the next question: uploaded as soon as they are given. */
export function useAttach(place: string): Attaching {
  const { call } = useApi();
  const files = useDraftStore((state) => state.files[place] ?? noFiles);
  const [all, setAll] = useState<readonly Upload[]>([]);
  const uploads = all.filter((upload) => upload.place === place);

  const upload = useCallback(
    async (file: File, key: string) => {
      const change = (next: Partial<Upload>): void =>
        setAll((before) => before.map((each) => (each.key === key ? { ...each, ...next } : each)));
      try {
        const attached = await call(uploadFile, {
          query: { name: file.name },
          body: file,
          onProgress: (sent, total) => change({ progress: total === 0 ? 0 : sent / total }),
        });
        useDraftStore.getState().attach(place, (before) => [...before, attached]);
        setAll((before) => before.filter((each) => each.key !== key));
      } catch (error) {
        change({ fault: asProblem(error) });
      }
    },
    [call, place],
  );

  const add = (given: readonly File[]): number => {
    const room = maxMessageFiles - files.length - uploads.filter(({ fault }) => fault === null).length;
    const taken = given.slice(0, Math.max(0, room));
    const begun = taken.map((file) => {
      count += 1;
      const fault = file.size > maxFileBytes ? ('too_large' as const) : null;
      return { file, upload: { key: `upload-${count}`, place, name: file.name, file, progress: 0, fault } };
    });
    setAll((before) => [...before, ...begun.map((each) => each.upload)]);
    for (const each of begun) if (each.upload.fault === null) void upload(each.file, each.upload.key);
    return given.length - taken.length;
  };
  const remove = (id: string): void => {
    setAll((before) => before.filter(({ key }) => key !== id));
    useDraftStore.getState().attach(place, (before) => before.filter((file) => file.id !== id));
  };
  const again = ({ key, file }: Upload): void => {
    setAll((before) =>
      before.map((each) => (each.key === key ? { ...each, progress: 0, fault: null } : each)),
    );
    void upload(file, key);
  };
  return { files, uploads, busy: uploads.some(({ fault }) => fault === null), add, remove, again };
}
