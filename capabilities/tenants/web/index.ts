import BusinessOutlined from '@mui/icons-material/BusinessOutlined';
import { defineScreen, defineWebModule } from '#platform/web';
import { tenantsTexts } from './texts.ts';

/** Companies of the person: where they work, who belongs to them, invitations. */
export const tenantsWeb = defineWebModule({
  name: 'tenants',
  title: { ru: 'Компании', en: 'Companies' },
  texts: [tenantsTexts],
  screens: [
    defineScreen({
      path: '/companies',
      title: { ru: 'Компании', en: 'Companies' },
      access: 'signed-in',
      nav: { icon: BusinessOutlined, order: 30, section: 'account' },
      load: async () => (await import('./companies-screen.tsx')).CompaniesScreen,
    }),
    defineScreen({
      path: '/companies/join',
      title: { ru: 'Приглашение в компанию', en: 'Invitation to a company' },
      access: 'signed-in',
      load: async () => (await import('./join-screen.tsx')).JoinScreen,
    }),
    defineScreen({
      path: '/companies/:id',
      title: { ru: 'Компания', en: 'Company' },
      access: 'signed-in',
      load: async () => (await import('./company-screen.tsx')).CompanyScreen,
    }),
  ],
});
