import BuildOutlined from '@mui/icons-material/BuildOutlined';
import CheckRounded from '@mui/icons-material/CheckRounded';
import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded';
import { Box, ButtonBase, CircularProgress, Collapse, Typography } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useText } from '#platform/web';
import { CodeBlock } from '../../pieces/code-block.tsx';
import { Markdown } from '../../pieces/markdown.tsx';
import type { ToolStep } from '../exchange/exchange.rules.ts';
import { workspaceTexts } from '../texts.ts';
import { useSeconds } from './use-seconds.ts';

function Mark({ status }: Pick<ToolStep, 'status'>): ReactNode {
  if (status === 'started') return <CircularProgress size={14} aria-hidden />;
  return status === 'finished' ? (
    <CheckRounded sx={{ fontSize: 17, color: 'success.main' }} />
  ) : (
    <ErrorOutlineRounded sx={{ fontSize: 17, color: 'error.main' }} />
  );
}

const inputText = (input: unknown): string => (input === undefined ? '' : JSON.stringify(input, null, 2));

function Step({ step }: { readonly step: ToolStep }): ReactNode {
  const t = useText(workspaceTexts);
  const seconds = useSeconds();
  const id = useId();
  const [open, setOpen] = useState(false);
  const input = inputText(step.input);
  return (
    <Box component="li">
      <ButtonBase
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        sx={{
          width: '100%',
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          px: 1.25,
          minHeight: 36,
          borderRadius: '8px',
          textAlign: 'start',
          '&:hover': { bgcolor: 'action.hover' },
        }}
      >
        <Box sx={{ width: 18, display: 'grid', placeItems: 'center' }}>
          <Mark status={step.status} />
        </Box>
        <Typography variant="body2" noWrap sx={{ minWidth: 0 }}>
          {step.title}
        </Typography>
        <Typography variant="caption" sx={{ color: 'text.secondary', ml: 'auto', flexShrink: 0 }}>
          {step.status === 'started'
            ? t('tool.running')
            : step.status === 'failed'
              ? t('tool.failed')
              : step.tookMs === null
                ? ''
                : seconds(step.tookMs)}
        </Typography>
        <ExpandMoreRounded
          sx={{ fontSize: 18, color: 'text.secondary', transform: open ? 'rotate(180deg)' : 'none' }}
        />
      </ButtonBase>
      <Collapse in={open} unmountOnExit id={id}>
        <Box sx={{ display: 'grid', gap: 1, px: 1.25, pb: 1.25, pt: 0.5, minWidth: 0 }}>
          {input === '' || input === '{}' ? null : (
            <>
              <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                {t('tool.input')}
              </Typography>
              <CodeBlock source={input} language="json" />
            </>
          )}
          {step.text === '' ? null : (
            <>
              <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                {t('tool.result')}
              </Typography>
              <Box sx={{ fontSize: '0.875rem', minWidth: 0 }}>
                <Markdown text={step.text} />
              </Box>
            </>
          )}
        </Box>
      </Collapse>
    </Box>
  );
}

/** The tools an answer used, each with what it was given and what it answered. */
export function ToolSteps({ steps }: { readonly steps: readonly ToolStep[] }): ReactNode {
  const t = useText(workspaceTexts);
  if (steps.length === 0) return null;
  return (
    <Box
      sx={{ border: 1, borderColor: 'divider', borderRadius: '12px', p: 0.5, minWidth: 0 }}
      role="group"
      aria-label={t('tool.list')}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          px: 1.25,
          pt: 0.5,
          color: 'text.secondary',
          typography: 'caption',
        }}
      >
        <BuildOutlined sx={{ fontSize: 15, width: 18 }} aria-hidden />
        {t('tool.count', { count: steps.length })}
      </Box>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </Box>
    </Box>
  );
}
