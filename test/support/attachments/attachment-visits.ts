import { ownerOf } from '../../../functions/attachments/attachments.ts';
import { caseworkPaths } from '../../../functions/casework/pages/casework-paths.ts';
import type { DocumentState, StoredFile } from '../../../functions/documents/document.ts';
import { words } from '../../../functions/documents/pages/document-texts.ts';
import type { TypedPages } from '../../../functions/forms/answers.ts';
import type { ApplicantKind } from '../../../functions/forms/lab-v1/kind.ts';
import { labV1 } from '../../../functions/forms/lab-v1.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';
import { begin } from '../applicants.ts';
import { deskOf } from '../desk/sign-in.ts';
import { storedFile } from '../documents/stored-file.ts';
import { statusHeading, type Typing, type Visit } from '../pages/visits.ts';
import { changeRound } from '../rounds/change-round.ts';
import type { FormFields } from '../visitor.ts';
import { fillIn, labFields, someone } from './lab-applicants.ts';

const officer = 'junho.lee@academy.example.kr';
const manager = 'dahye.kwon@lab.example.kr';
const essay = 'We have built payment services for three years, and forty shops use the first version every day. 2027.';

/** What somebody types in the language of these pages. */
function typedIn(lang: 'ko' | 'en', kind: ApplicantKind, firm: FormFields = {}): TypedPages {
  const typed = someone(kind);
  if (lang === 'ko') return { ...typed, ...(typed.firm && { firm: { ...typed.firm, ...lists(firm) } }) };
  const own: Readonly<Record<ApplicantKind, TypedPages>> = {
    founder: { founder: { ...typed.founder, teamName: ['Spring Pay'] } },
    firm: { firm: { ...typed.firm, firmName: ['Spring Pay'], ...lists(firm) } },
    'foreign-firm': {
      'foreign-firm': {
        foreignName: ['Springtide'],
        country: ['Singapore'],
        foreignNumber: ['201912345K'],
        koreaPlan: ['2027'],
      },
    },
  };
  return {
    ...typed,
    ...own[kind],
    representative: { ...typed.representative, name: ['Alex Kim'], position: ['CEO'] },
    product: { ...typed.product, founders: [essay], product: [essay], customers: [essay] },
    residency: { ...typed.residency, yearPlan: [essay] },
  };
}

const lists = (fields: FormFields) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));

/** What is typed into a page to see errors on it. */
const wrong: Readonly<Record<string, FormFields>> = {
  kind: {},
  firm: { businessNumber: '123-45-67892', corporateNumber: '110111' },
  company: { staff: 'many' },
  product: { founders: '2027' },
  residency: { desks: '13' },
};

