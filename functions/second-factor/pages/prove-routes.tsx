import * as z from 'zod';
import type { Desk } from '../../desk/desk.ts';
import { deskPage } from '../../desk/pages/desk-page.tsx';
import { deskPaths } from '../../desk/pages/desk-paths.ts';
import { withDesk } from '../../desk/pages/sign-in.ts';
import type { Text } from '../../shared/i18n.ts';
import { check, decode } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import { type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { newId } from '../../shared/random.ts';
import { type Instant, instantSchema } from '../../shared/time.ts';
import { type Decision, proofPath, readProofPath } from '../decision.ts';
import type { PagesDependencies } from '../dependencies.ts';
import { challengeOfDecision, proveByCode, proveByPasskey } from '../prove-decision.ts';
import { type Refusal, recordRefusal } from '../record-refusal.ts';
import { relyingPartyOf } from '../verify-passkey.ts';
import { codeError, givenCodePage } from './code-form.tsx';
import { provePage } from './prove-page.tsx';
import { secondFactorPaths } from './second-factor-paths.ts';

const words = {
  title: { ko: '다른 담당자의 결정입니다', en: 'This is a decision of somebody else' },
  text: {
    ko: '이 결정은 다른 담당자가 본인 확인을 해야 합니다. 이 브라우저에는 그분이 아닌 분의 업무함이 열려 있습니다. 바뀐 내용은 없습니다.',
    en: 'Somebody else has to confirm this decision: the desk that is open in this browser is not theirs. Nothing has changed.',
  },
  back: { ko: '받은 요청으로 돌아가기', en: 'Back to your requests' },
} as const satisfies Record<string, Text>;

/** What a page was shown with, as its form brings it back. */
const pageSchema = z.object({ nonce: z.string().regex(/^[0-9a-f]{32}$/u), at: instantSchema });

interface Proving {
  readonly decision: Decision;
  readonly back: string;
}

/** The page on which one decision is proved. */
export function proveRoutes(deps: PagesDependencies): PageRoute[] {
  /** A page with a challenge of its own: nothing is stored until one was answered. */
  const show = async (
    desk: Desk,
    { lang, now }: PageRequest,
    { decision, back }: Proving,
    more: Pick<Parameters<typeof provePage>[0], 'typed' | 'errors' | 'problem'> = {},
  ): Promise<PageResponse> => {
    const [nonce, at, session] = [newId(deps.random), now, desk.session.secret];
    const [was, challenge] = await Promise.all([
      deps.passkeys.get(decision.person),
      challengeOfDecision(deps, { decision, session, nonce, at }),
    ]);
    const known = (was?.passkeys ?? []).map(({ id }) => id);
    return provePage({
      desk,
      lang,
      decision,
      back,
      action: proofPath(decision, back),
      asked: known.length > 0 ? { challenge, relyingParty: relyingPartyOf(deps.baseUrl), known } : undefined,
      hidden: { nonce, at },
      ...more,
    });
  };

  const withDecision =
    (page: (desk: Desk, request: PageRequest, proving: Proving) => Promise<PageResponse>) =>
    async (desk: Desk, request: PageRequest): Promise<PageResponse> => {
      const proving = readProofPath(request.params);
      if (!proving) throw new PageFault(404);
      const { person, subject } = proving.decision;
      if (person === desk.person.id) return page(desk, request, proving);
      if (request.method === 'POST') {
        const refused = { person, by: desk.person.id, reason: 'other-person', about: subject } as const;
        await recordRefusal(deps, refused, request.now);
      }
      return notTheirs(desk, request);
    };

  const refuse = async ({ person, subject }: Decision, reason: Refusal, now: Instant): Promise<Refusal> => {
    await recordRefusal(deps, { person, reason, about: subject }, now);
    return reason;
  };

  const prove = async (desk: Desk, request: PageRequest, proving: Proving): Promise<PageResponse> => {
    const { form, now, lang } = request;
    const { decision, back } = proving;
    const credential = form.get('credential')?.[0];
    if (credential !== undefined) {
      const page = pageSchema.safeParse({ nonce: form.get('nonce')?.[0], at: form.get('at')?.[0] }).data;
      const refused = page
        ? await proveByPasskey(deps, { decision, session: desk.session.secret, ...page, credential }, now)
        : await refuse(decision, 'malformed', now);
      if (refused === undefined) return seeOther(back);
      return show(desk, request, proving, { problem: refused === 'too-late' ? 'late' : 'refused' });
    }
    const typed = decode(givenCodePage, form);
    const checked = check(givenCodePage, typed, lang);
    if (!checked.ok) return show(desk, request, proving, { typed, errors: checked.errors });
    const entered = await proveByCode(deps, { decision, code: checked.values.code }, now);
    if (entered.kind === 'proved') return seeOther(back);
    return show(desk, request, proving, { typed, errors: [codeError(entered, lang)] });
  };

  return [
    { method: 'GET', path: secondFactorPaths.prove, page: withDesk(deps, withDecision(show)) },
    { method: 'POST', path: secondFactorPaths.prove, page: withDesk(deps, withDecision(prove)) },
  ];
}

const notTheirs = (desk: Desk, { lang }: Pick<PageRequest, 'lang'>): PageResponse =>
  deskPage(
    {
      desk,
      lang,
      title: words.title[lang],
      children: (
        <>
          <p>{words.text[lang]}</p>
          <p>
            <a href={deskPaths.list}>{words.back[lang]}</a>
          </p>
        </>
      ),
    },
    { status: 403 },
  );
