import { type ResultOf, useNotice, useSend, useText } from '#platform/web';
import { confirmStation, listStationRequests } from '../../../contract/index.ts';
import { useDeskState } from '../draft/desk-context.ts';
import { useStudioRefusals } from '../refusals.ts';
import { studioTexts } from '../texts.ts';

export type StationRequest = ResultOf<typeof listStationRequests>['items'][number];

/** Who a request is from, in one line. */
export const teamName = ({ players }: StationRequest): string => players.map(({ name }) => name).join(', ');

/** Confirms a team at its station. */
export function useConfirm(): {
  readonly isPending: boolean;
  confirm(request: StationRequest, onDone?: () => void): void;
} {
  const t = useText(studioTexts);
  const notice = useNotice();
  const refusals = useStudioRefusals();
  const { id } = useDeskState().base;
  const send = useSend(confirmStation, {
    invalidates: [listStationRequests],
    onError: (problem) => notice.error(problem, refusals),
  });
  return {
    isPending: send.isPending,
    confirm(request, onDone) {
      const { session_id, point_id, station_code } = request;
      send.mutate(
        { params: { id }, body: { session_id, point_id, station_code } },
        {
          onSuccess: () => {
            notice.success(t('stations.confirmed', { team: teamName(request) }));
            onDone?.();
          },
        },
      );
    },
  };
}
