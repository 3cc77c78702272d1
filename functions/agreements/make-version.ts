import { canonicalHash } from '../shared/database/canonical.ts';
import type { Change } from '../shared/database/database.ts';
import { Fault } from '../shared/errors.ts';
import { isDrawable } from '../shared/pdf/drawable.ts';
import { sha256Hex } from '../shared/sha256.ts';
import { closeOfDay, type Instant } from '../shared/time.ts';
import type { Signer, Version } from './agreement.ts';
import { agreementPdf } from './agreement-pdf.ts';
import type { Dependencies } from './dependencies.ts';
import type { AgreementData } from './owners.ts';
import { filled } from './template.ts';

/** What keeps a version from being made: each is for whoever has the case to put right. */
export type NotMade =
  /** The case does not say all that the text names, or not who signs as the template wants it. */
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }
  /** No font shows these as they are written. */
  | { readonly kind: 'not-drawable'; readonly names: readonly string[] }
  /** It would be due before it is asked for. */
  | { readonly kind: 'overdue' };

export type Made = { readonly kind: 'made'; readonly version: Version; readonly changes: readonly Change[] } | NotMade;

type Reach = Pick<Dependencies, 'agreements' | 'baseUrl' | 'fonts' | 'people'>;

/** DynamoDB keeps 400 KB of one item, the words of the agreement with it. */
const mostBytes = 250_000;

/** Who signs, in the order of the template; nothing for one of the staff who is not there. */
export async function signersOf(
  { people }: Pick<Reach, 'people'>,
  data: AgreementData,
): Promise<(Signer | undefined)[]> {
  return Promise.all(
    data.template.signers.map(async ({ id, title }) => {
      const found = data.signers.find((signer) => signer.id === id);
      if (!found) return undefined;
      const { party } = found;
      if (found.person === undefined) {
        const { name, email, lang } = found;
        return name.trim() && email.trim() ? { id, title, party, name, email, lang } : undefined;
      }
      const person = await people.get(found.person);
      return person && { id, title, party, person: person.id, name: person.name, lang: person.lang };
    }),
  );
}

/** SHA-256 of all that a case says in its agreement: every value, who signs, and where the links of those outside go. */
export const dataHashOf = (
  { template, values }: Pick<AgreementData, 'template' | 'values'>,
  signers: readonly (Signer | undefined)[],
): string =>
  canonicalHash({
    template: { id: template.id, version: template.version },
    values,
    signers: signers.map(
      (signer) => signer && { id: signer.id, party: signer.party, name: signer.name, email: signer.email },
    ),
  });

/** Fills in the text, freezes it as a PDF and says by what it is known. Nothing is asked of anybody yet. */
export async function makeVersion(
  deps: Reach,
  agreement: string,
  number: number,
  data: AgreementData,
  now: Instant,
): Promise<Made> {
  const { template, values } = data;
  const all = await signersOf(deps, data);
  const signers = all.filter((signer) => signer !== undefined);
  const unsigned = template.signers.filter((_, index) => !all[index]).map(({ id }) => id);
  const text = filled(template, values);
  if ('missing' in text || unsigned.length > 0) {
    return { kind: 'incomplete', missing: ['missing' in text ? text.missing : [], unsigned].flat() };
  }
  const words = [...signers.flatMap(({ name, party }) => [name, party]), ...Object.values(values).map(({ ko }) => ko)];
  const names = words.filter((word) => !isDrawable(word));
  if (names.length > 0) return { kind: 'not-drawable', names };
  const dueAt = closeOfDay(data.dueOn);
  if (dueAt <= now) return { kind: 'overdue' };
  const frozen = { agreement, number, title: template.title, signers, frozenAt: now };
  const pdf = await agreementPdf({ ...frozen, parts: text.parts, baseUrl: deps.baseUrl }, await deps.fonts());
  if (pdf.length > mostBytes) throw new Fault('AgreementTooLong', { agreement, bytes: pdf.length });
  const sha256 = sha256Hex(pdf);
  const version: Version = {
    number,
    state: 'OPEN',
    title: template.title,
    template: { id: template.id, version: template.version },
    dataHash: dataHashOf(data, signers),
    sha256,
    frozenAt: now,
    dueAt,
    signingDays: template.signingDays,
    signers,
    signatures: [],
    requests: {},
  };
  const parts = text.parts.map(({ heading, paragraphs }) => ({ heading, paragraphs: [...paragraphs] }));
  const change = deps.agreements.putPdf({
    sha256,
    agreement,
    version: number,
    kind: 'text',
    bytes: pdf.toString('base64'),
    text: { parts },
  });
  return { kind: 'made', version, changes: [change] };
}
