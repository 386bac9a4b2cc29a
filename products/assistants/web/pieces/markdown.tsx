import { Box, ButtonBase, Link } from '@mui/material';
import { isValidElement, type ReactNode, useMemo } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { useText } from '#platform/web';
import { citedAddress, citing } from './cited.rules.ts';
import { CodeBlock } from './code-block.tsx';
import { MermaidView } from './mermaid-view.tsx';
import { piecesTexts } from './texts.ts';

export interface MarkdownProps {
  readonly text: string;
  /** The text still grows: diagrams wait until it is complete. */
  readonly growing?: boolean;
  /** Numbers in square brackets that are references. */
  readonly markers?: readonly number[];
  readonly onMarker?: (marker: number) => void;
}

const noMarkers: readonly number[] = [];

const textOf = (node: ReactNode): string => {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  return Array.isArray(node) ? node.map(textOf).join('') : '';
};

interface CodeParts {
  readonly className?: string;
  readonly children?: ReactNode;
}

const styles = {
  minWidth: 0,
  overflowWrap: 'anywhere',
  lineHeight: 1.6,
  '& > :first-of-type': { mt: 0 },
  '& > :last-child': { mb: 0 },
  '& p, & ul, & ol, & blockquote': { my: 1.25 },
  '& ul, & ol': { pl: 3 },
  '& li': { my: 0.5 },
  '& h1, & h2, & h3, & h4': { mt: 2.5, mb: 1, lineHeight: 1.3, fontWeight: 650, letterSpacing: '-0.012em' },
  '& h1': { fontSize: '1.25rem' },
  '& h2': { fontSize: '1.125rem' },
  '& h3, & h4': { fontSize: '1rem' },
  '& blockquote': { mx: 0, pl: 2, borderLeft: 3, borderColor: 'divider', color: 'text.secondary' },
  '& hr': { border: 0, borderTop: 1, borderColor: 'divider', my: 2 },
  '& :not(pre) > code': {
    px: '5px',
    py: '1px',
    borderRadius: '6px',
    bgcolor: 'action.selected',
    fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
    fontSize: '0.875em',
  },
  '& input[type=checkbox]': { mr: 0.75 },
} as const;

const tableStyles = {
  overflowX: 'auto',
  my: 1.5,
  border: 1,
  borderColor: 'divider',
  borderRadius: '12px',
  overflowWrap: 'normal',
  '& table': { borderCollapse: 'collapse', width: '100%', fontSize: '0.875rem' },
  '& th, & td': { px: 1.5, py: 0.75, textAlign: 'start', verticalAlign: 'top' },
  '& th': { bgcolor: 'action.hover', fontWeight: 600 },
  '& tr + tr td, & tbody tr:first-of-type td': { borderTop: 1, borderColor: 'divider' },
} as const;

function Marker({ marker, onPress }: { readonly marker: number; readonly onPress: () => void }): ReactNode {
  const t = useText(piecesTexts);
  return (
    <ButtonBase
      aria-label={t('markdown.source', { marker })}
      onClick={onPress}
      sx={{
        mx: '2px',
        px: '6px',
        minWidth: 22,
        height: 20,
        borderRadius: '6px',
        verticalAlign: 'baseline',
        fontSize: '0.75rem',
        fontWeight: 650,
        color: 'primary.main',
        bgcolor: 'action.selected',
        '&:hover': { bgcolor: 'primary.main', color: 'primary.contrastText' },
      }}
    >
      {marker}
    </ButtonBase>
  );
}

/** Markdown of an answer: tables, code in colours, diagrams; no HTML of its text is ever one. */
export function Markdown({ text, growing = false, markers = noMarkers, onMarker }: MarkdownProps): ReactNode {
  const t = useText(piecesTexts);
  const stamp = markers.join(',');
  const plugins = useMemo(
    () => [remarkGfm, citing(new Set(stamp === '' ? [] : stamp.split(',').map(Number)))],
    [stamp],
  );
  const components = useMemo<Components>(
    () => ({
      a: ({ href = '', children }) =>
        href.startsWith(citedAddress) ? (
          <Marker
            marker={Number(href.slice(citedAddress.length))}
            onPress={() => onMarker?.(Number(href.slice(citedAddress.length)))}
          />
        ) : (
          <Link href={href} target="_blank" rel="noopener noreferrer nofollow">
            {children}
          </Link>
        ),
      pre: ({ children }) => {
        const parts: CodeParts = isValidElement<CodeParts>(children) ? children.props : {};
        const language = /language-(\S+)/.exec(parts.className ?? '')?.[1] ?? '';
        const source = textOf(parts.children).replace(/\n$/, '');
        return (
          <Box sx={{ my: 1.5 }}>
            {language === 'mermaid' && !growing ? (
              <MermaidView source={source} title={t('markdown.diagram')} />
            ) : (
              <CodeBlock source={source} language={language} />
            )}
          </Box>
        );
      },
      table: ({ children }) => (
        <Box sx={tableStyles} tabIndex={0} role="group" aria-label={t('markdown.table')}>
          <table>{children}</table>
        </Box>
      ),
      // A picture of another site would tell it who reads.
      img: ({ alt = '' }) => alt,
    }),
    [growing, onMarker, t],
  );
  return (
    <Box dir="auto" sx={styles}>
      <ReactMarkdown remarkPlugins={plugins} components={components} skipHtml={false}>
        {text}
      </ReactMarkdown>
    </Box>
  );
}
