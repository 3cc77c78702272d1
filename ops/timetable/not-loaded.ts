import { notLoaded } from '../../functions/lecturers/taught-by.ts';
import type { LessonRow } from '../../functions/timetable/lesson.ts';
import type { Context } from '../context.ts';
import { readIfThere } from '../read-if-there.ts';

/** Who teaches by a file and is not loaded, as a line: nothing if all are, and why it is not known without a cloud. */
export async function notLoadedLine(at: () => Pick<Context, 'lecturers'>, rows: readonly LessonRow[]): Promise<string> {
  const ids = rows.map(({ lecturer }) => lecturer);
  const found = await readIfThere(() => notLoaded(at(), ids));
  if (found.kind === 'no-cloud') return `Whether all lecturers are loaded is not known: ${found.why}\n`;
  const missing = found.value;
  return missing.length > 0 ? `Not loaded, and not paid until they are (lecturers load): ${missing.join(', ')}\n` : '';
}
