import type { Version } from '../../../functions/agreements/agreement.ts';
import { applicationLink } from '../../../functions/applications/access.ts';
import type { TypedPages } from '../../../functions/forms/answers.ts';
import { ownerOf } from '../../../functions/onboarding/asked-documents.ts';
import { rulesOf } from '../../../functions/onboarding/case.ts';
import { onboardingDoer } from '../../../functions/onboarding/steps.ts';
import { reportsUntil } from '../../../functions/reports/report.ts';
import { sendReport } from '../../../functions/reports/send-report.ts';
import { eventBegins } from '../../../functions/residencies/begin-event.ts';
import { changedResidency, type Residency } from '../../../functions/residencies/residency.ts';
import type { EventBegins } from '../../../functions/residencies/residency-event.ts';
import { presentRunOf } from '../../../functions/runs/run.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import type { SignLink } from '../../../functions/shared/links.ts';
import { fingerprint } from '../../../functions/shared/random.ts';
import {
  addDays,
  addMinutes,
  type Instant,
  type LocalDate,
  localDateSchema,
  seoulDateOf,
} from '../../../functions/shared/time.ts';
import { confirmReturn, decideAndStore } from '../../../functions/spaces/decide-space.ts';
import { loadSpaces } from '../../../functions/spaces/load-spaces.ts';
import { acceptedThen } from '../../../local/demo/lab/accept.ts';
import { apply, rankAs } from '../../../local/demo/lab/admit.ts';
import { labRound } from '../../../local/demo/lab/lab-round.ts';
import { movedInThen } from '../../../local/demo/lab/move-in.ts';
import { admitted } from '../../../local/demo/lab/startups.ts';
import type { Academy } from '../academy.ts';
import { fontsInPackages } from '../fonts.ts';
import { rowOf } from '../spaces/made-up.ts';
import { presentRows } from '../spaces/stored-spaces.ts';
import { type Visitor, visitor } from '../visitor.ts';

const by = 'operator:test';
let made = 0;

/** A startup as it fills in its form, in the language of the pages on which its name is read. */
function startupOf(mark: string, lang: Lang) {
  const { typed } = admitted;
  const email = `lab-${mark}@startup.example`;
  const english: TypedPages = {
    firm: { ...typed.firm, firmName: [`Spring Pay ${mark}`] },
    representative: { ...typed.representative, name: ['Alex Kim'], position: ['CEO'] },
  };
  const own: TypedPages =
    lang === 'en'
      ? english
      : { firm: { ...typed.firm, firmName: [`새봄페이 ${mark}`] }, representative: { ...typed.representative } };
  const pages = { ...typed, ...own };
  return { email, lang, typed: { ...pages, representative: { ...pages.representative, email: [email] } } };
}

type Reach = Academy & { readonly baseUrl: string };

/**
 * A startup that has accepted its place in a round of its own, and a space that fits it.
 * @param given.accepted when it did, if not the day after the round closed, or by now
 */
export async function acceptedStartup(
  at: Academy,
  given: { readonly firstDay: LocalDate; readonly lang?: Lang; readonly accepted?: Instant },
): Promise<{ readonly residency: Residency; readonly space: string; readonly accepted: Instant }> {
  made += 1;
  const mark = `${process.pid}-${made}`;
  const now = at.now();
  const { firstDay, lang = 'ko' } = given;
  const title = { ko: `입주 시험 ${mark}`, en: `Trial of residency ${mark}` };
  const draft = labRound({ id: `residency-${mark}`, code: 'S-27H1', title, firstDay, capacity: 1 });
  const applied = await apply(at, draft, [startupOf(mark, lang)]);
  const [early = now] = [addMinutes(draft.closesAt, 24 * 60), now].toSorted();
  const accepted = given.accepted ?? early;
  await rankAs(at, applied, addMinutes(accepted, -30));
  const [residency] = await acceptedThen(at, applied, accepted);
  if (!residency) throw new Error('nobody was admitted');
  const space = `lab-${mark}`;
  const rows = [...(await presentRows(at)), rowOf(space, { accessible: true, from: seoulDateOf(accepted) })];
  await loadSpaces(at, { rows, by }, now);
  return { residency, space, accepted };
}

/**
 * A startup whose residency begins on a day, in a round of its own: before it, it has accepted its place and is asked for
 * its documents; after it, it is in the Lab with a space of its own.
 */
export async function storedResidency(
  at: Reach,
  given: { readonly firstDay: LocalDate; readonly lang?: Lang },
): Promise<{ readonly residency: Residency; readonly space: string; readonly name: string }> {
  const { residency, space, accepted } = await acceptedStartup(at, given);
  if (given.firstDay <= seoulDateOf(at.now())) await movedInThen(at, residency, space, addMinutes(accepted, 60));
  else await askedForDocuments(at, residency);
  return { residency: await presentOf(at, residency.id), space, name: residency.startup.name };
}

