import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import AccountBalanceWalletOutlined from '@mui/icons-material/AccountBalanceWalletOutlined';
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import { defineScreen, defineWebModule } from '#platform/web';
import { paymentsActions } from './audit-actions.ts';
import { paymentsTexts } from './texts.ts';

const operator = { permission: 'manage_payments' } as const;

/**
 * The wallet (`/wallet`), the checkout page of the test provider (`/pay/sandbox/:id`), and what operators see:
 * `/admin/payments…`, `/admin/ledger` and `/admin/reconciliation`.
 */
export const paymentsWeb = defineWebModule({
  name: 'payments',
  title: { ru: 'Платежи', en: 'Payments' },
  texts: [paymentsTexts],
  auditActions: paymentsActions,
  screens: [
    defineScreen({
      path: '/wallet',
      title: { ru: 'Кошелёк', en: 'Wallet' },
      access: 'signed-in',
      nav: { icon: AccountBalanceWalletOutlined, order: 10, section: 'account' },
      load: async () => (await import('./wallet/wallet-screen.tsx')).WalletScreen,
    }),
    defineScreen({
      path: '/pay/sandbox/:id',
      title: { ru: 'Пробный платёж', en: 'Test payment' },
      access: 'public',
      layout: 'bare',
      load: async () => (await import('./sandbox/sandbox-screen.tsx')).SandboxScreen,
    }),
    defineScreen({
      path: '/admin/payments',
      title: { ru: 'Платежи', en: 'Payments' },
      access: operator,
      nav: { icon: PaymentsOutlined, order: 700, section: 'administration' },
      load: async () => (await import('./operations/payments-screen.tsx')).PaymentsScreen,
    }),
    defineScreen({
      path: '/admin/payments/:id',
      title: { ru: 'Платёж', en: 'Payment' },
      access: operator,
      load: async () => (await import('./operations/payment-screen.tsx')).PaymentScreen,
    }),
    defineScreen({
      path: '/admin/ledger',
      title: { ru: 'Счета', en: 'Ledger' },
      access: operator,
      nav: { icon: AccountBalanceOutlined, order: 705, section: 'administration' },
      load: async () => (await import('./ledger/ledger-screen.tsx')).LedgerScreen,
    }),
    defineScreen({
      path: '/admin/reconciliation',
      title: { ru: 'Сверка', en: 'Reconciliation' },
      access: operator,
      nav: { icon: FactCheckOutlined, order: 710, section: 'administration' },
      load: async () => (await import('./operations/reconciliation-screen.tsx')).ReconciliationScreen,
    }),
  ],
});
