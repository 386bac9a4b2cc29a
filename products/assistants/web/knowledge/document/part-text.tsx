import { Box, Typography } from '@mui/material';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import type { KnowledgeDocumentText } from '../../../contract/index.ts';
import { CodeBlock } from '../../pieces/code-block.tsx';
import { knowledgeTexts } from '../texts.ts';
import { type Block, type PlacedBlock, type Run, runsOf } from './blocks.rules.ts';
import { Marked } from './marked.tsx';
import { marksOf } from './marks.rules.ts';
import { blocksAt } from './place.rules.ts';

const shade = {
  bgcolor: 'color-mix(in srgb, var(--mui-palette-primary-main) 10%, transparent)',
} as const;
const placeLook = {
  ...shade,
  boxShadow: 'inset 3px 0 0 var(--mui-palette-primary-main)',
  borderRadius: '4px',
} as const;

/** A list draws bullets of its own. */
const bullet = /^[•·‣▪◦*–—-]\s+/u;

/** First level of a heading inside the page, whose title is `h1`. */
const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;
const headingOf = (level: number | null) => headings[Math.min(Math.max(level ?? 1, 1), 5) - 1] ?? 'h6';

interface RunProps {
  readonly run: Run;
  readonly places: ReadonlySet<number>;
  readonly words: string;
  readonly code: string;
}

function Words({ block, words }: { readonly block: Block; readonly words: string }): ReactNode {
  return <Marked text={block.text} marks={marksOf(block.text, words)} />;
}

function Rows({ run, places, words }: RunProps): ReactNode {
  const t = useText(knowledgeTexts);
  return (
    <Box
      tabIndex={0}
      role="group"
      aria-label={t('view.table')}
      sx={{
        overflowX: 'auto',
        border: 1,
        borderColor: 'divider',
        borderRadius: '10px',
        '& table': { borderCollapse: 'collapse', width: '100%', typography: 'body2' },
        '& td': { px: 1.25, py: 0.75, verticalAlign: 'top', minWidth: 80 },
        '& tr + tr td': { borderTop: 1, borderColor: 'divider' },
        '& td + td': { borderLeft: 1, borderColor: 'divider' },
      }}
    >
      <table>
        <tbody>
          {run.blocks.map(({ block, index }) => (
            <Box
              component="tr"
              key={index}
              data-place={places.has(index)}
              sx={places.has(index) ? shade : {}}
            >
              {(block.cells.length === 0 ? [block.text] : block.cells).map((cell, column) => {
                const key = `${index}:${column}`;
                return (
                  <td key={key}>
                    <Marked text={cell} marks={marksOf(cell, words)} />
                  </td>
                );
              })}
            </Box>
          ))}
        </tbody>
      </table>
    </Box>
  );
}

function Single({
  placed,
  code,
  words,
  isPlace,
}: {
  readonly placed: PlacedBlock;
  readonly code: string;
  readonly words: string;
  readonly isPlace: boolean;
}): ReactNode {
  const { block } = placed;
  const look = isPlace ? { ...placeLook, px: 1.5, mx: -1.5, py: 0.25 } : {};
  if (block.kind === 'code') {
    return (
      <Box data-place={isPlace} sx={isPlace ? { ...placeLook, p: 0.75 } : {}}>
        <CodeBlock source={block.text} language={code} />
      </Box>
    );
  }
  if (block.kind === 'heading') {
    return (
      <Typography
        component={headingOf(block.level)}
        data-place={isPlace}
        variant={block.level === 1 ? 'h2' : block.level === 2 ? 'h3' : 'h4'}
        sx={{ mt: 1, overflowWrap: 'anywhere', ...look }}
      >
        <Words block={block} words={words} />
      </Typography>
    );
  }
  return (
    <Box
      component="p"
      dir="auto"
      data-place={isPlace}
      sx={{ m: 0, lineHeight: 1.65, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', ...look }}
    >
      <Words block={block} words={words} />
    </Box>
  );
}

function RunView(props: RunProps): ReactNode {
  const { run, places, words, code } = props;
  if (run.kind === 'table-row') return <Rows {...props} />;
  if (run.kind === 'list-item') {
    return (
      <Box component="ul" sx={{ m: 0, pl: 3, display: 'grid', gap: 0.5, lineHeight: 1.6 }}>
        {run.blocks.map(({ block, index }) => (
          <Box
            component="li"
            key={index}
            data-place={places.has(index)}
            sx={{
              overflowWrap: 'anywhere',
              ...(places.has(index) ? { ...shade, borderRadius: '4px', px: 0.75, mx: -0.75 } : {}),
            }}
          >
            <Words block={{ ...block, text: block.text.replace(bullet, '') }} words={words} />
          </Box>
        ))}
      </Box>
    );
  }
  return run.blocks.map((placed) => (
    <Single key={placed.index} placed={placed} code={code} words={words} isPlace={places.has(placed.index)} />
  ));
}

export interface PartTextProps {
  readonly text: KnowledgeDocumentText;
  /** Kind of the document. */
  readonly kind: string | null;
  /** The place to come into view. */
  readonly lines: readonly [first: number, last: number] | null;
  readonly words: string;
}

/** The text of a part as it was read; the wanted place comes into view and is set off. */
export function PartText({ text, kind, lines, words }: PartTextProps): ReactNode {
  const runs = useMemo(() => runsOf(text.blocks), [text]);
  const places = useMemo(() => blocksAt(text.blocks, lines), [text, lines]);
  const t = useText(knowledgeTexts);
  const root = useRef<HTMLDivElement>(null);
  const [place] = [...places].map((index) => text.blocks[index]?.text ?? '');
  useEffect(() => {
    if (places.size === 0) return;
    root.current?.querySelector('[data-place="true"]')?.scrollIntoView({ block: 'center' });
  }, [places]);
  return (
    <Box ref={root} sx={{ display: 'grid', gap: 1.5, minWidth: 0, '& > *': { minWidth: 0 } }}>
      {/* The shade alone would tell only those who see it. */}
      {place === undefined ? null : (
        <Box component="p" role="status" sx={visuallyHidden}>
          {t('view.place')}: {place.slice(0, 200)}
        </Box>
      )}
      {runs.map((run) => (
        <RunView
          key={run.blocks[0]?.index}
          run={run}
          places={places}
          words={words}
          code={kind === 'bsl' || kind === 'configuration' ? 'bsl' : 'text'}
        />
      ))}
    </Box>
  );
}
