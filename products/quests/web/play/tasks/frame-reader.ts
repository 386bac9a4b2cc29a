/** Reads the text of a QR code in a frame; null where there is none. */
export type FrameReader = (frame: HTMLVideoElement) => Promise<string | null>;

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const widest = 640;

async function browserReader(): Promise<FrameReader | null> {
  if (!('BarcodeDetector' in globalThis)) return null;
  // Not in the library's types: no standard yet.
  const { BarcodeDetector } = globalThis as unknown as { readonly BarcodeDetector: DetectorClass };
  const formats = await BarcodeDetector.getSupportedFormats().catch((): readonly string[] => []);
  if (!formats.includes('qr_code')) return null;
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  return async (frame) => (await detector.detect(frame))[0]?.rawValue ?? null;
}

async function ownReader(): Promise<FrameReader> {
  const { decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (frame) => {
    const scale = Math.min(1, widest / Math.max(1, frame.videoWidth));
    canvas.width = Math.max(1, Math.round(frame.videoWidth * scale));
    canvas.height = Math.max(1, Math.round(frame.videoHeight * scale));
    context?.drawImage(frame, 0, 0, canvas.width, canvas.height);
    const image = context?.getImageData(0, 0, canvas.width, canvas.height);
    if (image === undefined) return null;
    try {
      return decodeQR(image);
    } catch {
      // It throws where there is no code: most frames.
      return null;
    }
  };
}

/** The browser's own reader where it has one, else one of ours. */
export async function createFrameReader(): Promise<FrameReader> {
  return (await browserReader()) ?? ownReader();
}
