import { Chip, Switch } from '@mui/material';
import { useCall, useLocalized, useNotice, useSend, useText } from '#platform/web';
import { listDictionary, listPromos, type Promo, updatePromo } from '../../../contract/index.ts';
import { useDay, useMoney } from '../pieces/formats.ts';
import type { Column } from '../pieces/record.ts';
import { useRefusals } from '../refusals.ts';
import { operationsTexts } from '../texts.ts';
import { UsageBar } from './usage-bar.tsx';

function useValidity(): Column<Promo> {
  const t = useText(operationsTexts);
  const day = useDay();
  return {
    key: 'valid',
    label: t('promos.valid'),
    cell: ({ valid_from: from, valid_until: until }) => {
      const now = Date.now();
      const isOver = until !== null && Date.parse(until) <= now;
      const isLater = Date.parse(from) > now;
      return (
        <>
          {until === null
            ? t('promos.valid_from', { from: day(from) })
            : t('promos.valid_between', { from: day(from), until: day(until) })}{' '}
          {isOver ? <Chip size="small" label={t('promos.over')} /> : null}
          {isLater ? <Chip size="small" color="info" label={t('promos.later')} /> : null}
        </>
      );
    },
  };
}

function useUsage(): readonly Column<Promo>[] {
  const t = useText(operationsTexts);
  const money = useMoney();
  return [
    {
      key: 'used',
      label: t('promos.used'),
      cell: ({ code, used, max_uses: limit }) => (
        <UsageBar
          used={used}
          limit={limit}
          text={limit === null ? String(used) : t('promos.used_of', { used, limit })}
          label={t('promos.used_bar', { code, used, limit: limit ?? used })}
        />
      ),
    },
    {
      key: 'spent',
      label: t('promos.spent'),
      cell: ({ code, spent, budget, currency }) => {
        const [gone, limit] = [money(spent, currency), money(budget ?? spent, currency)];
        return (
          <UsageBar
            used={spent}
            limit={budget}
            text={budget === null ? gone : t('promos.spent_of', { spent: gone, limit })}
            label={t('promos.spent_bar', { code, spent: gone, limit })}
          />
        );
      },
    },
  ];
}

/** What the list tells of promo codes. */
export function usePromoColumns(): readonly Column<Promo>[] {
  const t = useText(operationsTexts);
  const money = useMoney();
  const localized = useLocalized();
  const notice = useNotice();
  const refusals = useRefusals();
  const validity = useValidity();
  const usage = useUsage();
  const cities = useCall(listDictionary, { params: { kind: 'city' }, query: { inactive: true } });
  const change = useSend(updatePromo, {
    invalidates: [listPromos],
    onError: (problem) => notice.error(problem, refusals),
  });
  const cityName = (code: string): string => {
    const entry = cities.data?.items.find((one) => one.code === code);
    return entry === undefined ? code : localized(entry.name);
  };
  return [
    {
      key: 'rule',
      label: t('promos.rule'),
      cell: ({ kind, value, currency }) =>
        kind === 'percent'
          ? t('promos.rule_percent', { percent: value })
          : t('promos.rule_amount', { amount: money(value, currency) }),
    },
    ...usage,
    validity,
    {
      key: 'where',
      label: t('promos.where'),
      cell: ({ quest_id: quest, city }) => {
        if (quest !== null) return t('promos.where_quest');
        return city === null ? t('promos.where_all') : t('promos.where_city', { city: cityName(city) });
      },
    },
    {
      key: 'active',
      label: t('promos.active'),
      cell: ({ id, code, active }) => (
        <Switch
          size="small"
          checked={active}
          onChange={(_, on) => change.mutate({ params: { id }, body: { active: on } })}
          slotProps={{ input: { 'aria-label': t('promos.active_of', { code }) } }}
        />
      ),
    },
  ];
}
