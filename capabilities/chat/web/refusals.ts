import { type RefusalTexts, useText } from '#platform/web';
import { chatTexts } from './texts.ts';

/** What this module's refusals mean to a person, by code. */
export function useRefusals(): RefusalTexts {
  const t = useText(chatTexts);
  return {
    'chat.room_not_found': t('refusal.room_not_found'),
    'chat.message_not_found': t('refusal.message_not_found'),
    'chat.blocked': t('refusal.blocked'),
    'chat.too_late': t('refusal.too_late'),
    'chat.not_author': t('refusal.not_author'),
    'chat.empty': t('refusal.empty'),
    'chat.person_unknown': t('refusal.person_unknown'),
    'chat.self': t('refusal.self'),
    'chat.own_message': t('refusal.own_message'),
    'chat.reply_unknown': t('refusal.reply_unknown'),
    'chat.not_owner': t('refusal.not_owner'),
    'chat.not_group': t('refusal.not_group'),
    'chat.room_full': t('refusal.room_full'),
    'chat.failed': t('refusal.failed'),
  };
}
