import type { Dependencies } from '../../seats/dependencies.ts';
import { check, decode } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { html, switchedTo } from '../../shared/pages/request.ts';
import { checkLetter } from '../check-letter.ts';
import { VerifiedPage, VerifyPage, verifyForm } from './verify-pages.tsx';

/** Anybody checks the code of a letter; it comes by POST, so that no address and no log holds it. */
export function verifyRoutes(deps: Pick<Dependencies, 'applications' | 'letters' | 'rounds' | 'seats'>): PageRoute[] {
  return [
    {
      method: 'GET',
      path: '/verify',
      page: async ({ lang }) => html(<VerifyPage typed={{}} errors={[]} lang={lang} />),
    },
    {
      method: 'POST',
      path: '/verify',
      page: async (request) => {
        const typed = decode(verifyForm, request.form);
        const switched = switchedTo(request.form);
        const lang = switched ?? request.lang;
        if (switched) return html(<VerifyPage typed={typed} errors={[]} lang={lang} />);
        const checked = check(verifyForm, typed, lang);
        if (!checked.ok) {
          return html(<VerifyPage typed={typed} errors={checked.errors} lang={lang} />, { status: 422 });
        }
        const found = await checkLetter(deps, checked.values.code);
        return html(<VerifiedPage found={found} typed={typed} lang={lang} />);
      },
    },
  ];
}
