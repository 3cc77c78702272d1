import { askForCode } from '../../codes/ask-for-code.ts';
import { enterCode } from '../../codes/enter-code.ts';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import { Fault } from '../../shared/errors.ts';
import type { Lang } from '../../shared/i18n.ts';
import { check, decode, type FieldError, type Typed } from '../../shared/pages/form.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import {
  cookie,
  ownName,
  type PageRequest,
  type PageResponse,
  seeOther,
  switchedTo,
} from '../../shared/pages/request.ts';
import { ownerId, ownerOf } from '../owners.ts';
import { caseOf, staffIn } from '../requests.ts';
import { signAgreement } from '../sign-agreement.ts';
import { signScope } from '../sign-scope.ts';
import { nextSigner, sameName } from '../signing.ts';
import { agreementProblem, gonePage, type Shown } from './agreement-parts.tsx';
import { words, wrongCode } from './agreement-words.ts';
import { closedAgreement } from './closed-page.tsx';
import { elsewherePages } from './elsewhere-pages.tsx';
import { namedWords } from './named-words.ts';
import { refusePages } from './refuse-pages.tsx';
import { signCodeForm, signForm } from './sign-form.ts';
import { change, shownText, signCodePage, signPage, stage } from './sign-page.tsx';
import type { SignDependencies, Signing } from './signing-case.ts';
import { textFile } from './text-file.ts';

/** The pages of whoever is asked to sign: reading, name and statements, the code; refusing; a copy signed elsewhere. */
export function signPages(deps: SignDependencies): RequestKind {
  const opened =
    (page: (signing: Signing, request: PageRequest) => Promise<PageResponse>) =>
    async (held: Held, request: PageRequest): Promise<PageResponse> => {
      const signing = await openSigning(deps, held, request.lang);
      if (!signing) return gonePage(request.lang);
      const { shown, version, signer } = signing;
      if (nextSigner(version)?.id !== signer.id) {
        return agreementProblem(shown, {
          title: words.notYourTurn,
          text: namedWords(version.title).notYourTurnText,
          status: 403,
        });
      }
      if (version.dueAt < request.now) {
        return agreementProblem(shown, { title: words.late, text: namedWords(version.title).lateText, status: 410 });
      }
      return page(signing, request);
    };

  const view = async (
    signing: Signing,
    lang: Lang,
    given: { readonly typed?: Typed; readonly errors?: readonly FieldError[]; readonly isOtherText?: boolean } = {},
  ): Promise<PageResponse> => {
    const { shown, version, held } = signing;
    const text = (await deps.agreements.pdf(version.sha256))?.text;
    if (!text) throw new Fault('AgreementMissing', { agreement: shown.agreement.id });
    const isStaff = held.request.assignee.person !== undefined;
    return signPage({
      ...shown,
      lang,
      path: held.path,
      text,
      isStaff,
      mayElsewhere: !isStaff && staffIn(version) !== undefined,
      typed: given.typed ?? {},
      errors: given.errors ?? [],
      ...(given.isOtherText && { isOtherText: true }),
    });
  };

  const answer = async (signing: Signing, request: PageRequest): Promise<PageResponse> => {
    const { version, expected, held } = signing;
    const { form, now } = request;
    const page = signForm(version.title);
    const typed = decode(page, form);
    const switched = switchedTo(form);
    const lang = switched ?? request.lang;
    const step = form.get(stage)?.at(-1);
    const shown: Shown = { ...signing.shown, lang };
    const codeStep = { ...shown, path: held.path, email: signing.email, typed };
    if (form.has(change) || (switched && step !== 'code')) return view(signing, lang, { typed });
    if (switched) return signCodePage({ ...codeStep, mail: 'sent', errors: [] });
    // The name stays; what is stated about a text is stated about that text.
    const another = { typed: { name: typed.name ?? [] }, isOtherText: true };
    if (form.get(shownText)?.at(-1) !== version.sha256) return view(signing, lang, another);
    const checked = check(page, typed, lang);
    if (!checked.ok) return view(signing, lang, { typed, errors: checked.errors });
    const { name } = checked.values;
    const differs = [{ field: 'name', message: namedWords(version.title).nameDiffers[lang] }];
    if (!sameName(name, expected)) return view(signing, lang, { typed, errors: differs });
    if (step !== 'code') return mailCode(deps, signing, request, codeStep);

    const code = check(signCodeForm, decode(signCodeForm, form), lang);
    if (!code.ok) return signCodePage({ ...codeStep, mail: 'sent', errors: code.errors });
    const challenge = await enteredCode(deps, signing, request, code.values.code);
    if (typeof challenge !== 'string') {
      const message = challenge.triesLeft > 0 ? wrongCode(challenge.triesLeft)[lang] : words.over[lang];
      return signCodePage({ ...codeStep, mail: 'sent', errors: [{ field: 'code', message }] });
    }
    const outcome = await signAgreement(
      deps,
      {
        request: held.request.id,
        generation: held.request.generation,
        name,
        sha256: version.sha256,
        code: challenge,
      },
      now,
    );
    switch (outcome.kind) {
      case 'signed':
      case 'closed':
        return seeOther(held.path);
      case 'renewed':
        return agreementProblem(shown, {
          title: namedWords(version.title).renewed,
          text: namedWords(version.title).renewedText,
          status: 409,
        });
      case 'data-changed':
        return agreementProblem(shown, {
          title: namedWords(version.title).renewed,
          text: namedWords(version.title).dataChangedText,
          status: 409,
        });
      case 'other-text':
        return view(signing, lang, another);
      case 'not-your-turn':
        return agreementProblem(shown, {
          title: words.notYourTurn,
          text: namedWords(version.title).notYourTurnText,
          status: 403,
        });
      case 'late':
        return agreementProblem(shown, { title: words.late, text: namedWords(version.title).lateText, status: 410 });
      case 'name-differs':
        return view(signing, lang, { typed, errors: differs });
    }
  };

  const refusing = refusePages(deps);
  const elsewhere = elsewherePages(deps);
  const below = opened(async (signing, request) => {
    const { part, item } = request.params;
    if (item !== undefined) throw new PageFault(404);
    if (part === 'refuse') return refusing(signing, request);
    if (part === 'elsewhere' && signing.held.request.assignee.person === undefined) return elsewhere(signing, request);
    if (part !== 'text' || request.method !== 'GET') throw new PageFault(404);
    return textFile(deps, signing);
  });

  return {
    show: opened((signing, { lang }) => view(signing, lang)),
    answer: opened(answer),
    below,
    closed: (request, page) => closedAgreement(deps, request, page),
  };
}

