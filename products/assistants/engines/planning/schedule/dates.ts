import { formatMoment } from '../moment.rules.ts';
import type { Network } from '../network/network.ts';
import type { LocalMoment } from '../plan.ts';

/** Moments of positions on the axis of a network. */
export function finishMoment(network: Network, position: number): number {
  if (network.axis === 'clock') return position;
  const edge = position <= network.start ? 'latest' : 'earliest';
  return network.projectTime[edge](position);
}

export function taskStart(network: Network, task: number, position: number, duration: number): number {
  if (duration === 0) return milestoneMoment(network, task, position);
  if (network.axis === 'work') return network.projectTime.latest(position);
  const time = network.calendars[task] ?? network.projectTime;
  return time.latest(time.workAt(position));
}

export function taskFinish(network: Network, task: number, position: number, duration: number): number {
  if (duration === 0) return milestoneMoment(network, task, position);
  if (network.axis === 'work') return network.projectTime.earliest(position);
  const time = network.calendars[task] ?? network.projectTime;
  return time.earliest(time.workAt(position));
}

/** A milestone stands at the end of the work before it, or where its own constraint puts it. */
function milestoneMoment(network: Network, task: number, position: number): number {
  if (network.axis === 'clock') return position;
  const edge = position <= (network.notEarlier[task] as number) ? 'latest' : 'earliest';
  return network.projectTime[edge](position);
}

/** Working hours of the project between its start and a position. */
export function hoursFromStart(network: Network, position: number): number {
  if (network.axis === 'work') return (position - network.start) / 60;
  const { projectTime, start } = network;
  return (projectTime.workAt(position) - projectTime.workAt(start)) / 60;
}

/** The position on the axis of a moment. */
export function positionOf(network: Network, moment: number): number {
  return network.axis === 'work' ? network.projectTime.workAt(moment) : moment;
}

export function finishDate(network: Network, position: number): LocalMoment {
  return formatMoment(finishMoment(network, position));
}
