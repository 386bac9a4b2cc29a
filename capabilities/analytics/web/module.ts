import InsightsOutlined from '@mui/icons-material/InsightsOutlined';
import { defineScreen, defineWebModule } from '#platform/web';
import { analyticsTexts } from './texts.ts';

/** Reports for operators: `/admin/analytics`. */
export const analyticsWeb = defineWebModule({
  name: 'analytics',
  title: { ru: 'Аналитика', en: 'Analytics' },
  texts: [analyticsTexts],
  screens: [
    defineScreen({
      path: '/admin/analytics',
      title: { ru: 'Аналитика', en: 'Analytics' },
      access: { permission: 'view_analytics' },
      nav: { icon: InsightsOutlined, order: 930, section: 'administration' },
      load: async () => (await import('./dashboard/analytics-screen.tsx')).AnalyticsScreen,
    }),
  ],
});
