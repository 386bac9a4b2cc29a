/** A diagram that is open in an element. */
export interface BpmnCanvas {
  zoom(direction: 'in' | 'out' | 'fit'): void;
  svg(): Promise<string>;
  close(): void;
}

interface ZoomService {
  zoom(value: number | 'fit-viewport', center?: 'auto'): number;
  zoom(): number;
}

const isZoomService = (value: unknown): value is ZoomService =>
  typeof value === 'object' && value !== null && 'zoom' in value;

/** Opens a BPMN diagram in an element; rejects with the reader's own words. */
export async function openBpmn(container: HTMLElement, source: string): Promise<BpmnCanvas> {
  const { default: NavigatedViewer } = await import('bpmn-js/lib/NavigatedViewer');
  const viewer = new NavigatedViewer({ container });
  const close = (): void => viewer.destroy();
  try {
    await viewer.importXML(source);
  } catch (error) {
    close();
    throw error;
  }
  const service: unknown = viewer.get('canvas');
  if (!isZoomService(service)) throw new TypeError('The viewer has no canvas');
  const showWhole = (): void => {
    service.zoom('fit-viewport', 'auto');
    // A small diagram is not blown up.
    if (service.zoom() > 1) service.zoom(1, 'auto');
  };
  if (container.clientWidth > 0) showWhole();
  return {
    zoom(direction) {
      if (direction === 'fit') showWhole();
      else service.zoom(Math.min(4, Math.max(0.2, service.zoom() * (direction === 'in' ? 1.25 : 0.8))));
    },
    async svg() {
      return (await viewer.saveSVG()).svg;
    },
    close,
  };
}
