import AutoStoriesOutlined from '@mui/icons-material/AutoStoriesOutlined';
import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { EmptyState, useCall, useText } from '#platform/web';
import { agentStatus, memoryStats } from '../../contract/index.ts';
import { memoryTexts } from '../texts.ts';

/** Before the first message: what this is, and examples that begin it. */
export function ChatStart({ onPick }: { readonly onPick: (example: string) => void }): ReactNode {
  const t = useText(memoryTexts);
  const { data: stats } = useCall(memoryStats, {});
  const { data: status } = useCall(agentStatus, {}, { staleTime: 5 * 60_000 });
  const known = (stats?.l0_count ?? 0) > 0;
  const examples = known
    ? [t('chat.example_ask_me'), t('chat.example_ask_week'), t('chat.example_ask_work')]
    : [t('chat.example_name'), t('chat.example_work'), t('chat.example_plan')];
  return (
    <Box sx={{ my: 'auto', py: 2 }}>
      <EmptyState
        icon={AutoStoriesOutlined}
        title={t('chat.start_title')}
        hint={known ? t('chat.start_known') : t('chat.start_hint')}
        action={
          <Box sx={{ display: 'grid', gap: 1, justifyItems: 'center' }}>
            <Typography variant="overline" component="p" sx={{ color: 'text.secondary' }}>
              {t('chat.examples')}
            </Typography>
            {examples.map((example) => (
              <Button
                key={example}
                variant="outlined"
                color="inherit"
                onClick={() => onPick(example)}
                sx={{ fontWeight: 480, textAlign: 'start' }}
              >
                {example}
              </Button>
            ))}
          </Box>
        }
      />
      <Typography
        variant="caption"
        component="p"
        sx={{ textAlign: 'center', color: 'text.secondary', maxWidth: '52ch', mx: 'auto', px: 2 }}
      >
        {status === undefined
          ? ' '
          : status.offline
            ? t('chat.offline_help')
            : t('chat.models', { models: status.models.join(', ') })}
      </Typography>
    </Box>
  );
}
