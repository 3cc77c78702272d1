import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { askForAccount } from '../../../functions/lecturers/ask-for-account.ts';
import { loadLecturer } from '../../../functions/lecturers/load-lecturers.ts';
import { type LecturerRow, lecturerColumns } from '../../../functions/lecturers/read-lecturers.ts';
import { localDateSchema } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';
import { mailsTo } from '../applicants.ts';
import { eventually } from '../eventually.ts';
import type { FormFields } from '../visitor.ts';

/** Those of finance in the demo, the one who is asked first. */
export const finance = { id: 'moon-taeho', email: 'taeho.moon@academy.example.kr' };

/** A row of a file, but for what is said. */
export const lecturerRow = (change: Partial<LecturerRow> = {}): LecturerRow => ({
  id: 'kim-haon',
  name: '김하온',
  email: 'haon.kim@gaon.example',
  lang: 'ko',
  institution: '가온은행',
  grade: 'special-2',
  cap: 'class-40',
  capConfirmedBy: 'park-sora',
  capConfirmedOn: localDateSchema.parse('2027-01-04'),
  payee: 'resident',
  taxClass: 'other-income',
  taxSince: localDateSchema.parse('2027-01-01'),
  recordedBy: 'ryu-hana',
  document: '',
  ...change,
});

export const csvOfLecturers = (rows: readonly LecturerRow[]): string =>
  [lecturerColumns.join(','), ...rows.map((row) => lecturerColumns.map((column) => row[column] ?? '').join(','))].join(
    '\n',
  );

let made = 0;
/** A lecturer whom no other test has. */
export const someLecturer = (change: Partial<LecturerRow> = {}): LecturerRow => {
  made += 1;
  const id = `lecturer-${process.pid}-${made}`;
  return lecturerRow({ id, email: `${id}@gaon.example`, ...change });
};

export const accountOf = (change: FormFields = {}): FormFields => ({
  bank: '088',
  account: '0110-123-456789',
  holder: '김하온',
  ...change,
});

type Reach = Academy & Pick<Dependencies, 'lecturers' | 'timetables'>;

/** Loads somebody and asks for the account: the path of the link as it was mailed. */
export async function askedLecturer(at: Reach, row: LecturerRow): Promise<string> {
  await loadLecturer(at, row, 'operator:test', at.now());
  await askForAccount(at, { lecturer: row.id, by: 'operator:test' }, at.now());
  return linkTo(at, row.email);
}

/** The path of the last link of a lecturers' request that was mailed to an address. @param after how many links came before */
export const linkTo = (at: Academy, address: string, after = 0): Promise<string> =>
  eventually(`link ${after + 1} about a lecturer in a mail to ${address}`, async () => {
    const links = (await mailsTo(at, address)).flatMap(
      ({ text }) => /\/r\/lecturers\/[0-9a-f]{32}\/[\w-]{43}/u.exec(text) ?? [],
    );
    const different = [...new Set(links)];
    return different.length > after ? different.at(-1) : undefined;
  });

/** The link with which finance decides about the newest account of a lecturer. */
export const checkLink = (at: Reach, lecturer: string): Promise<string> =>
  eventually(`the link to check the account of ${lecturer}`, async () => {
    const { waiting } = await at.lecturers.accountOf(lecturer);
    const mails = await mailsTo(at, finance.email);
    const path = new RegExp(`/r/lecturers/${waiting?.request}/[\\w-]{43}`, 'u');
    return waiting && mails.map(({ text }) => path.exec(text)?.[0]).find((found) => found !== undefined);
  });
