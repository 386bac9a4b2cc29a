import SmartToyOutlined from '@mui/icons-material/SmartToyOutlined';
import { defineWebModule } from '#platform/web';
import { assistantsActions } from './audit-actions.ts';
import { codeScreens } from './code/screens.ts';
import { diagramsScreens } from './diagrams/screens.ts';
import { insideAreas } from './frame/inside-areas.tsx';
import { knowledgeScreens } from './knowledge/screens.ts';
import { planningScreens } from './planning/screens.ts';
import { projectsScreens } from './projects/screens.ts';
import { queryScreens } from './query/screens.ts';
import { requirementsScreens } from './requirements/screens.ts';
import { rolesScreens } from './roles/screens.ts';
import { assistantTexts } from './texts.ts';
import { usageScreens } from './usage/screens.ts';
import { workspaceScreens } from './workspace/screens.ts';

/** Assistants of a 1C team: talk to them, look into code and queries, plan, draw, keep knowledge. */
export const assistantsWeb = defineWebModule({
  name: 'assistants',
  title: { ru: '1С-ассистенты', en: '1C assistants' },
  summary: {
    ru: 'Архитектор, аналитик, разработчик, тестировщик и руководитель проекта для команд 1С: с разбором кода, запросов и требований.',
    en: 'Architect, analyst, developer, tester and project manager for 1C teams, with real analysis of code, queries and requirements.',
  },
  icon: SmartToyOutlined,
  texts: assistantTexts,
  auditActions: assistantsActions,
  // One line for each area. The menu leads to the workspace; the areas are tabs inside (`frame/areas.ts`).
  screens: insideAreas([
    ...workspaceScreens,
    ...codeScreens,
    ...queryScreens,
    ...requirementsScreens,
    ...diagramsScreens,
    ...planningScreens,
    ...knowledgeScreens,
    ...projectsScreens,
    ...rolesScreens,
    ...usageScreens,
  ]),
});
