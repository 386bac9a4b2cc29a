import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined';
import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined';
import { defineScreen, type ScreenDefinition } from '#platform/web';

const access = { permission: 'write_quests' } as const;

export const studioScreens: readonly ScreenDefinition[] = [
  defineScreen({
    path: '/studio',
    title: { ru: 'Мои квесты', en: 'My quests' },
    access,
    nav: { icon: EditNoteOutlined, order: 36 },
    load: async () => (await import('./quests/my-quests-screen.tsx')).MyQuestsScreen,
  }),
  defineScreen({
    path: '/studio/earnings',
    title: { ru: 'Заработок', en: 'Earnings' },
    access,
    nav: { icon: PaymentsOutlined, order: 37 },
    load: async () => (await import('./earnings/earnings-screen.tsx')).EarningsScreen,
  }),
  defineScreen({
    path: '/studio/reports',
    title: { ru: 'Замечания игроков', en: 'Players’ reports' },
    access,
    nav: { icon: ReportProblemOutlined, order: 36.5 },
    load: async () => (await import('./reports/reports-screen.tsx')).ReportsScreen,
  }),
  defineScreen({
    path: '/studio/:id',
    title: { ru: 'Мастерская', en: 'Studio' },
    access,
    load: async () => (await import('./editor/editor-screen.tsx')).EditorScreen,
  }),
];
