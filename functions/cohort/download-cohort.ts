import { roundSubject } from '../selection/admission.ts';
import { readingBy } from '../shared/database/audit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { csvOf } from '../shared/files/csv.ts';
import type { Lang, Text } from '../shared/i18n.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Member } from './cohort.ts';
import type { CohortView } from './cohort-link.ts';
import type { Dependencies } from './dependencies.ts';

const columnWords = {
  number: { ko: '연번', en: 'Number' },
  name: { ko: '이름', en: 'Name' },
  email: { ko: '이메일', en: 'Email' },
  phone: { ko: '휴대전화', en: 'Mobile' },
  reference: { ko: '접수 번호', en: 'Reference number' },
  attends: { ko: '출석 약속', en: 'Agreed to attend' },
  contact: { ko: '비상 연락처 이름', en: 'Emergency contact' },
  relationship: { ko: '비상 연락처 관계', en: 'Relationship' },
  contactPhone: { ko: '비상 연락처 전화', en: 'Emergency phone' },
} as const satisfies Record<string, Text>;
const attendsWords = { yes: { ko: '예', en: 'yes' } } as const satisfies Record<string, Text>;
type Column = keyof typeof columnWords;

const columnsOf: Readonly<Record<CohortView, readonly Column[]>> = {
  staff: ['number', 'name', 'reference', 'email', 'phone', 'attends', 'contact', 'relationship', 'contactPhone'],
  institution: ['name', 'email', 'phone'],
};

const cellOf = (member: Member, column: Column, lang: Lang): string => {
  switch (column) {
    case 'number':
      return String(member.number);
    case 'attends':
      return member.attends ? attendsWords.yes[lang] : '';
    case 'contact':
      return member.contact?.name ?? '';
    case 'relationship':
      return member.contact?.relationship ?? '';
    case 'contactPhone':
      return member.contact?.phone ?? '';
    default:
      return member[column];
  }
};

/** Whom a view shows: institutions get those who have agreed to it. */
export const shownTo = (view: CohortView, members: readonly Member[]): readonly Member[] =>
  view === 'staff' ? members : members.filter(({ shared }) => shared);

/** The list as a file. Who took which, and how many rows, is in the audit; never who stands in it. */
export async function downloadCohort(
  { commit }: Pick<Dependencies, 'commit'>,
  given: {
    readonly roundId: string;
    readonly person: string;
    readonly view: CohortView;
    readonly members: readonly Member[];
    readonly lang: Lang;
  },
  now: Instant,
): Promise<string> {
  const { roundId, person, view, lang } = given;
  const members = shownTo(view, given.members);
  await decideAgainOnConflict(
    () =>
      commit({
        changes: [],
        events: [
          {
            ...readingBy(`person:${person}`, now),
            subject: roundSubject(roundId),
            type: 'CohortDownloaded',
            data: { file: `cohort-${view}.csv`, rows: members.length },
          },
        ],
      }),
    tries.shared,
  );
  const shown = columnsOf[view];
  return csvOf([
    shown.map((column) => columnWords[column][lang]),
    ...members.map((member) => shown.map((column) => cellOf(member, column, lang))),
  ]);
}
