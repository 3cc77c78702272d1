import type { Lang, Text } from '../../shared/i18n.ts';
import { Actions, ButtonLink } from '../../shared/pages/components.tsx';
import type { PageRequest } from '../../shared/pages/request.ts';
import { addMinutes } from '../../shared/time.ts';
import type { PersonRequest } from '../request.ts';

/** The desk of whoever is asked; by name, since it stands above requests. */
export const deskPath = '/desk';
/** What leads whoever is done with a request to the most urgent of theirs. */
export const nextRequestPath = `${deskPath}/next`;

export const nextWords = {
  next: { ko: '다음 요청 열기', en: 'Open the next request' },
  desk: { ko: '받은 요청으로', en: 'To your requests' },
  again: { ko: '이미 결정된 요청입니다', en: 'This has been decided already' },
} as const satisfies Record<string, Text>;

/** After a decision: the way to the next. */
export const NextRequest = ({ lang }: { readonly lang: Lang }) => (
  <Actions>
    <ButtonLink href={nextRequestPath}>{nextWords.next[lang]}</ButtonLink>
  </Actions>
);

/** From a page on which nothing is typed: back to all requests. */
export const ToDesk = ({ lang }: { readonly lang: Lang }) => (
  <p class="later">
    <a href={deskPath}>{nextWords.desk[lang]}</a>
  </p>
);

/** What was decided, for whoever is told that it was already. */
export const Decided = ({ title, lang }: { readonly title: Text; readonly lang: Lang }) => (
  <p>
    <strong>{title[lang]}</strong>
  </p>
);

const decided = 'decided';

/** Where a decision leads: the page says what was decided, and whoever opens the link again that it was already. */
export const decidedPath = (path: string): string => `${path}/${decided}`;

const isDecidedPath = ({ params }: Pick<PageRequest, 'params'>): boolean =>
  params.part === decided && params.item === undefined;

/** How long the same answer is a second press of the button, whose first answer the browser has dropped. */
const pressMinutes = 2;

/** Whether a decision has led to a page just now. */
export function isJustDecided(page: PageRequest, { outcome, settledAt }: PersonRequest): boolean {
  if (isDecidedPath(page)) return true;
  const isSame = page.method === 'POST' && page.form.get('outcome')?.at(-1) === outcome;
  return isSame && settledAt !== undefined && page.now < addMinutes(settledAt, pressMinutes);
}

/** A page that says what was decided, of what is (again) open. */
export const isDecidedTooEarly = (page: PageRequest): boolean => page.method === 'GET' && isDecidedPath(page);
