import { Box, Typography } from '@mui/material';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { useText } from '#platform/web';
import { playTexts } from '../texts.ts';
import { createFrameReader } from './frame-reader.ts';

interface CodeScannerProps {
  readonly onCode: (text: string) => void;
  readonly onFault: () => void;
}

const betweenFramesMs = 160;

/** The rear camera, looking for a QR code until it finds one. The picture never leaves the device. */
export function CodeScanner({ onCode, onFault }: CodeScannerProps): ReactNode {
  const t = useText(playTexts);
  const video = useRef<HTMLVideoElement>(null);
  const found = useEffectEvent(onCode);
  const failed = useEffectEvent(onFault);
  useEffect(() => {
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const look = async (read: (frame: HTMLVideoElement) => Promise<string | null>): Promise<void> => {
      const element = video.current;
      if (gone || element === null) return;
      const text = element.readyState < 2 ? null : await read(element).catch(() => null);
      if (gone) return;
      if (text === null || text === '') timer = setTimeout(() => void look(read), betweenFramesMs);
      else found(text);
    };
    const start = async (): Promise<void> => {
      try {
        const got = await navigator.mediaDevices.getUserMedia({
          video: { facingMode: 'environment', width: { ideal: 1_280 } },
        });
        stream = got;
        const element = video.current;
        if (gone || element === null) {
          for (const track of got.getTracks()) track.stop();
          return;
        }
        element.srcObject = got;
        await element.play();
        await look(await createFrameReader());
      } catch {
        if (!gone) failed();
      }
    };
    void start();
    return () => {
      gone = true;
      clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, []);
  return (
    <Box>
      <Box
        component="video"
        ref={video}
        muted
        playsInline
        aria-label={t('task.scan_help')}
        sx={{
          display: 'block',
          width: '100%',
          aspectRatio: '4 / 3',
          objectFit: 'cover',
          borderRadius: 2,
          bgcolor: 'common.black',
        }}
      />
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {t('task.scan_help')}
      </Typography>
    </Box>
  );
}
