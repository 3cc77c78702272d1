import type { PersonRequest } from '../requests/request.ts';
import type { Admission } from '../selection/admission.ts';
import type { Deliberation } from '../selection/deliberation.ts';
import type { Dependencies } from '../selection/dependencies.ts';
import { snapshotAsked } from './committee-requests.ts';

/** An answer of a member, by the link that they were mailed. */
export interface MemberAnswer {
  readonly request: string;
  readonly generation: number;
  /** The member's id. */
  readonly by: string;
}

export interface OpenDeliberation {
  readonly request: PersonRequest;
  readonly admission: Admission;
  readonly deliberation: Deliberation;
}

/** What an answer is about, or nothing if it is decided already, or about a snapshot that is no longer in force. */
export async function openDeliberation(
  { requests, admissions }: Pick<Dependencies, 'requests' | 'admissions'>,
  { request: id, generation }: MemberAnswer,
): Promise<OpenDeliberation | undefined> {
  const request = await requests.get(id);
  if (request?.state !== 'OPEN' || request.generation !== generation) return undefined;
  const admission = await admissions.get(request.context);
  const number = snapshotAsked(request);
  if (admission?.state !== 'WITH_COMMITTEE' || admission.snapshot !== number) return undefined;
  const deliberation = await admissions.deliberation(request.context, number);
  return deliberation?.state === 'OPEN' ? { request, admission, deliberation } : undefined;
}
