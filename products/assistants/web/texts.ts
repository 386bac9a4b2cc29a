import type { Texts } from '#platform/web';
import { reviewsTexts } from './code/reviews/texts.ts';
import { codeTexts } from './code/texts.ts';
import { diagramsTexts } from './diagrams/texts.ts';
import { knowledgeTexts } from './knowledge/texts.ts';
import { piecesTexts } from './pieces/texts.ts';
import { planningTexts } from './planning/texts.ts';
import { projectsTexts } from './projects/texts.ts';
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
  reviewsTexts,
  queryTexts,
  planningTexts,
  requirementsTexts,
  diagramsTexts,
  knowledgeTexts,
  projectsTexts,
  rolesTexts,
  usageTexts,
];
