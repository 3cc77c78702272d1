import { localDateSchema } from '../../../functions/shared/time.ts';
import type { Visit } from '../pages/visits.ts';
import type { FormFields, Visitor } from '../visitor.ts';
import type { ChecklistWorld } from './checklist-world.ts';
import type { ServedChecklists } from './served-checklists.ts';

const list = { ko: '입주 준비', en: 'Preparing your place' };
const cards = { ko: '출입증 발급', en: 'Access cards' };
const network = { ko: '인터넷과 무선', en: 'Internet and wireless' };

/** Builds every page that people come to because of checklists, and says where they are. */
export async function checklistVisits(at: ChecklistWorld, served: ServedChecklists): Promise<Visit[]> {
  await at.start('visits');
  const link = async (doer: string) => at.linkOf(await at.requestOf('visits', doer));
  const anybody = served.anybody();
  const manager = await served.atDesk('han-sejin');
  const desk = '/desk/checklists/services--firm--visits';

  await at.report('visits', 'people', { outcome: 'CANNOT', words: 'x' });
  await at.report('visits', 'furniture', { outcome: 'DONE' });
  await at.decide('visits', 'furniture', { outcome: 'RETURN', words: 'x' });
  await at.report('visits', 'access-cards', { outcome: 'DONE', words: 'x' });
  await at.decide('visits', 'access-cards', { outcome: 'ACCEPT' });
  const dueOn = localDateSchema.parse('2027-05-12');
  await at.decide('visits', 'mentor', { outcome: 'SUBSTITUTE', words: 'x', label: 'x', doer: 'programme', dueOn });
  await at.start('reported');
  const network1 = await at.requestOf('reported', 'network');
  await at.report('reported', 'network', { outcome: 'DONE', words: 'x' });
  await at.start('dropped');
  const network2 = await at.requestOf('dropped', 'network');
  await at.decide('dropped', 'network', { outcome: 'DROP', words: 'x' });

  const [facilities, startup] = [await link('facilities'), await link('startup')];
  const carried = async (browser: Visitor, page: string, action = page): Promise<FormFields> => {
    await browser.get(page);
    return browser.forms.get(action) ?? {};
  };
  const report = `${facilities}/report`;
  const item = await carried(anybody, `${facilities}/item/furniture`, report);
  const deciding = await carried(manager, `${desk}/network`);
  const visit = (name: string, path: string, heading: Visit['heading'], more: Partial<Visit> = {}): Visit => ({
    name,
    path,
    status: 200,
    heading,
    ...more,
  });
  const furniture = { ko: '책상·의자 배치', en: 'Desks and chairs' };
  return [
    visit('work', facilities, list),
    visit('work-of-a-party', startup, list),
    visit('work-item-returned', `${facilities}/item/furniture`, furniture),
    visit('work-item-with-document', `${startup}/item/deposit`, { ko: '보증금 납부', en: 'Pay the deposit' }),
    visit('work-errors', report, furniture, { post: { ...item, outcome: 'CANNOT' }, status: 422 }),
    visit(
      'work-confirm',
      report,
      { ko: '이 항목을 완료했다고 알리시겠습니까?', en: 'Report this item as done?' },
      { post: { ...item, outcome: 'DONE' } },
    ),
    visit('work-late', report, list, { post: { ...item, turn: '1', outcome: 'CANNOT', words: 'x' }, status: 409 }),
    visit('work-finished', await at.linkOf(network1), {
      ko: '모든 항목을 알려 주셨습니다',
      en: 'You have reported about all items',
    }),
    visit(
      'work-withdrawn',
      await at.linkOf(network2),
      { ko: '하실 일이 없습니다', en: 'There is nothing for you' },
      { status: 410 },
    ),
    visit('all-lists', '/desk/checklists/all', { ko: '준비 목록', en: 'Checklists' }, { by: manager }),
    visit('list', desk, list, { by: manager }),
    visit('item', `${desk}/network`, network, { by: manager }),
    visit('item-accepted', `${desk}/access-cards`, cards, { by: manager }),
    visit('item-with-document', `${desk}/deposit`, { ko: '보증금 납부', en: 'Pay the deposit' }, { by: manager }),
    visit('item-errors', `${desk}/network`, network, {
      by: manager,
      post: { ...deciding, outcome: 'SUBSTITUTE' },
      status: 422,
    }),
    visit(
      'item-confirm',
      `${desk}/network`,
      { ko: '이 항목을 하지 않기로 하시겠습니까?', en: 'Drop this item?' },
      { by: manager, post: { ...deciding, outcome: 'DROP', words: 'x' } },
    ),
    visit('item-late', `${desk}/network`, network, {
      by: manager,
      post: { ...deciding, turn: '9', outcome: 'DROP', words: 'x' },
      status: 409,
    }),
    visit('reader', '/checklists/services--firm--visits', list, { by: served.firm('visits') }),
  ];
}
