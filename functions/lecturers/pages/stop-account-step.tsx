import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, PageForm } from '../../shared/pages/components.tsx';
import { type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import type { Instant } from '../../shared/time.ts';
import { type Account, canBeStopped } from '../account.ts';
import { stopAccount } from '../stop-account.ts';
import { stopWords as words } from './account-texts.ts';
import { masked } from './masked.ts';

const field = 'stop';

/** The button that leads to stopping an account, as long as that is possible; then that it was stopped. */
export function StopAccount({
  account,
  path,
  now,
  lang,
}: {
  readonly account: Account | undefined;
  readonly path: string;
  readonly now: Instant;
  readonly lang: Lang;
}) {
  if (account?.state === 'STOPPED') return <p>{words.stopped[lang]}</p>;
  if (!account || !canBeStopped(account, now)) return null;
  return (
    <PageForm id="stop" action={path} hidden={{ [field]: 'yes' }}>
      <p>{words.hint[lang]}</p>
      <Actions>
        <Button kind="danger">{words.open[lang]}</Button>
      </Actions>
    </PageForm>
  );
}

/** The two acts by which an account is stopped from the page of a request that is done with; nothing for another post. */
export async function stopStep(
  deps: Parameters<typeof stopAccount>[0],
  { account, by, page }: { readonly account: Account | undefined; readonly by: string; readonly page: PageRequest },
): Promise<PageResponse | undefined> {
  const { form, lang, now, path } = page;
  if (page.method !== 'POST' || !form.has(field) || !account || !canBeStopped(account, now)) return undefined;
  const back = seeOther(path);
  return twoActs(
    { form, lang },
    {
      read: () => ({ answer: account }),
      choose: () => back,
      confirm: (chosen, shown) =>
        confirmation({
          lang: shown,
          title: words.title[shown],
          lead: words.lead[shown],
          rows: [{ term: words.account[shown], value: masked(chosen, shown) }],
          action: path,
          chosen: { [field]: ['yes'] },
          yes: words.yes[shown],
        }),
      settle: async ({ lecturer, number }) => {
        await stopAccount(deps, { lecturer, number, by }, now);
        return back;
      },
    },
  );
}
