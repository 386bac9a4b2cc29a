import type { Block, Point } from '../../contract/index.ts';
import type { QuestContent } from '../catalogue/content.ts';

export type DraftPurpose = 'quests.cover' | 'quests.block_image' | 'quests.block_audio';

/** Files by what they are for. */
export type UsedFiles = Readonly<Record<DraftPurpose, readonly string[]>>;

export const draftPurposes: readonly DraftPurpose[] = [
  'quests.cover',
  'quests.block_image',
  'quests.block_audio',
];

const blocksOf = ({ before, story, after }: Point): readonly Block[] => [...before, ...story, ...after];

/** Every file that a quest shows or plays, each once. */
export function usedFiles(content: Pick<QuestContent, 'cover_file_id'>, points: readonly Point[]): UsedFiles {
  const blocks = points.flatMap(blocksOf);
  const of = (kind: 'image' | 'audio') => [
    ...new Set(blocks.flatMap((block) => (block.kind === kind ? [block.file_id] : []))),
  ];
  return {
    'quests.cover': content.cover_file_id === null ? [] : [content.cover_file_id],
    'quests.block_image': of('image'),
    'quests.block_audio': of('audio'),
  };
}

/** What stands in `left` but not in `right`. */
export function without(left: UsedFiles, right: UsedFiles): UsedFiles {
  const rest = (purpose: DraftPurpose) => left[purpose].filter((id) => !right[purpose].includes(id));
  return {
    'quests.cover': rest('quests.cover'),
    'quests.block_image': rest('quests.block_image'),
    'quests.block_audio': rest('quests.block_audio'),
  };
}
