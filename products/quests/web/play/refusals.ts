import { type RefusalTexts, useText } from '#platform/web';
import { playTexts } from './texts.ts';

/** What refusals mean to a player, by code. */
export function useRefusals(): RefusalTexts {
  const t = useText(playTexts);
  return {
    'quests.check_in_too_far': t('refusal.too_far'),
    'quests.check_in_poor_accuracy': t('refusal.poor_accuracy'),
    'quests.check_in_stale': t('refusal.stale'),
    'quests.check_in_suspicious': t('refusal.suspicious'),
    'geo.no_reading': t('refusal.no_reading'),
    'quests.point_locked': t('refusal.point_locked'),
    'quests.already_there': t('refusal.already_there'),
    'quests.check_in_first': t('refusal.check_in_first'),
    'quests.here_too_soon': t('refusal.here_too_soon'),
    'quests.point_finished': t('refusal.point_finished'),
    'quests.answer_unfit': t('refusal.answer_unfit'),
    'quests.hint_unknown': t('refusal.hint_unknown'),
    'quests.points_left': t('refusal.points_left'),
    'quests.session_over': t('refusal.session_over'),
    'quests.session_not_found': t('refusal.session_not_found'),
    'quests.session_not_finished': t('refusal.session_not_finished'),
    'quests.quest_not_found': t('refusal.quest_not_found'),
    'quests.not_bought': t('refusal.not_bought'),
    'quests.not_ready': t('refusal.not_ready'),
    'quests.not_captain': t('refusal.not_captain'),
    'quests.not_a_member': t('refusal.not_a_member'),
    'quests.team_not_found': t('refusal.team_not_found'),
    'quests.team_full': t('refusal.team_full'),
    'quests.too_many_teams': t('refusal.too_many_teams'),
    'quests.review_needs_finish': t('refusal.review_needs_finish'),
    'quests.already_reviewed': t('refusal.already_reviewed'),
    'quests.board_needs_subject': t('refusal.board_needs_subject'),
  };
}
