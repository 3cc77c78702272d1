import { cohortsPath } from '../../../functions/cohort/pages/cohort-paths.ts';
import { committeeWords } from '../../../functions/committee/pages/committee-texts.ts';
import { nextWords } from '../../../functions/requests/pages/next-request.tsx';
import type { Round } from '../../../functions/rounds/round.ts';
import { reviewWords } from '../../../functions/screening/pages/review-texts.ts';
import type { Academy } from '../academy.ts';
import { referenceOn } from '../applicants.ts';
import { type AtDesk, type Desks, isDesk } from '../desk/at-desks.ts';
import { eventually } from '../eventually.ts';
import { openRequest, press, replyOf } from '../intake/intake.ts';
import { requestLink } from '../requests/asked-by-mail.ts';
import { scored } from '../screening/reviewed-round.ts';
import type { FormFields, Page } from '../visitor.ts';
import type { Applicant } from './whole-round.ts';

/* What the staff of a whole round do, each at a desk: no link of a mail is opened here but those of applicants. */

const refusal: FormFields = { outcome: 'REFUSE', reason: '첫 수업일에 만 19세가 되지 않습니다.' };

/** That somebody's desk says that nothing waits. */
function expectNothing({ email }: AtDesk, page: Page): void {
  if (!isDesk(page) || !page.text.includes('기다리는 요청이 없습니다')) {
    throw new Error(`the desk of ${email} does not say that nothing waits: ${page.url} ${page.text}`);
  }
}

/** Opens the desk until it has all of some requests. */
const untilListed = (desk: AtDesk, references: readonly string[]) =>
  eventually(
    `the desk of ${desk.email} has ${references.join(', ')}`,
    async () => {
      const waiting = await desk.look();
      return references.every((reference) => waiting.some(({ words }) => words.includes(reference)));
    },
    { every: 300 },
  );

/**
 * What becomes of the too young, in turn: one is asked a question and accepted, one is refused, one withdraws while the
 * officer looks, one is accepted; and the officer leaves the last to the deputy. The officer takes from the desk what is
 * the most urgent, and after each decision the next.
 */
export async function officersDecide(
  at: Academy,
  desks: Desks,
  asked: readonly Applicant[],
  people: { readonly officer: string; readonly deputy: string },
  untilTheDeputyIsAsked: () => Promise<void>,
): Promise<void> {
  const desk = desks.of(people.officer);
  const left = asked.at(-1);
  if (!left) return;
  await untilListed(
    desk,
    asked.map(({ reference }) => reference),
  );
  const returned = new Set<string>();
  const decide = async (applicant: Applicant): Promise<void> => {
    const mood = asked.indexOf(applicant) % 4;
    if (mood === 0 && !returned.has(applicant.reference)) {
      returned.add(applicant.reference);
      await desk.decide({ outcome: 'RETURN', question: '생년월일이 맞습니까?', pages: ['about-you'] });
      await answers(at, applicant);
    } else if (mood === 1) await desk.decide(refusal);
    else {
      if (mood === 2) await applicant.browser.post('/application/withdraw', {});
      await desk.decide({ outcome: 'ACCEPT' });
    }
  };

  let page = await desk.openNext();
  while (!isDesk(page)) {
    const reference = referenceOn(page);
    const applicant = asked.find((one) => one.reference === reference);
    if (!applicant) throw new Error(`the officer is asked about ${reference}`);
    if (applicant === left) {
      await desk.back();
      const other = (await desk.look()).find(({ words }) => !words.includes(left.reference));
      if (!other) break;
      page = await desk.open(other.id);
    } else {
      await decide(applicant);
      page = await desk.openNext();
    }
  }

  await untilTheDeputyIsAsked();
  const deputy = desks.of(people.deputy);
  await untilListed(deputy, [left.reference]);
  await deputy.openNext();
  await deputy.decide(refusal);
  expectNothing(deputy, await deputy.openNext());
  if ((await desk.look()).length > 0) throw new Error('what the deputy has decided still waits for the officer');
}

/** An applicant answers what they are asked, by the link of their mail. */
async function answers(at: Academy, applicant: Applicant): Promise<void> {
  await at.untilState(applicant.reference, 'WITH_APPLICANT');
  const question = await openRequest(at, applicant.reference);
  const reply = replyOf(applicant, '기관 추천으로 지원했습니다.');
  await press(at, await requestLink(at, question.id, applicant.email), { ...reply, 'birthDate.year': '2012' });
  await at.untilState(applicant.reference, 'WITH_OFFICER');
}

const years = /(?:해당 분야 경력\(년\)|Years of work in that field)\s+(\d+)/u;

/**
 * A reviewer to whom something was mailed opens the desk and sends what waits there, one review after the other: what
 * the page says of the years of work, with a severity of their own.
 */
export async function reviewAll(desk: AtDesk, round: Round, severity: number, sent: Set<string>): Promise<void> {
  if ((await desk.lookIfTold()).length === 0) return;
  let page = await desk.openNext();
  while (!isDesk(page)) {
    const id = /\/([0-9a-f]{32})$/u.exec(page.url)?.[1];
    if (!id) throw new Error(`the desk of ${desk.email} has led to ${page.url}`);
    if (page.html.includes(`>${reviewWords.send.ko}<`)) {
      const worked = Number(years.exec(page.text)?.[1] ?? 5);
      const noise = Number.parseInt(id.slice(0, 2), 16) % 3 === 0 ? 1 : 0;
      const score = Math.min(5, Math.max(1, Math.round(1 + worked / 2.5 + severity) - noise));
      const done = await desk.decide(scored(round, score));
      if (done.text.includes(reviewWords.sentTitle.ko)) sent.add(id);
    }
    page = await desk.choose(reviewWords.nextUp.ko, nextWords.next.ko);
  }
  expectNothing(desk, page);
}

/**
 * Two of the committee work on the ranking: the first approves it, the second changes two ranks, so that both are asked
 * again and approve what has become of it.
 */
export async function committeeApproves(desks: Desks, emails: readonly string[]): Promise<void> {
  const [first, second] = emails.map((email) => desks.of(email));
  if (!first || !second) throw new Error('the committee has fewer than two members');
  const opened = async (desk: AtDesk): Promise<Page> => {
    await eventually(`the desk of ${desk.email} has the ranking`, async () => (await desk.look()).length > 0, {
      every: 300,
    });
    return desk.openNext();
  };
  const approve = async (desk: AtDesk): Promise<void> => {
    await opened(desk);
    await desk.decide();
    expectNothing(desk, await desk.openNext());
  };

  await approve(first);
  await opened(second);
  await second.press(committeeWords.move.ko);
  await second.decide({ 'to-1': '2', 'why-1': '면접에서 확인한 경력' });
  for (const desk of [first, second]) await approve(desk);
}

/** Whoever gets the list of the cohort opens it from the desk; how many are on it. */
export async function cohortRead(desk: AtDesk, round: Round): Promise<number> {
  await desk.look();
  await desk.follow(cohortsPath);
  const page = await desk.follow(`${cohortsPath}/${round.id}`);
  return [...page.html.matchAll(/<h2 class="notranslate">/gu)].length;
}
