import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import ManageAccountsOutlined from '@mui/icons-material/ManageAccountsOutlined';
import PeopleAltOutlined from '@mui/icons-material/PeopleAltOutlined';
import VerifiedUserOutlined from '@mui/icons-material/VerifiedUserOutlined';
import { defineScreen, defineWebModule } from '#platform/web';
import { accountTexts, administrationTexts, identityTexts } from './texts.ts';

export { unlockPath, unlockTokenKey } from './sign-in/unlock-token.ts';

const signIn = [
  defineScreen({
    path: '/login',
    title: { ru: 'Вход', en: 'Sign in' },
    access: 'anonymous',
    layout: 'bare',
    load: async () => (await import('./sign-in/login-screen.tsx')).LoginScreen,
  }),
  defineScreen({
    path: '/register',
    title: { ru: 'Новая учётная запись', en: 'Create an account' },
    access: 'anonymous',
    layout: 'bare',
    load: async () => (await import('./registration/register-screen.tsx')).RegisterScreen,
  }),
  defineScreen({
    path: '/verify-email',
    title: { ru: 'Подтвердите адрес', en: 'Confirm your address' },
    access: 'anonymous',
    layout: 'bare',
    load: async () => (await import('./registration/verify-email-screen.tsx')).VerifyEmailScreen,
  }),
  defineScreen({
    path: '/forgot-password',
    title: { ru: 'Восстановление пароля', en: 'Reset the password' },
    access: 'anonymous',
    layout: 'bare',
    load: async () => (await import('./registration/forgot-password-screen.tsx')).ForgotPasswordScreen,
  }),
  defineScreen({
    path: '/sign-in/social',
    title: { ru: 'Вход', en: 'Sign in' },
    access: 'public',
    layout: 'bare',
    load: async () => (await import('./social/social-screen.tsx')).SocialScreen,
  }),
];

const account = [
  defineScreen({
    path: '/account',
    title: { ru: 'Учётная запись', en: 'Account' },
    access: 'signed-in',
    nav: { icon: ManageAccountsOutlined, order: 0, section: 'account' },
    load: async () => (await import('./account/profile-screen.tsx')).ProfileScreen,
  }),
  defineScreen({
    path: '/account/security',
    title: { ru: 'Безопасность', en: 'Security' },
    access: 'signed-in',
    load: async () => (await import('./security/security-screen.tsx')).SecurityScreen,
  }),
  defineScreen({
    path: '/account/api-keys',
    title: { ru: 'Ключи API', en: 'API keys' },
    access: 'signed-in',
    load: async () => (await import('./api-keys/api-keys-screen.tsx')).ApiKeysScreen,
  }),
  defineScreen({
    path: '/account/data',
    title: { ru: 'Ваши данные', en: 'Your data' },
    access: 'signed-in',
    load: async () => (await import('./data/data-screen.tsx')).DataScreen,
  }),
];

const administration = [
  defineScreen({
    path: '/admin/users',
    title: { ru: 'Пользователи', en: 'Users' },
    access: { permission: 'can_lock_users' },
    nav: { icon: PeopleAltOutlined, order: 900, section: 'administration' },
    load: async () => (await import('./administration/users-screen.tsx')).UsersScreen,
  }),
  defineScreen({
    path: '/admin/users/:id',
    title: { ru: 'Пользователь', en: 'User' },
    access: { permission: 'can_lock_users' },
    load: async () => (await import('./administration/user-screen.tsx')).UserScreen,
  }),
  defineScreen({
    path: '/admin/roles',
    title: { ru: 'Роли', en: 'Roles' },
    access: { permission: 'manage_user_roles' },
    nav: { icon: VerifiedUserOutlined, order: 910, section: 'administration' },
    load: async () => (await import('./administration/roles-screen.tsx')).RolesScreen,
  }),
  defineScreen({
    path: '/admin/audit',
    title: { ru: 'Журнал', en: 'Audit log' },
    access: { permission: 'view_audit' },
    nav: { icon: HistoryOutlined, order: 920, section: 'administration' },
    load: async () => (await import('./administration/audit-screen.tsx')).AuditScreen,
  }),
];

/**
 * Signing in, one's own account, and the administration of accounts: `/login`, `/register`, `/verify-email`,
 * `/forgot-password`, `/account…`, `/admin/users…`, `/admin/roles`, `/admin/audit`, and the landing page of
 * social sign-in. Screens that need a permission are offered only to who holds it.
 */
export const identityWeb = defineWebModule({
  name: 'identity',
  title: { ru: 'Учётные записи', en: 'Accounts' },
  texts: [identityTexts, accountTexts, administrationTexts],
  screens: [...signIn, ...account, ...administration],
});
