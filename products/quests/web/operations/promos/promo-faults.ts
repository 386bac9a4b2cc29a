import { type ApiProblem, useText } from '#platform/web';
import { useMoney } from '../pieces/formats.ts';
import { priceLimit } from '../pieces/money.rules.ts';
import { fieldProblem } from '../refusals.ts';
import { operationsTexts } from '../texts.ts';
import { budgetLimit, type PromoFault, type PromoFaults } from './promo-form.rules.ts';

/** Puts the faults of a promo code's form into words, each at its field. */
export function usePromoProblem(): (faults: PromoFaults) => ApiProblem {
  const t = useText(operationsTexts);
  const money = useMoney();
  const textOf = (name: string, fault: PromoFault): string => {
    switch (fault) {
      case 'percent':
        return t('promos.percent_wrong');
      case 'sum':
        return t('sum_wrong');
      case 'sum_beyond':
        return t('sum_beyond', { limit: money(name === 'budget' ? budgetLimit : priceLimit, 'RUB') });
      case 'moment':
        return t('promos.moment_wrong');
      case 'until_early':
        return t('promos.until_early');
      default:
        return fault satisfies never;
    }
  };
  return (faults) =>
    fieldProblem(
      Object.fromEntries(Object.entries(faults).map(([name, fault]) => [name, textOf(name, fault)])),
    );
}
