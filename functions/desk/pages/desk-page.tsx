import type { Lang, Text } from '../../shared/i18n.ts';
import { Button, PageForm } from '../../shared/pages/components.tsx';
import { Layout, type LayoutProps } from '../../shared/pages/layout.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import type { Desk } from '../desk.ts';
import { deskPaths } from './desk-paths.ts';

const words = {
  desk: { ko: '내 업무함', en: 'My desk' },
  requests: { ko: '요청', en: 'Requests' },
  signOut: { ko: '나가기', en: 'Sign out' },
} as const satisfies Record<string, Text>;

/** What stands above the title of every page of a desk. */
export const deskEyebrow: Text = words.desk;

type DeskPageProps = Omit<LayoutProps, 'home' | 'nav' | 'eyebrow'> & {
  readonly desk: Desk;
  /** Which of the header's links leads here. */
  readonly current?: string;
};

/** A page of somebody's desk, with what there is for them in its header. */
export const deskPage = (
  { desk, current, ...frame }: DeskPageProps,
  options: { readonly status?: number; readonly cookies?: readonly string[] } = {},
): PageResponse =>
  html(
    <Layout
      {...frame}
      eyebrow={`${words.desk[frame.lang]} · ${desk.person.name}`}
      home={deskPaths.list}
      nav={<DeskNav desk={desk} current={current} lang={frame.lang} />}
    />,
    options,
  );

function DeskNav({ desk, current, lang }: Pick<DeskPageProps, 'desk' | 'current'> & { readonly lang: Lang }) {
  const links = [{ href: deskPaths.list, label: words.requests }, ...desk.links];
  return (
    <nav class="desk-nav" aria-label={words.desk[lang]}>
      <div class="inner">
        {links.map(({ href, label }) => (
          <a key={href} href={href} aria-current={href === current ? 'page' : undefined}>
            {label[lang]}
          </a>
        ))}
        <PageForm id="sign-out" action={deskPaths.signOut} forgets>
          <Button kind="link">{words.signOut[lang]}</Button>
        </PageForm>
      </div>
    </nav>
  );
}
