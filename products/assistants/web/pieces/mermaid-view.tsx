import { Box, Skeleton, Typography } from '@mui/material';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useText } from '#platform/web';
import { FigureFault } from './figure-fault.tsx';
import { FigureFrame } from './figure-frame.tsx';
import { type DrawingColors, drawMermaid } from './mermaid-drawing.ts';
import { saveFile } from './save-file.ts';
import { piecesTexts } from './texts.ts';
import { useScheme } from './use-scheme.ts';

export interface MermaidViewProps {
  readonly source: string;
  /** What the diagram shows, for screen readers and for the name of the file. */
  readonly title: string;
  /** CSS height of the frame; as high as the diagram if not given. */
  readonly height?: string;
}

interface Drawn {
  readonly key: string;
  readonly svg: SVGElement | null;
  readonly fault: string;
}

function colorsOf(scheme: 'light' | 'dark'): DrawingColors {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string, fallback: string): string =>
    style.getPropertyValue(`--mui-palette-${name}`).trim() || fallback;
  const dark = scheme === 'dark';
  return {
    dark,
    paper: color('background-paper', dark ? '#191E1C' : '#FFFFFF'),
    ink: color('text-primary', dark ? '#E8ECE9' : '#1A211E'),
    line: color('text-secondary', dark ? '#A5B0AA' : '#535E58'),
    accent: color('primary-main', dark ? '#74D0B6' : '#0E6655'),
    fill: dark ? '#22302B' : '#E8F1EE',
    font: getComputedStyle(document.body).fontFamily,
  };
}

const widthOf = (svg: SVGElement): number => Number(svg.getAttribute('viewBox')?.split(/[ ,]+/)[2]) || 400;

/** A Mermaid diagram in the colours of the scheme; what cannot be drawn is shown as text with the reason. */
export function MermaidView({ source, title, height }: MermaidViewProps): ReactNode {
  const t = useText(piecesTexts);
  const scheme = useScheme();
  const id = useId().replace(/[^a-z0-9]/gi, '');
  const key = `${scheme}\n${source}`;
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [zoom, setZoom] = useState(1);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let gone = false;
    drawMermaid(`figure${id}`, source, colorsOf(scheme)).then(
      (svg) => {
        if (!gone) setDrawn({ key, svg, fault: '' });
      },
      (error: unknown) => {
        if (!gone)
          setDrawn({ key, svg: null, fault: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      gone = true;
    };
  }, [id, key, scheme, source]);

  const svg = drawn?.svg ?? null;
  useEffect(() => {
    if (svg === null) return;
    svg.style.maxWidth = 'none';
    svg.style.width =
      zoom === 1 ? `min(100%, ${Math.round(widthOf(svg) * 1.25)}px)` : `${Math.round(widthOf(svg) * zoom)}px`;
    svg.style.height = 'auto';
    place.current?.replaceChildren(svg);
  }, [svg, zoom]);

  if (drawn !== null && drawn.svg === null) {
    return <FigureFault reason={drawn.fault} source={source} language="mermaid" />;
  }
  return (
    <FigureFrame
      label={title}
      {...(height === undefined ? {} : { height })}
      onZoom={(direction) =>
        setZoom((before) =>
          direction === 'fit'
            ? 1
            : Math.min(6, Math.max(0.25, before * (direction === 'in' ? 1.3 : 1 / 1.3))),
        )
      }
      onDownload={() => {
        if (svg === null) return;
        const text = new XMLSerializer().serializeToString(svg);
        saveFile(new Blob([text], { type: 'image/svg+xml' }), `${title || 'diagram'}.svg`);
      }}
    >
      {drawn === null ? (
        <Box role="status" sx={{ p: 2 }}>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('figure.drawing')}
          </Typography>
          <Skeleton variant="rounded" height={120} sx={{ mt: 1 }} />
        </Box>
      ) : null}
      <Box ref={place} role="img" aria-label={title} sx={{ p: 2, textAlign: 'center' }} />
    </FigureFrame>
  );
}
