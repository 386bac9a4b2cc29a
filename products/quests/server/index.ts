import { defineRef, type Ref } from '#base/ref';

/** City quests; nothing above asks it anything yet. */
export type Quests = object;

export const questsRef: Ref<Quests> = defineRef<Quests>('quests');
