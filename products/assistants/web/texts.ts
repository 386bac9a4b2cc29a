import type { Texts } from '#platform/web';
import { codeTexts } from './code/texts.ts';
import { knowledgeTexts } from './knowledge/texts.ts';
import { piecesTexts } from './pieces/texts.ts';
import { queryTexts } from './query/texts.ts';
import { requirementsTexts } from './requirements/texts.ts';
import { rolesTexts } from './roles/texts.ts';
import { usageTexts } from './usage/texts.ts';
import { workspaceTexts } from './workspace/texts.ts';

/** The texts of all areas: one line for each. */
export const assistantTexts: readonly Texts<object>[] = [
  piecesTexts,
  workspaceTexts,
  codeTexts,
  queryTexts,
  requirementsTexts,
  knowledgeTexts,
  rolesTexts,
  usageTexts,
];
