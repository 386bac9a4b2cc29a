import { useLanguage, useText } from '#platform/web';
import type { RecommendedQuest } from '../../contract/index.ts';
import { lengthText } from '../pieces/index.ts';
import { catalogueTexts } from './texts.ts';

/** Why a quest is recommended, in a few words; undefined when there is nothing to say. */
export function useBecause(): (because: RecommendedQuest['because']) => string | undefined {
  const t = useText(catalogueTexts);
  const language = useLanguage();
  return ([reason]) => {
    if (reason === undefined) return undefined;
    switch (reason.kind) {
      case 'similar_to':
        return reason.quest === undefined
          ? t('because.similar')
          : t('because.similar_to', { title: reason.quest.title });
      case 'near':
        return reason.metres === undefined
          ? undefined
          : t('because.near', { distance: lengthText(reason.metres, language) });
      case 'popular_in_city':
        return t('because.popular_in_city');
      case 'category':
        return t('because.category');
      case 'highly_rated':
        return t('because.highly_rated');
      case 'new':
        return t('because.new');
    }
  };
}