/** The pages of the Lab's form, of the documents beside it, and of who looks at them. */
export async function attachmentVisits(at: Academy, typed: Typing): Promise<Visit[]> {
  const round = await at.round(labFields());
  const past = await at.round(labFields());
  const start = async (kind: ApplicantKind, of = round, firm: FormFields = {}) => {
    const pages = typedIn(typed.lang, kind, firm);
    const browser = await begin(at, of, pages.representative?.email?.[0] ?? '', typed.lang);
    await fillIn(browser, pages);
    const reference = browser.cookies.get('application')?.split('.')[1] ?? '';
    return { browser, reference, name: pages.representative?.name?.[0] ?? '' };
  };
  const now = at.now();
  const put = (reference: string, slot: string, files: readonly Partial<StoredFile>[]) =>
    at.commit({
      changes: [
        at.documents.save(
          {
            owner: ownerOf(reference),
            slot,
            revision: 1,
            files: files.map((file, index) =>
              storedFile({
                begunAt: now,
                until: addMinutes(now, 24 * 60),
                number: index + 1,
                id: String(index + 1).repeat(32),
                ...file,
              }),
            ),
          },
          undefined,
        ),
      ],
      events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: now }],
    });
  const came = { arrivedAt: now, name: 'plan.pdf', format: 'pdf' as const, bytes: 240_000, versionId: 'v' };

  const [firm, founder, foreign, late] = await Promise.all([
    start('firm', round, { corporateNumber: '110111-1234560' }),
    start('founder'),
    start('foreign-firm'),
    start('founder', past),
  ]);
  const states = ['WAITING', 'ARRIVED', 'CLEAN', 'LAPSED'] as const satisfies readonly DocumentState[];
  await put(firm.reference, 'business-plan', [
    ...states.map((state) => ({ state, ...(state !== 'WAITING' && state !== 'LAPSED' && came) })),
    { state: 'REFUSED' as const, refusal: 'locked' as const, arrivedAt: now },
  ]);
  await put(founder.reference, 'business-plan', [{ state: 'ARRIVED', ...came }]);
  await put(late.reference, 'business-plan', [{ state: 'CLEAN', ...came }]);
  const sent = await start('founder');
  await put(sent.reference, 'business-plan', [{ state: 'CLEAN', ...came }]);
  await sent.browser.post('/apply/send', {});
  await changeRound(at, past, { closesAt: addMinutes(now, -5) });

  const slotOf = (id: string) => round.documents?.find((one) => one.id === id)?.label ?? { ko: '', en: '' };
  const check = { ko: '제출 전 확인', en: 'Check your answers' };
  const plan = `/documents/application/${firm.reference}/business-plan`;
  const extract = `/documents/application/${firm.reference}/register-extract`;
  const checking = { ko: words.check.ko, en: words.check.en };
  const pageOf = (name: string, path: string, heading: Visit['heading'], more: Partial<Visit> = {}): Visit => ({
    name: `lab-${name}`,
    path,
    by: firm.browser,
    status: 200,
    heading,
    ...more,
  });
  const [desk, managing] = await Promise.all([officer, manager].map((email) => deskOf(at, email, typed.lang)));
  const atDesk = `/desk/documents/application/${sent.reference}`;
  return [
    pageOf('start', `/rounds/${round.id}`, round.title),
    ...labV1.pages.map(({ id, title }) =>
      pageOf(`form-${id}`, `/apply/${id}`, title, {
        by: id === 'founder' ? founder.browser : id === 'foreign-firm' ? foreign.browser : firm.browser,
      }),
    ),
    pageOf('check-missing', '/apply/check', check),
    pageOf('check-being-scanned', '/apply/check', check, { by: founder.browser }),
    pageOf('documents', `/documents/application/${firm.reference}`, words.list),
    pageOf('document', plan, slotOf('business-plan')),
    pageOf('document-dated', extract, slotOf('register-extract')),
    pageOf('document-undated', extract, slotOf('register-extract'), { post: {}, status: 422 }),
    pageOf('document-upload', `${plan}/${'1'.repeat(32)}`, words.upload),
    ...[...states, 'REFUSED'].map((state, index) =>
      pageOf(`document-${state.toLowerCase()}`, `${plan}/${String(index + 1).repeat(32)}/sent`, checking),
    ),
    pageOf('document-late', `/documents/application/${late.reference}/business-plan`, slotOf('business-plan'), {
      by: late.browser,
    }),
    pageOf('documents-at-desk', atDesk, words.list, { by: managing }),
    pageOf('case', caseworkPaths.case(round.id, sent.reference), { ko: sent.name, en: sent.name }, { by: managing }),
    pageOf('status', '/application', statusHeading, { by: sent.browser }),
    pageOf('document-at-desk', `${atDesk}/business-plan`, slotOf('business-plan'), { by: desk }),
    ...Object.entries(wrong).map(([id, post]) =>
      pageOf(`form-${id}-errors`, `/apply/${id}`, labV1.pages.find((page) => page.id === id)?.title ?? check, {
        by: foreign.browser,
        post,
        status: 422,
      }),
    ),
  ];
}
