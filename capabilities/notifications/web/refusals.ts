import { type RefusalTexts, useText } from '#platform/web';
import { notificationTexts } from './texts.ts';

/** What this module's refusals mean to a person, by code. */
export function useRefusals(): RefusalTexts {
  const t = useText(notificationTexts);
  return {
    'notifications.not_found': t('refusal.not_found'),
    'notifications.device_not_found': t('refusal.device_not_found'),
    'notifications.push_service_refused': t('refusal.push_service_refused'),
    'notifications.bad_subscription': t('refusal.bad_subscription'),
    'notifications.unknown_kind': t('refusal.unknown_kind'),
    'notifications.empty_quiet_hours': t('quiet.same'),
  };
}
