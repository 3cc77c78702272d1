import { settled } from '../requests/request.ts';
import type { Change } from '../shared/database/database.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import { sha256Hex } from '../shared/sha256.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Agreement, type Signature, type Version, withVersion } from './agreement.ts';
import { agreementPdf } from './agreement-pdf.ts';
import { commitEnd } from './commit-end.ts';
import type { Dependencies } from './dependencies.ts';
import { renewAgreement } from './draft-agreement.ts';
import { dataHashOf, signersOf } from './make-version.ts';
import { ownerId, ownerOf } from './owners.ts';
import { caseOf, signerAsked } from './requests.ts';
import { completed, type NotSigned, sign } from './signing.ts';

export type SignOutcome =
  | { readonly kind: 'signed'; readonly isLast: boolean }
  /** The case says something else by now: a new version was made, and the first is asked to sign it. */
  | { readonly kind: 'renewed' }
  /** It says something else by now, and no version can be made of that yet. */
  | { readonly kind: 'data-changed' }
  | { readonly kind: NotSigned };

export interface Signing {
  readonly request: string;
  readonly generation: number;
  /** As it was typed. */
  readonly name: string;
  /** Of the PDF that was shown. */
  readonly sha256: string;
  /** The challenge whose code was entered, just now and in this browser. */
  readonly code: string;
}

/**
 * Takes a signature. It counts for one text, in the declared order, in time and as long as the case still says what
 * the text says; two at once are taken one after the other. With the last one the agreement is in force.
 */
export async function signAgreement(deps: Dependencies, given: Signing, now: Instant): Promise<SignOutcome> {
  return decideAgainOnConflict(async () => {
    const request = await deps.requests.get(given.request);
    const found = request && (await caseOf(deps, request));
    if (!found || request.state !== 'OPEN' || request.generation !== given.generation) return { kind: 'closed' };
    const { agreement, version, signer } = found;
    const person = request.assignee.person;
    const holder = person === undefined ? undefined : await deps.people.get(person);
    const expected = holder?.name ?? signer.name;
    const by = person === undefined ? `signer:${agreement.id}/${signer.id}` : `person:${person}`;
    const { name, sha256, code } = given;
    const signature: Signature = { signer: signer.id, name, at: now, by, sha256, code };
    const outcome = sign(version, signature, expected);
    if (outcome.kind !== 'signed') return outcome;
    if (!(await isAsFrozen(deps, agreement, version))) return renewed(deps, agreement, now);
    const settledRequest = deps.requests.save(settled(request, { outcome: 'SIGN', by, at: now }), request);
    const revision = agreement.revision + 1;
    const event = {
      subject: ownerId(agreement.owner),
      type: 'AgreementSigned' as const,
      by,
      at: now,
      data: { agreement: agreement.id, version: version.number, signer: signer.id, sha256 },
    };
    if (outcome.next) {
      const asking = { agreement: { ...agreement, revision }, version: outcome.version, signer: outcome.next };
      const asked = await signerAsked(deps, asking, now);
      await deps.commit({
        changes: [
          deps.agreements.save(withVersion(agreement, asked.version), agreement),
          settledRequest,
          ...deps.requests.create(asked.request),
        ],
        events: [event, asked.event],
        outbox: [asked.mail],
      });
      return { kind: 'signed', isLast: false };
    }
    const copy = await signedCopy(deps, agreement, outcome.version);
    const last = { ...outcome.version, signedSha256: copy.sha256 };
    const next = completed(agreement, last, now);
    await commitEnd(deps, { was: agreement, next, number: version.number, event }, [settledRequest, copy.change], now);
    return { kind: 'signed', isLast: true };
  }, tries.contested);
}

/** Whether the case still says what a version says; one that has nothing to agree on any more does not. */
async function isAsFrozen(deps: Dependencies, { owner }: Agreement, version: Version): Promise<boolean> {
  const data = await ownerOf(deps.agreementOwners, owner)?.data(ownerId(owner));
  return data !== undefined && dataHashOf(data, await signersOf(deps, data)) === version.dataHash;
}

/** The reason that a new version has by itself, in both languages. */
export const dataChanged = '내용이 되는 정보가 바뀌었습니다. / The details that the agreement is made of have changed.';

async function renewed(deps: Dependencies, { id }: Agreement, now: Instant): Promise<SignOutcome> {
  const outcome = await renewAgreement(deps, { agreement: id, by: 'system:agreements', why: dataChanged }, now);
  return { kind: outcome.kind === 'drafted' ? 'renewed' : 'data-changed' };
}

/** The PDF with all signatures, of the same words as the one that was signed. */
async function signedCopy(
  deps: Dependencies,
  { id }: Agreement,
  version: Version,
): Promise<{ readonly sha256: string; readonly change: Change }> {
  const frozen = await deps.agreements.pdf(version.sha256);
  if (!frozen?.text || !frozen.bytes) throw new Fault('AgreementMissing', { agreement: id });
  if (sha256Hex(Buffer.from(frozen.bytes, 'base64')) !== version.sha256) {
    throw new Fault('AgreementAltered', { agreement: id, version: version.number });
  }
  const { number, title, signers, frozenAt, signatures, sha256: text } = version;
  const shown = { agreement: id, number, title, signers, frozenAt, parts: frozen.text.parts, baseUrl: deps.baseUrl };
  const pdf = await agreementPdf({ ...shown, signed: { signatures, sha256: text } }, await deps.fonts());
  const sha256 = sha256Hex(pdf);
  const bytes = pdf.toString('base64');
  return {
    sha256,
    change: deps.agreements.putPdf({ sha256, agreement: id, version: number, kind: 'signed', bytes }),
  };
}
