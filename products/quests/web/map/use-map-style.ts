import { useCall } from '#platform/web';
import { getMapStyle } from '../../contract/index.ts';

interface MapStyle {
  /** False while it is being asked. */
  readonly known: boolean;
  readonly url: string | null;
  readonly attribution: string | null;
}

/** Which style the operator configured; without an answer the built-in map is drawn. */
export function useMapStyle(): MapStyle {
  const { data, isPending } = useCall(getMapStyle, {}, { staleTime: Number.POSITIVE_INFINITY });
  return { known: !isPending, url: data?.style_url ?? null, attribution: data?.attribution ?? null };
}
