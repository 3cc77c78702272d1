import { ToDesk } from '../../requests/pages/next-request.tsx';
import type { Lang, Text } from '../../shared/i18n.ts';
import type { PageResponse } from '../../shared/pages/request.ts';
import type { Desk } from '../desk.ts';
import { deskPage } from './desk-page.tsx';

/** What somebody who has signed in is told who does not get a page, with the way back: to the desk, unless it is another. */
export const deskRefusal = (
  desk: Desk,
  lang: Lang,
  said: {
    readonly status: 403 | 404;
    readonly title: Text;
    readonly text: Text;
    readonly back?: { readonly href: string; readonly label: Text };
  },
): PageResponse =>
  deskPage(
    {
      desk,
      lang,
      title: said.title[lang],
      children: (
        <div class="text">
          <p>{said.text[lang]}</p>
          {said.back ? (
            <p>
              <a href={said.back.href}>{said.back.label[lang]}</a>
            </p>
          ) : (
            <ToDesk lang={lang} />
          )}
        </div>
      ),
    },
    { status: said.status },
  );
