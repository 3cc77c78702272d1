import type { PeopleTable } from '../../people/people-table.ts';
import type { RequestKind } from '../../requests/pages/kinds.ts';
import { assigneeId } from '../../requests/request.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';

const words = {
  left: { ko: '선발위원 명단에 계시지 않습니다', en: 'You are no longer on the committee' },
  leftText: {
    ko: '선발위원 명단에서 빠져, 이 링크로는 순위와 지원서를 볼 수 없습니다. 하실 일은 없습니다. 잘못된 것 같으면 메일을 보낸 기관에 알려 주십시오.',
    en: 'You have been taken off the list of members, so this link no longer shows the ranking or any application. There is nothing you need to do. If this is a mistake, tell whoever sent you the link.',
  },
} as const satisfies Record<string, Text>;

const leftPage = (lang: Lang): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.left[lang]}>
      <p>{words.leftText[lang]}</p>
    </ProblemPage>,
    { status: 403 },
  );

/**
 * The pages of a kind of request, shown to its holder only while they are a member of the committee. What somebody who has
 * left answers still comes in: it shows nothing, and takes them out of the deliberation.
 */
export function membersOnly({ people }: { readonly people: PeopleTable }, kind: RequestKind): RequestKind {
  const isMember = async (id: string): Promise<boolean> => (await people.get(id))?.roles.includes('committee') === true;
  const { below } = kind;
  return {
    ...kind,
    show: async (held, page) => ((await isMember(held.holder)) ? kind.show(held, page) : leftPage(page.lang)),
    below:
      below &&
      (async (held, page, rest) => ((await isMember(held.holder)) ? below(held, page, rest) : leftPage(page.lang))),
    closed: async (request, page) =>
      (await isMember(assigneeId(request.assignee))) ? kind.closed(request, page) : leftPage(page.lang),
  };
}
