import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { memoryTexts } from '../texts.ts';
import { CareCard } from './care-card.tsx';
import { ExportButton } from './export-button.tsx';
import { ImportDrop } from './import-drop.tsx';

/** Bringing memories in, and taking all of them along. */
export function TransferCard(): ReactNode {
  const t = useText(memoryTexts);
  return (
    <CareCard title={t('care.transfer')} help={t('care.transfer_help')}>
      <ImportDrop />
      <ExportButton />
    </CareCard>
  );
}
