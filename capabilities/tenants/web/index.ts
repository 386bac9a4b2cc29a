import BusinessOutlined from '@mui/icons-material/BusinessOutlined';
import { defineScreen, defineWebModule } from '#platform/web';
import { tenantsActions } from './audit-actions.ts';
import { enterPath } from './entry/enter-path.ts';
import { tenantsTexts } from './texts.ts';

/** Companies of the person: where they work, who belongs to them, invitations. */
export const tenantsWeb = defineWebModule({
  name: 'tenants',
  title: { ru: 'Компании', en: 'Companies' },
  texts: [tenantsTexts],
  auditActions: tenantsActions,
  remedies: [
    {
      code: 'tenants.directory_required',
      text: {
        ru: 'Компания просит подтвердить этот вход в её каталоге сотрудников.',
        en: 'The company asks you to confirm this session by its directory.',
      },
      action: { ru: 'Подтвердить', en: 'Confirm' },
      path: enterPath,
    },
    {
      code: 'tenants.second_factor_required',
      text: {
        ru: 'Компания просит участников включить второй шаг входа.',
        en: 'The company asks its members for a second step at sign-in.',
      },
      action: { ru: 'Что сделать', en: 'What to do' },
      path: enterPath,
    },
  ],
  signInWays: [
    { title: { ru: 'Войти через компанию', en: 'Sign in through a company' }, path: '/sign-in/company' },
  ],
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
      path: '/sign-in/company',
      title: { ru: 'Вход через компанию', en: 'Sign-in through a company' },
      access: 'public',
      layout: 'bare',
      load: async () => (await import('./entry/company-sign-in-screen.tsx')).CompanySignInScreen,
    }),
    defineScreen({
      path: '/companies/:id/enter',
      title: { ru: 'Вход в компанию', en: 'Entering a company' },
      access: 'signed-in',
      load: async () => (await import('./entry/enter-screen.tsx')).EnterScreen,
    }),
    defineScreen({
      path: '/companies/:id/audit',
      title: { ru: 'Журнал компании', en: 'What was done in the company' },
      access: 'signed-in',
      load: async () => (await import('./trail/trail-screen.tsx')).TrailScreen,
    }),
    defineScreen({
      path: '/companies/:id',
      title: { ru: 'Компания', en: 'Company' },
      access: 'signed-in',
      load: async () => (await import('./company-screen.tsx')).CompanyScreen,
    }),
  ],
});
