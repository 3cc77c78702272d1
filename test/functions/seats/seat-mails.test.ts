import { describe, expect, it } from 'vitest';
import type { Prepared } from '../../../functions/outbox/send-mail.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { seatTemplates } from '../../../functions/seats/mails/templates.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { seatsWorld } from '../../support/seats/seats-world.ts';
import { academyRound } from '../rounds/academy.ts';

const begin = instantSchema.parse('2027-02-19T01:00:00Z');
const draft = academyRound();
const baseUrl = 'https://academy.example';

function roundOf(): Round {
  const { admission } = draft;
  if (!admission) throw new Error('the academy has an admission');
  const waitlist = { length: 2, lastDay: localDateSchema.parse('2027-03-05') };
  return {
    ...draft,
    version: 1,
    capacity: 1,
    admission: { ...admission, ranking: { ...admission.ranking, quotas: [] }, offer: { ...admission.offer, waitlist } },
  };
}

const [first = '', second = '', third = '', fourth = ''] = [0, 1, 2, 3].map((index) => `A-27H1-0000-000${index}`);

async function told(lang: Lang) {
  const people = [first, second, third, fourth].map((reference) => ({
    reference,
    email: `${reference}@x.example`,
    lang,
  }));
  const world = await seatsWorld(roundOf(), people, begin);
  await world.deliver(Number.POSITIVE_INFINITY);
  const templates = new Map(Object.entries(seatTemplates({ ...world.deps, baseUrl, sign: async () => 'mac' })));
  const prepare = async (template: string, reference: string, ids: Record<string, string> = {}): Promise<Prepared> => {
    const prepared = await templates.get(template)?.prepare({ applicant: reference }, ids, world.now());
    if (!prepared) throw new Error(`there is no template ${template}`);
    return prepared;
  };
  const mail = async (template: string, reference: string, ids: Record<string, string> = {}) => {
    const prepared = await prepare(template, reference, ids);
    if (prepared.kind !== 'mail') throw new Error(`${template}: ${prepared.why}`);
    expect(prepared.to).toBe(`${reference}@x.example`);
    expect(prepared.mail.text).toContain(reference);
    expect(prepared.mail.lang).toBe(lang);
    return { subject: prepared.mail.subject, text: prepared.mail.text, calendar: prepared.calendar };
  };
  const offerTo = async (reference: string) => {
    const seat = await world.deps.seats.seat((await world.deps.seats.place(reference))?.seat ?? '');
    const request = await world.deps.requests.byAskKey(`seat-offer/${seat?.id}/${seat?.offers}`);
    return { request: request?.id ?? '' };
  };
  return { world, prepare, mail, offerTo };
}

const pointless = { kind: 'pointless' };

describe.each(['ko', 'en'] as const)('the mails about a seat in %s', (lang) => {
  it('tell what is offered, by when, and that silence means', async () => {
    const { mail, offerTo } = await told(lang);
    const { subject, text } = await mail('seat-offered', first, await offerTo(first));
    expect(subject).toBe(
      lang === 'ko'
        ? '[서울 핀테크 아카데미] 선발되셨습니다: 2월 26일(금) 18:00까지 참여 여부를 알려 주십시오'
        : '[Seoul Fintech Academy] You have been selected: tell us by 26 February, 18:00 KST if you accept your place',
    );
    expect(text).toContain(lang === 'ko' ? '2027년 2월 26일(금) 18:00' : 'Friday, 26 February 2027, 18:00 KST');
    expect(text).toContain(draft.sites[lang]);
    expect(text).toContain(`${baseUrl}/r/`);
    expect(text).toContain(lang === 'ko' ? '참여하실 수 없으며' : 'we can no longer keep your place');
  });

  it('remind with the days that are left, and no more once it is answered', async () => {
    const { mail, prepare, offerTo, world } = await told(lang);
    const offer = await offerTo(first);
    world.later(5 * 24 * 60);
    const { text } = await mail('offer-reminder', first, offer);
    expect(text).toContain(lang === 'ko' ? '영업일 기준 2일 남았습니다' : '2 working days');
    await world.accept(first);
    expect(await prepare('offer-reminder', first, offer)).toMatchObject(pointless);
    expect(await prepare('seat-offered', first, offer)).toMatchObject(pointless);
  });

  it('tell who accepted of the letter, with a calendar file; nothing after the seat was given back', async () => {
    const { mail, prepare, world } = await told(lang);
    expect(await prepare('seat-accepted', first)).toMatchObject(pointless);
    await world.accept(first);
    const accepted = await mail('seat-accepted', first);
    expect(accepted.calendar).toContain('BEGIN:VCALENDAR');
    expect(accepted.text).toContain('PDF');
    await world.withdraw(first);
    expect(await prepare('seat-accepted', first)).toMatchObject(pointless);
    expect((await mail('seat-given-back', first)).calendar).toBeUndefined();
  });

  it('tell who declines or does not answer what followed, and the next one that a seat is free', async () => {
    const { mail, offerTo, world } = await told(lang);
    await world.decline(first);
    await world.deliver(Number.POSITIVE_INFINITY);
    await mail('seat-declined', first);
    const next = await mail('seat-offered', second, await offerTo(second));
    expect(next.subject).toContain(lang === 'ko' ? '빈자리가 났습니다' : 'A place has become free');
    await world.lapse(second);
    await mail('offer-lapsed', second);
  });

  it('tell who waits the number of the moment, and who is not selected why and until when to ask again', async () => {
    const { mail, prepare, world } = await told(lang);
    const number = lang === 'ko' ? '대기 순번' : 'Your number on the waiting list';
    expect((await mail('waitlisted', third)).text).toContain(`${number}: 2`);
    await world.withdraw(second);
    expect((await mail('waitlisted', third)).text).toContain(`${number}: 1`);
    expect(await prepare('waitlisted', first)).toMatchObject(pointless);
    const { text } = await mail('not-selected', fourth);
    expect(text).toContain(lang === 'ko' ? '2027년 2월 26일(금) 18:00' : 'Friday, 26 February 2027, 18:00 KST');
    expect(await prepare('not-selected', third)).toMatchObject(pointless);
  });
});
