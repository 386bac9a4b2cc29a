import { Refusal } from '#base/refusal';
import { type Files, type FileView, filesRef } from '#capabilities/files/server';
import {
  type Inspection,
  type Moderation,
  moderationRef,
  type NewCase,
} from '#capabilities/moderation/server';
import { type Notice, type Notifications, notificationsRef } from '#capabilities/notifications/server';
import { defineModule, type Module } from '#platform/server/modules';

/** What chat asks of its neighbours, kept in memory: for tests of chat alone. */
export interface Neighbours {
  readonly modules: readonly Module[];
  readonly cases: readonly NewCase[];
  readonly withdrawn: readonly string[];
  readonly notices: readonly Notice[];
  /** Files that somebody has uploaded. */
  readonly uploaded: Map<string, FileView>;
  readonly attached: Map<string, string>;
  /** What the filters say of a text; clean unless a test says otherwise. */
  judge: (text: string) => Inspection['verdict'];
}

const clean: Inspection = { verdict: 'clean', flags: [] };

function filesOver(uploaded: Map<string, FileView>, attached: Map<string, string>): Files {
  const fail = () => Promise.reject(new Error('Not here.'));
  return {
    files: async (_reader, ids) =>
      new Map(
        ids.flatMap((id) => {
          const file = uploaded.get(id);
          return file === undefined ? [] : [[id, file] as const];
        }),
      ),
    async attach(_tx, { ownerId, subjectId, fileIds }) {
      const foreign = fileIds.some((id) => uploaded.get(id)?.ownerId !== ownerId);
      if (foreign) throw new Refusal('not_found', 'files.not_found', 'There is no such file.');
      for (const id of fileIds) attached.set(id, subjectId);
    },
    async detach(_tx, { fileIds }) {
      for (const id of fileIds) attached.delete(id);
    },
    publish: fail,
    read: fail,
    remove: fail,
  };
}

/** Stand-ins for files, moderation and notifications behind the same refs. */
export function createNeighbours(): Neighbours {
  const cases: NewCase[] = [];
  const withdrawn: string[] = [];
  const notices: Notice[] = [];
  const uploaded = new Map<string, FileView>();
  const attached = new Map<string, string>();
  const moderation: Moderation = {
    async inspectText(_tx, { text }) {
      const verdict = neighbours.judge(text);
      return verdict === 'clean' ? clean : { verdict, flags: [{ code: 'profanity', score: 1 }] };
    },
    inspectImages: async () => clean,
    async open(_tx, newCase) {
      cases.push(newCase);
      return newCase.subjectId;
    },
    async withdraw(_tx, _kind, subjectId) {
      withdrawn.push(subjectId);
    },
    watchRatings: async () => clean,
  };
  const notifications: Notifications = {
    async notify(_tx, notice) {
      if (!notices.some(({ key }) => key === notice.key)) notices.push(notice);
    },
    alert: async () => undefined,
  };
  const neighbours: Neighbours = {
    cases,
    withdrawn,
    notices,
    uploaded,
    attached,
    judge: () => 'clean',
    modules: [
      defineModule({ name: 'files', provides: filesRef, create: () => filesOver(uploaded, attached) }),
      defineModule({ name: 'moderation', provides: moderationRef, create: () => moderation }),
      defineModule({ name: 'notifications', provides: notificationsRef, create: () => notifications }),
    ],
  };
  return neighbours;
}
