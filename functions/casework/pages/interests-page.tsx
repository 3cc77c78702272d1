import type { FoundInterest } from '../../reviewers/found-interests.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import type { Deciding } from '../round-interests.ts';
import { caseworkPaths } from './casework-paths.ts';
import { roundWords } from './casework-words.ts';
import { listWords } from './list-words.ts';

export const interestsWords = {
  title: { ko: '이해관계', en: 'Conflicts of interest' },
  see: { ko: '이해관계 보기', en: 'See conflicts of interest' },
  lead: {
    ko: '심사하거나 결정하는 사람과 지원자 사이에서 찾은 이해관계입니다. 이 화면을 보신 기록이 남습니다.',
    en: 'What was found between applicants and those who review or decide. The audit keeps that you have seen this page.',
  },
  sure: { ko: '이해관계로 본 것', en: 'Taken for a conflict' },
  sureText: {
    ko: '이 지원서의 심사와 결정은 다른 사람에게 맡깁니다.',
    en: 'Somebody else is asked to review these and to decide about them.',
  },
  doubt: { ko: '이해관계일 수 있는 것', en: 'What only looks like one' },
  doubtText: {
    ko: '이름이 비슷해 같은 기관인지 확실하지 않습니다. 심사위원과 담당자는 맡을 수 있는 다른 사람이 있으면 맡지 않고, 선발위원은 그대로 결정합니다. 확인해 주십시오.',
    en: 'The names are alike, and we cannot tell whether it is one organisation. Reviewers and officers are kept away while somebody else can do it; the committee decides. Please look through them.',
  },
  none: { ko: '찾은 것이 없습니다.', en: 'None was found.' },
  partly: {
    ko: '지원서가 많아 나누어 보여 드립니다. 이 화면에는 그 일부만 있습니다.',
    en: 'There are many applications: this page has a part of them.',
  },
  first: { ko: '첫 화면', en: 'First page' },
  reference: { ko: '접수 번호', en: 'Reference number' },
  who: { ko: '심사하거나 결정하는 사람', en: 'Who reviews or decides' },
  by: { ko: '근거', en: 'Found by' },
  names: { ko: '지원자와 그 사람의 소속', en: 'Their organisations' },
} as const satisfies Record<string, Text>;

const found: Readonly<Record<FoundInterest['interest'], Text>> = {
  declared: { ko: '스스로 회피', en: 'They declared it' },
  affiliation: { ko: '같은 소속', en: 'Same organisation' },
  'email-domain': { ko: '같은 이메일 또는 같은 기관의 이메일', en: 'Same address, or the email of one organisation' },
  'in-doubt': { ko: '비슷한 소속', en: 'Similar organisations' },
};

const roleWords: Readonly<Record<Deciding['roles'][number], Text>> = {
  reviewer: { ko: '심사위원', en: 'reviewer' },
  committee: { ko: '선발위원', en: 'committee' },
  'intake-officer': { ko: '담당자', en: 'officer' },
  'academy-manager': { ko: '책임자', en: 'manager' },
  'lab-manager': { ko: '랩 책임자', en: 'manager of the Lab' },
};

interface InterestsProps {
  readonly round: string;
  readonly found: readonly FoundInterest[];
  readonly deciding: ReadonlyMap<string, Deciding>;
  /** Where the next page begins; none, if all that is left is on this one. */
  readonly next?: number;
  readonly isFirst: boolean;
  readonly lang: Lang;
}

/** What keeps whom away from which application, and then what may. */
export function InterestsView(props: InterestsProps) {
  const { round, next, isFirst, lang } = props;
  const page = caseworkPaths.conflicts(round);
  const isDoubt = ({ interest }: FoundInterest) => interest === 'in-doubt';
  return (
    <>
      {(next !== undefined || !isFirst) && <p>{interestsWords.partly[lang]}</p>}
      <h2>{interestsWords.sure[lang]}</h2>
      <p>{interestsWords.sureText[lang]}</p>
      <Rows {...props} title={interestsWords.sure} found={props.found.filter((one) => !isDoubt(one))} />
      <h2>{interestsWords.doubt[lang]}</h2>
      <p>{interestsWords.doubtText[lang]}</p>
      <Rows {...props} title={interestsWords.doubt} found={props.found.filter(isDoubt)} />
      <nav class="cases" aria-label={listWords.pages[lang]}>
        {!isFirst && <a href={page}>{interestsWords.first[lang]}</a>}
        {next !== undefined && <a href={`${page}?from=${next}`}>{listWords.next[lang]}</a>}
        <a href={caseworkPaths.round(round)}>{roundWords.backToRound[lang]}</a>
      </nav>
    </>
  );
}

function Rows({ title, round, found: rows, deciding, lang }: InterestsProps & { readonly title: Text }) {
  if (rows.length === 0) return <p>{interestsWords.none[lang]}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="wide filled" aria-label={title[lang]} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{interestsWords.reference[lang]}</th>
            <th scope="col">{interestsWords.who[lang]}</th>
            <th scope="col">{interestsWords.by[lang]}</th>
            <th scope="col">{interestsWords.names[lang]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ reference, person, interest, names }) => (
            <tr key={`${reference} ${person}`}>
              <th scope="row" class="notranslate">
                <a href={caseworkPaths.case(round, reference)}>{reference}</a>
              </th>
              <td>
                {deciding.get(person)?.person.name ?? person} (
                {deciding
                  .get(person)
                  ?.roles.map((role) => roleWords[role][lang])
                  .join(', ')}
                )
              </td>
              <td>{found[interest][lang]}</td>
              <td>{names?.join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
