import { newId } from '#base/ids';
import type { Reader, Tx } from '#platform/server/database';
import type { Caller } from '#platform/server/http';
import type { Point } from '../../contract/index.ts';
import type { Quest, QuestContent } from '../catalogue/content.ts';
import { mayEdit } from '../catalogue/may-edit.rules.ts';
import { findQuest, insertQuest, lockQuest, updateQuest } from '../catalogue/quest.store.ts';
import { questNotFound } from '../catalogue/refusals.ts';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import { holdEntries } from '../dictionaries/dictionary.store.ts';
import { entryUnknown } from '../dictionaries/refusals.ts';
import type { QuestsContext } from '../uses.ts';
import { blankContent, type ContentChange, changedContent } from './content.rules.ts';
import { moveFiles } from './draft-files.ts';
import { carryInDraft } from './entry-use.store.ts';
import { lengthOf, type ReadinessFault, readinessFaults } from './readiness.rules.ts';
import { inReview, revisionStale, taskContradictsItself } from './refusals.ts';
import { routeFaults } from './task.rules.ts';
import { usedFiles } from './used-files.rules.ts';
import { unknownWords, wordsOf } from './words.rules.ts';

/** What a save may change, and the revision it was made on. */
export interface DraftChange {
  readonly content?: ContentChange;
  readonly points?: readonly Point[];
  readonly revision?: number | undefined;
}

/** What authors write. Another person's quest is `not_found` everywhere here. */
export interface Drafts {
  create(
    caller: Caller,
    begun: ContentChange & Pick<QuestContent, 'title' | 'city' | 'category'>,
  ): Promise<Quest>;
  save(caller: Caller, questId: string, change: DraftChange): Promise<Quest>;
  read(caller: Caller, questId: string): Promise<Quest>;
  /** What is missing for publication. */
  faults(caller: Caller, questId: string): Promise<readonly ReadinessFault[]>;
}

type Dependencies = Pick<QuestsContext, 'database' | 'files' | 'clock'> & {
  readonly dictionaries: Dictionaries;
};

/** The caller's quest, or one they may edit. */
export async function questFor(
  caller: Caller,
  questId: string,
  find: (questId: string) => Promise<Quest | undefined>,
): Promise<Quest> {
  const quest = await find(questId);
  if (quest === undefined || !mayEdit(caller, quest)) throw questNotFound();
  return quest;
}

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);

export function createDrafts({ database, files, clock, dictionaries }: Dependencies): Drafts {
  const read = (caller: Caller, questId: string, reader: Reader = database) =>
    questFor(caller, questId, (id) => findQuest(reader, id));

  /** Refuses codes that are not to be had, and writes down which entries the draft carries. */
  async function carryWords(tx: Tx, questId: string, before: QuestContent | undefined, after: QuestContent) {
    const [had, words] = [before === undefined ? [] : wordsOf(before), wordsOf(after)];
    if (same(had, words)) return;
    const entries = await holdEntries(tx, words);
    const unknown = unknownWords(words, entries, had);
    if (unknown.length > 0) throw entryUnknown(unknown);
    await carryInDraft(
      tx,
      questId,
      entries.map(({ id }) => id),
    );
  }

  return {
    read,
    faults: async (caller, questId) => readinessFaults(await read(caller, questId)),

    async create(caller, begun) {
      const { entries } = await dictionaries.snapshot();
      const vehicle = entries.find(({ kind, active }) => kind === 'vehicle' && active)?.code ?? 'walk';
      const content = changedContent(blankContent(begun, vehicle), begun);
      const [id, createdAt] = [newId(), clock()];
      return database.transaction(async (tx) => {
        await insertQuest(tx, { id, authorId: caller.userId, content, createdAt });
        await carryWords(tx, id, undefined, content);
        const [before, after] = [usedFiles({ cover_file_id: null }, []), usedFiles(content, [])];
        await moveFiles(tx, files, { questId: id, ownerId: caller.userId, before, after });
        return read(caller, id, tx);
      });
    },

    async save(caller, questId, change) {
      const faults = routeFaults(change.points ?? []);
      if (faults.length > 0) throw taskContradictsItself(faults);
      return database.transaction(async (tx) => {
        const quest = await questFor(caller, questId, (id) => lockQuest(tx, id));
        if (change.revision !== undefined && change.revision !== quest.revision)
          throw revisionStale(quest.revision);
        if (quest.state === 'in_review') throw inReview();
        const content = changedContent(quest.content, change.content ?? {});
        const points = change.points ?? quest.points;
        if (same([content, points], [changedContent(quest.content, {}), quest.points])) return quest;
        await carryWords(tx, questId, quest.content, content);
        const [before, after] = [usedFiles(quest.content, quest.points), usedFiles(content, points)];
        await moveFiles(tx, files, { questId, ownerId: caller.userId, before, after });
        const lengthMetres = lengthOf(points);
        const updatedAt = clock();
        const saved = { ...quest, content, points, lengthMetres, revision: quest.revision + 1, updatedAt };
        await updateQuest(tx, saved);
        return saved;
      });
    },
  };
}