/** As the run of its onboarding would. */
async function askedForDocuments(at: Reach, { id, ...residency }: Residency): Promise<void> {
  const run = presentRunOf(id, residency);
  const input = { step: 'ask-for-documents', reference: id, run, token: `token-${id}` };
  await onboardingDoer.perform({ ...at, fonts: fontsInPackages }, input, at.now());
}

export const presentOf = async (at: Pick<Academy, 'residencies'>, id: string): Promise<Residency> => {
  const residency = await at.residencies.get(id);
  if (!residency) throw new Error(`there is no residency ${id}`);
  return residency;
};

const daysFromNow = (at: Pick<Academy, 'now'>, days: number): LocalDate => addDays(seoulDateOf(at.now()), days);

/** A contract of a year that ends so many days from now; past days are below 0. */
export const endingIn = (at: Pick<Academy, 'now'>, days: number): LocalDate => {
  const next = addDays(daysFromNow(at, days), 1);
  return localDateSchema.parse(`${Number(next.slice(0, 4)) - 1}${next.slice(4).replace('-02-29', '-02-28')}`);
};

/** Startups in every place: moving in, in the Lab, past the end, and gone. */
export async function storedResidencies(at: Reach, lang: Lang = 'ko') {
  const onboarding = await storedResidency(at, { firstDay: daysFromNow(at, 20), lang });
  const resident = await storedResidency(at, { firstDay: endingIn(at, 100), lang });
  const past = await storedResidency(at, { firstDay: endingIn(at, -2), lang });
  const gone = await storedResidency(at, { firstDay: endingIn(at, -40), lang });
  await reported(at, resident.residency);
  return { onboarding, resident, past, gone: { ...gone, residency: await ended(at, gone) } };
}

/** Sends the report of the first quarter that is over. */
async function reported(at: Reach, residency: Residency): Promise<void> {
  const { round: _round, onboarding } = await rulesOf(at, residency);
  const [due] = reportsUntil(residency, onboarding.conduct, seoulDateOf(at.now()));
  if (!due) throw new Error('no quarter is over yet');
  const { quarter: about, dueAt } = due;
  const begins: EventBegins = { residency: residency.id, kind: 'report', about, report: { dueAt, versions: [] } };
  const { id, ...parts } = eventBegins(at, begins, by, at.now());
  await at.commit({ ...parts, outbox: [] });
  const milestones = { reached: '2027: 600', next: '2027: 900' };
  const figures = { staff: 9, revenue: 12_000_000, investment: 0, jobs: 2, milestones };
  const sent = await sendReport(at, { event: id, figures, by: 'applicant' }, at.now());
  if (sent.kind !== 'sent') throw new Error(`the report was not sent: ${sent.kind}`);
}

async function ended(at: Reach, { residency, space }: { readonly residency: Residency; readonly space: string }) {
  const now = at.now();
  const on = residency.contracts[0]?.to ?? seoulDateOf(now);
  await decideAndStore(at, () => confirmReturn(at, { space, number: 1, on, by }, now));
  const was = await presentOf(at, residency.id);
  await at.commit({
    changes: [at.residencies.save(changedResidency(was, now, {}, 'end'), was)],
    events: [{ subject: was.id, type: 'ResidencyEnded', by, at: now }],
  });
  return presentOf(at, residency.id);
}

/** The browser of a startup, which has opened the link of one of its mails. */
export async function browserOf(
  at: Reach,
  sign: SignLink,
  { id }: Pick<Residency, 'id'>,
  lang: Lang = 'ko',
): Promise<Visitor> {
  const browser = visitor(at.baseUrl, { lang });
  const application = await at.application(id);
  await browser.get(`/a/${id}/${await sign(applicationLink(application))}`);
  return browser;
}

/** An agreement that both have signed, with its PDF. @returns its id */
export async function signedAgreement(
  at: Reach,
  { id, roundId }: Pick<Residency, 'id' | 'roundId'>,
  owner = ownerOf(id),
): Promise<string> {
  const now = at.now();
  const agreement = `${id}-1`;
  const signedSha256 = fingerprint(agreement);
  const version: Version = {
    number: 1,
    state: 'SIGNED',
    title: { ko: '입주 협약서', en: 'Residency agreement' },
    template: { id: 'residency', version: 1 },
    dataHash: 'test',
    sha256: fingerprint(id),
    signedSha256,
    frozenAt: now,
    dueAt: now,
    signingDays: 5,
    signers: [],
    signatures: [],
    requests: {},
  };
  const bytes = Buffer.from(`%PDF ${agreement}`).toString('base64');
  await at.commit({
    changes: [
      ...at.agreements.create({
        id: agreement,
        owner,
        context: roundId,
        revision: 1,
        versions: [version],
        inForce: 1,
        meetings: [],
      }),
      at.agreements.putPdf({ sha256: signedSha256, agreement, version: 1, kind: 'signed', bytes }),
    ],
    events: [{ subject: id, type: 'AgreementSigned', by, at: now }],
  });
  return agreement;
}
