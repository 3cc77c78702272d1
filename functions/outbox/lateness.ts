import type { Queue } from './entry.ts';
import { lateAfterMinutes } from './mail-classes.ts';

/** Seconds below which nothing is told: what is idle makes no metric, and costs nothing. */
const worthTelling = 60;

/**
 * How late the oldest entry of a queue is, as metrics: in seconds, by queue, and for the alarm in parts of what is late
 * for its class (1 is late).
 */
export function lateness(queue: Queue, seconds: number): readonly (readonly [string, 'Seconds' | 'Count', number])[] {
  if (seconds < worthTelling) return [];
  const name = `${queue.charAt(0).toUpperCase()}${queue.slice(1)}`;
  const minutes = queue === 'due' ? lateAfterMinutes.asked : lateAfterMinutes[queue];
  return [
    [`OldestDue${queue === 'due' ? 'Unsorted' : name}`, 'Seconds', seconds],
    ['OutboxLate', 'Count', seconds / 60 / minutes],
  ];
}
