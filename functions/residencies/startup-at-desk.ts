import type { DeskRequest } from '../desk/desk.ts';
import type { PersonRequest } from '../requests/request.ts';
import type { Dependencies } from './dependencies.ts';

/** Requests about a residency are told with the name of its startup, until that is erased. */
export const startupAtDesk = (
  { residencies }: Pick<Dependencies, 'residencies'>,
  residencyOf: (request: PersonRequest) => string = ({ subject }) => subject,
): DeskRequest => ({
  name: async (request) => {
    const residency = await residencies.get(residencyOf(request));
    return residency && !residency.erasedAt ? residency.startup.name : undefined;
  },
});
