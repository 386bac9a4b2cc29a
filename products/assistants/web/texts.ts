import type { Texts } from '#platform/web';
import { codeTexts } from './code/texts.ts';
import { piecesTexts } from './pieces/texts.ts';
import { queryTexts } from './query/texts.ts';
import { rolesTexts } from './roles/texts.ts';
import { workspaceTexts } from './workspace/texts.ts';

/** The texts of all areas: one line for each. */
export const assistantTexts: readonly Texts<object>[] = [
  piecesTexts,
  workspaceTexts,
  codeTexts,
  queryTexts,
  rolesTexts,
];