async function openSigning(deps: SignDependencies, held: Held, lang: Lang): Promise<Signing | undefined> {
  const found = await caseOf(deps, held.request);
  if (!found) return undefined;
  const { agreement, version, signer } = found;
  const contact = await ownerOf(deps.agreementOwners, agreement.owner)?.contact?.(ownerId(agreement.owner));
  const isStaff = held.request.assignee.person !== undefined;
  const person = isStaff ? await deps.people.get(held.holder) : undefined;
  const email = isStaff ? person?.email : signer.email;
  if (!email) return undefined;
  return {
    ...found,
    held,
    shown: { agreement, version, contact, lang },
    email,
    expected: person?.name ?? signer.name,
    by: isStaff ? `person:${held.holder}` : `signer:${agreement.id}/${signer.id}`,
  };
}

const cookieOf = ({ secure }: Pick<SignDependencies, 'secure'>, { held }: Signing): string =>
  ownName(`sign-${held.request.id}`, { secure });

/** What a code is for: this text, this request, whoever has it now. */
const aboutOf = ({ held: { request, holder }, version }: Signing): string =>
  `${request.id}/${request.generation}/${holder}/${version.sha256}`;

async function mailCode(
  deps: SignDependencies,
  signing: Signing,
  { lang, source, now }: PageRequest,
  step: Omit<Parameters<typeof signCodePage>[0], 'mail' | 'errors'>,
): Promise<PageResponse> {
  const { email } = signing;
  const mail = (challenge: string) =>
    ({ kind: 'mail', template: 'agreement-code', to: { challenge }, ids: {} }) as const;
  const asking = { email, about: aboutOf(signing), scope: signScope(signing), lang, source, mail };
  const asked = await askForCode(deps, asking, now);
  if (asked.kind === 'too-often') {
    const errors = [{ field: 'code', message: words.tooOften[step.lang] }];
    return signCodePage({ ...step, mail: 'not-sent', errors, status: 429 });
  }
  const [challenge, problem] = await Promise.all([deps.codes.challenge(asked.id), deps.addresses.problemOf(email)]);
  const kept = cookie(cookieOf(deps, signing), `${asked.id}.${asked.secret}`, { maxAge: 60 * 60, secure: deps.secure });
  const how = problem ? 'bounced' : challenge?.mailed ? 'sent' : 'not-sent';
  return signCodePage({ ...step, mail: how, errors: [], cookies: [kept] });
}

/** The challenge whose code is right, or how often it may be tried: never, if this browser has none. */
async function enteredCode(
  deps: SignDependencies,
  signing: Signing,
  { cookies, now }: PageRequest,
  code: string,
): Promise<string | { readonly triesLeft: number }> {
  const [id = '', secret = '', ...more] = (cookies[cookieOf(deps, signing)] ?? '').split('.');
  if (!/^[0-9a-f]{32}$/u.test(id) || more.length > 0) return { triesLeft: 0 };
  const challenge = await deps.codes.challenge(id);
  if (challenge?.about !== aboutOf(signing) || challenge.scope !== signScope(signing)) return { triesLeft: 0 };
  const entered = await enterCode(deps, { id, secret, code }, now);
  if (entered.kind === 'proved') return id;
  return { triesLeft: entered.kind === 'wrong' ? entered.triesLeft : 0 };
}
