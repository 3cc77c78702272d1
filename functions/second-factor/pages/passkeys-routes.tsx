import type { Desk } from '../../desk/desk.ts';
import { withDesk } from '../../desk/pages/sign-in.ts';
import { check, decode } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { addingIn, addPasskey, challengeOfAdding, takePasskeyCode } from '../add-passkey.ts';
import type { PagesDependencies } from '../dependencies.ts';
import { relyingPartyOf } from '../verify-passkey.ts';
import { codeError, givenCodePage } from './code-form.tsx';
import { passkeysPage } from './passkeys-page.tsx';
import { secondFactorPaths } from './second-factor-paths.ts';

/** Somebody's passkeys: those that they have, and another by the code of an operator. */
export function passkeysRoutes(deps: PagesDependencies): PageRoute[] {
  const show = async (
    desk: Desk,
    { lang, now }: PageRequest,
    more: Pick<Parameters<typeof passkeysPage>[0], 'typed' | 'errors' | 'problem'> = {},
  ): Promise<PageResponse> => {
    const { id: person, name } = desk.person;
    const session = desk.session.secret;
    const [was, adding] = await Promise.all([deps.passkeys.get(person), addingIn(deps, { person, session }, now)]);
    const passkeys = was?.passkeys ?? [];
    const asked = adding && {
      challenge: await challengeOfAdding(deps, person, adding),
      relyingParty: relyingPartyOf(deps.baseUrl),
      known: passkeys.map(({ id }) => id),
      made: { handle: was?.handle ?? adding.once, name },
    };
    return passkeysPage({
      desk,
      lang,
      passkeys,
      adding: adding && asked && { until: adding.until, asked },
      ...more,
    });
  };

  const enter = async (desk: Desk, request: PageRequest): Promise<PageResponse> => {
    const typed = decode(givenCodePage, request.form);
    const checked = check(givenCodePage, typed, request.lang);
    if (!checked.ok) return show(desk, request, { typed, errors: checked.errors });
    const given = { person: desk.person.id, session: desk.session.secret, code: checked.values.code };
    const entered = await takePasskeyCode(deps, given, request.now);
    if (entered.kind === 'taken') return seeOther(secondFactorPaths.passkeys);
    return show(desk, request, { typed, errors: [codeError(entered, request.lang)] });
  };

  const add = async (desk: Desk, request: PageRequest): Promise<PageResponse> => {
    const credential = request.form.get('credential')?.[0] ?? '';
    const given = { person: desk.person.id, session: desk.session.secret, credential };
    const added = await addPasskey(deps, given, request.now);
    if (added.kind === 'refused' || added.kind === 'too-many') {
      return show(desk, request, { problem: added.kind });
    }
    return seeOther(secondFactorPaths.passkeys);
  };

  return [
    { method: 'GET', path: secondFactorPaths.passkeys, page: withDesk(deps, (desk, request) => show(desk, request)) },
    { method: 'POST', path: secondFactorPaths.passkeys, page: withDesk(deps, enter) },
    // Whoever reloads what was refused, or switches its language.
    {
      method: 'GET',
      path: secondFactorPaths.newPasskey,
      page: withDesk(deps, async () => seeOther(secondFactorPaths.passkeys)),
    },
    { method: 'POST', path: secondFactorPaths.newPasskey, page: withDesk(deps, add) },
  ];
}
