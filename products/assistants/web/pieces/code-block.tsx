import { Box, Typography } from '@mui/material';
import { type ReactNode, useMemo } from 'react';
import { CopyButton, useText } from '#platform/web';
import { highlight } from './highlight.rules.ts';
import { codeFont, inkLooks } from './ink-looks.ts';
import { piecesTexts } from './texts.ts';

export interface HighlightedProps {
  readonly source: string;
  readonly language: string;
}

/** A source in colours, as spans. */
export function Highlighted({ source, language }: HighlightedProps): ReactNode {
  const parts = useMemo(() => {
    let at = 0;
    return highlight(source, language).map((stretch) => {
      const key = at;
      at += stretch.text.length;
      return { ...stretch, key };
    });
  }, [source, language]);
  return parts.map(({ text, ink, key }) =>
    ink === null ? (
      text
    ) : (
      <span key={key} style={inkLooks[ink]}>
        {text}
      </span>
    ),
  );
}

const known = (language: string): language is 'bsl' | 'query' => language === 'bsl' || language === 'query';

/** Code of an answer: in colours, to be copied; long lines scroll. */
export function CodeBlock({ source, language }: HighlightedProps): ReactNode {
  const t = useText(piecesTexts);
  return (
    <Box
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: '12px',
        overflow: 'hidden',
        bgcolor: 'background.paper',
        minWidth: 0,
      }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          justifyContent: 'space-between',
          pl: 1.75,
          pr: 0.5,
          minHeight: 40,
          borderBottom: 1,
          borderColor: 'divider',
          bgcolor: 'action.hover',
        }}
      >
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {known(language) ? t(`code.language.${language}`) : language}
        </Typography>
        <CopyButton text={source} label={t('code.copy')} />
      </Box>
      <Box
        component="pre"
        tabIndex={0}
        sx={{
          m: 0,
          px: 1.75,
          py: 1.25,
          overflow: 'auto',
          maxHeight: '70vh',
          fontFamily: codeFont,
          fontSize: '0.8125rem',
          lineHeight: 1.6,
          tabSize: 4,
        }}
      >
        <code>
          <Highlighted source={source} language={language} />
        </code>
      </Box>
    </Box>
  );
}
