import { type ReactNode, useState } from 'react';
import {
  FormTextField,
  useApi,
  useCall,
  useForm,
  useInvalidate,
  useLocalized,
  useNotice,
  useText,
} from '#platform/web';
import { createPromo, listDictionary, listPromos } from '../../../contract/index.ts';
import { FormChoice, FormSum } from '../pieces/form-choice.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { type ChosenQuest, QuestChooser } from '../pieces/quest-chooser.tsx';
import { inWords, useRefusals } from '../refusals.ts';
import { operationsTexts } from '../texts.ts';
import { LimitFields } from './limit-fields.tsx';
import { usePromoProblem } from './promo-faults.ts';
import { localMinute, PromoForm, promoBody } from './promo-form.rules.ts';

/** Creates a promo code. */
export function NewPromoDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText(operationsTexts);
  const localized = useLocalized();
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const refusals = useRefusals();
  const problemOf = usePromoProblem();
  const cities = useCall(listDictionary, { params: { kind: 'city' }, query: {} });
  const [quest, setQuest] = useState<ChosenQuest | null>(null);
  const [now] = useState(() => new Date());
  const form = useForm({
    schema: PromoForm,
    initial: { code: '', kind: 'percent', per_person: 1, valid_from: localMinute(now) },
    async submit(values) {
      const made = promoBody(values, quest?.id ?? null);
      if ('faults' in made) throw problemOf(made.faults);
      try {
        await api.call(createPromo, { body: made.body });
      } catch (error) {
        throw inWords(error, refusals);
      }
      notice.success(t('promos.added'));
      onClose();
      await invalidate(listPromos);
    },
  });
  const cityOptions = (cities.data?.items ?? []).map(({ code, name }) => ({
    value: code,
    label: localized(name),
  }));
  return (
    <FormDialog title={t('promos.add')} form={form} submitLabel={t('create')} onClose={onClose} long>
      <FormTextField
        form={form}
        name="code"
        label={t('promos.code')}
        help={t('promos.code_help')}
        patternText={t('promos.code_help')}
        autoFocus
        slotProps={{ htmlInput: { maxLength: 32, autoCapitalize: 'characters', spellCheck: false } }}
      />
      <FormChoice
        form={form}
        name="kind"
        label={t('promos.kind')}
        options={[
          { value: 'percent', label: t('promos.kind_percent') },
          { value: 'amount', label: t('promos.kind_amount') },
        ]}
      />
      {form.values.kind === 'amount' ? (
        <FormSum form={form} name="amount" label={t('promos.amount')} />
      ) : (
        <FormTextField
          form={form}
          name="percent"
          label={t('promos.percent')}
          help={t('promos.percent_wrong')}
          slotProps={{ htmlInput: { min: 1, max: 100, inputMode: 'numeric' } }}
        />
      )}
      <LimitFields form={form}>
        <FormTextField
          form={form}
          name="valid_from"
          type="datetime-local"
          label={t('promos.from')}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      </LimitFields>
      <FormChoice
        form={form}
        name="city"
        label={t('promos.city')}
        options={[{ value: '', label: t('promos.city_any') }, ...cityOptions]}
      />
      <QuestChooser
        label={t('promos.quest')}
        value={quest}
        onChange={setQuest}
        help={t('search_quest_help')}
      />
    </FormDialog>
  );
}
