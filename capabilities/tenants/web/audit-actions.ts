import type { Localized } from '#platform/web';

/** What this module writes into the audit log. */
export const tenantsActions: Readonly<Record<string, Localized>> = {
  'tenants.company_founded': { ru: 'создание компании', en: 'founded the company' },
  'tenants.company_renamed': { ru: 'новое название компании', en: 'renamed the company' },
  'tenants.company_closed': { ru: 'закрытие компании', en: 'closed the company' },
  'tenants.company_restored': { ru: 'возврат компании', en: 'restored the company' },
  'tenants.role_changed': { ru: 'смена роли', en: 'changed a role' },
  'tenants.member_removed': { ru: 'исключение участника', en: 'removed a member' },
  'tenants.invited': { ru: 'приглашение отправлено', en: 'sent an invitation' },
  'tenants.invitation_withdrawn': { ru: 'приглашение отозвано', en: 'withdrew an invitation' },
  'tenants.joined': { ru: 'вступление в компанию', en: 'joined' },
  'tenants.entry_changed': { ru: 'новые требования к участникам', en: 'changed what members are asked for' },
  'tenants.directory_set': { ru: 'настройка каталога сотрудников', en: 'set the directory up' },
  'tenants.directory_removed': { ru: 'удаление каталога сотрудников', en: 'removed the directory' },
  'tenants.directory_linked': {
    ru: 'первое подтверждение через каталог',
    en: 'confirmed by the directory for the first time',
  },
  'tenants.directory_confirmed': { ru: 'подтверждение через каталог', en: 'confirmed by the directory' },
  'tenants.company_ended': {
    ru: 'удаление всего, что принадлежало компании',
    en: 'removed everything of the company',
  },
};
