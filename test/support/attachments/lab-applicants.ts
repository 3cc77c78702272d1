import type { TypedPages } from '../../../functions/forms/answers.ts';
import type { ApplicantKind } from '../../../functions/forms/lab-v1/kind.ts';
import type { RoundDraft } from '../../../functions/rounds/round.ts';
import { labDraft, labTyped } from '../rounds/lab.ts';
import type { Page, Visitor } from '../visitor.ts';

let people = 0;

/** The file of the Lab's round, but for what each test round has of its own. */
export function labFields(): Partial<RoundDraft> {
  const { id: _id, opensAt: _opens, closesAt: _closes, admission: _admission, ...fields } = labDraft();
  return fields;
}

/** What somebody types whom no other test has. */
export function someone(kind: ApplicantKind, change: TypedPages = {}): TypedPages {
  people += 1;
  const typed = labTyped.of(kind);
  const number = String(20_000_000 + people * 7919).padStart(8, '0');
  return {
    ...typed,
    representative: {
      ...typed.representative,
      name: [`김새봄${'가나다라마바사아자차'[people % 10]}`],
      email: [`lab-${process.pid}-${people}@example.com`],
      mobile: [`010-${number.slice(0, 4)}-${number.slice(4)}`],
      'birthDate.day': [String(1 + (people % 28))],
    },
    ...change,
  };
}

/** Fills in all pages of somebody's application. @returns the page on which all is checked */
export async function fillIn(browser: Visitor, typed: TypedPages): Promise<Page> {
  for (const [page, fields] of Object.entries(typed)) await browser.post(`/apply/${page}`, fields);
  return browser.get('/apply/check');
}
