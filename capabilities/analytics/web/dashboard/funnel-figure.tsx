import type { ReactNode } from 'react';
import { EmptyState, useLocalized, useText } from '#platform/web';
import type { FunnelReport } from '../../contract/index.ts';
import { Bars } from '../charts/bars.tsx';
import { Figure } from '../charts/figure.tsx';
import { ReportTable } from '../charts/report-table.tsx';
import { useFormats } from '../charts/use-formats.ts';
import { analyticsTexts } from '../texts.ts';

/** How many people came to each step. */
export function FunnelFigure({
  report,
  actions,
}: {
  readonly report: FunnelReport;
  readonly actions?: ReactNode;
}): ReactNode {
  const t = useText(analyticsTexts);
  const localized = useLocalized();
  const { number, share } = useFormats();
  const title = `${t('funnel.title')}: ${localized(report.label)}`;
  const steps = report.steps.map((step) => ({ ...step, name: localized(step.label) }));
  if (steps.every(({ persons }) => persons === 0))
    return (
      <Figure
        title={title}
        actions={actions}
        table={<EmptyState title={t('empty')} hint={t('empty_hint')} />}
      />
    );
  return (
    <Figure
      title={title}
      help={t('funnel.help')}
      actions={actions}
      chart={
        <Bars
          names={steps.map(({ name }) => name)}
          values={steps.map(({ persons }) => persons)}
          label={t('funnel.persons')}
          format={number}
        />
      }
      table={
        <ReportTable
          label={title}
          head={[t('funnel.step'), t('funnel.persons'), t('funnel.of_first'), t('funnel.of_previous')]}
          rows={steps.map((step) => ({
            key: step.event,
            cells: [
              step.name,
              number(step.persons),
              share(step.share_of_first),
              share(step.share_of_previous),
            ],
          }))}
        />
      }
    />
  );
}

/** The steps inside one subject, in their order. */
export function DetailFigure({
  report,
  nameOf,
}: {
  readonly report: FunnelReport;
  /** What a step inside is called; its number when nothing is said. */
  readonly nameOf?: (stepId: string) => string | undefined;
}): ReactNode {
  const t = useText(analyticsTexts);
  const { number, share } = useFormats();
  if (report.detail.length === 0) return null;
  const steps = report.detail.map((step, at) => ({
    ...step,
    name: nameOf?.(step.step_id) ?? t('funnel.point', { number: at + 1 }),
  }));
  return (
    <Figure
      title={t('funnel.detail')}
      chart={
        <Bars
          names={steps.map(({ name }) => name)}
          values={steps.map(({ persons }) => persons)}
          label={t('funnel.persons')}
          format={number}
        />
      }
      table={
        <ReportTable
          label={t('funnel.detail')}
          head={[t('funnel.step'), t('funnel.persons'), t('funnel.of_first')]}
          rows={steps.map((step) => ({
            key: step.step_id,
            cells: [step.name, number(step.persons), share(step.share_of_first)],
          }))}
        />
      }
    />
  );
}
