import { type RefusalTexts, useText } from '#platform/web';
import { catalogueTexts } from './texts.ts';

/** What refusals of the catalogue, of buying and of reviews mean to a person, by code. */
export function useCatalogueRefusals(): RefusalTexts {
  const t = useText(catalogueTexts);
  return {
    'quests.quest_not_found': t('refusal.quest_not_found'),
    'quests.not_bought': t('refusal.not_bought'),
    'quests.not_ready': t('refusal.not_ready'),
    'quests.already_bought': t('refusal.already_bought'),
    'quests.free_quest': t('refusal.free_quest'),
    'quests.promo_unknown': t('refusal.promo_unknown'),
    'quests.promo_spent': t('refusal.promo_spent'),
    'quests.promo_not_for_this': t('refusal.promo_not_for_this'),
    'payments.unavailable': t('refusal.payments_unavailable'),
    'quests.review_needs_finish': t('refusal.review_needs_finish'),
    'quests.already_reviewed': t('refusal.already_reviewed'),
    'files.not_found': t('refusal.file_not_found'),
  };
}
