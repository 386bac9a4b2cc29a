import 'bpmn-js/dist/assets/diagram-js.css';
import { Box } from '@mui/material';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type BpmnCanvas, openBpmn } from './bpmn-canvas.ts';
import { FigureFault } from './figure-fault.tsx';
import { FigureFrame } from './figure-frame.tsx';
import { saveFile } from './save-file.ts';

export interface BpmnViewProps {
  /** BPMN 2.0 XML with its diagram. */
  readonly source: string;
  /** What the diagram shows, for screen readers and for the name of the file. */
  readonly title: string;
  /** CSS height of the frame; default 420px. */
  readonly height?: string;
}

/** A BPMN diagram to look around in: drag to move, wheel with Ctrl to enlarge. Always on light paper, as it is drawn. */
export function BpmnView({ source, title, height = '420px' }: BpmnViewProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<BpmnCanvas | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let gone = false;
    setFault(null);
    openBpmn(element, source).then(
      (opened) => {
        if (gone) opened.close();
        else canvas.current = opened;
      },
      (error: unknown) => {
        if (!gone) setFault(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      gone = true;
      canvas.current?.close();
      canvas.current = null;
    };
  }, [source]);

  if (fault !== null) return <FigureFault reason={fault} source={source} language="xml" />;
  return (
    <FigureFrame
      label={title}
      height={height}
      onZoom={(direction) => canvas.current?.zoom(direction)}
      onResize={() => canvas.current?.zoom('fit')}
      onDownload={() => {
        void canvas.current?.svg().then((text) => {
          saveFile(new Blob([text], { type: 'image/svg+xml' }), `${title || 'diagram'}.svg`);
        });
      }}
    >
      <Box ref={place} sx={{ height: '100%', minHeight: 240, bgcolor: '#FFFFFF' }} />
    </FigureFrame>
  );
}
