import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useCall, useLocalized, useText } from '#platform/web';
import { listTools, type RoleStats } from '../../../contract/index.ts';
import { SectionCard } from '../../pieces/section-card.tsx';
import { usageTexts } from '../texts.ts';
import type { Formats } from '../use-formats.ts';
import { ShareList } from './share-list.tsx';

export interface ToolsCardProps {
  readonly tools: RoleStats['tools'];
  readonly formats: Formats;
}

/** Which tools an assistant used, and how often. */
export function ToolsCard({ tools, formats }: ToolsCardProps): ReactNode {
  const t = useText(usageTexts);
  const localized = useLocalized();
  const { data } = useCall(listTools, {}, { staleTime: 3_600_000 });
  const titles = new Map(data?.items.map(({ name, title }) => [name, localized(title)]));
  return (
    <SectionCard title={t('tools.title')}>
      {tools.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('tools.none')}
        </Typography>
      ) : (
        <ShareList
          label={t('tools.title')}
          formats={formats}
          lines={tools.map(({ name, calls }) => ({
            key: name,
            name: titles.get(name) ?? name,
            value: calls,
          }))}
        />
      )}
    </SectionCard>
  );
}
