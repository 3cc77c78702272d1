import { ConfirmOrRefuseFrame, confirmOrRefuseForm, longestReason } from '../../requests/pages/confirm-or-refuse.tsx';
import type { Held } from '../../requests/pages/kinds.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Notice } from '../../shared/pages/components.tsx';
import type { FieldError, Typed } from '../../shared/pages/form.ts';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { longText } from '../../shared/text/normalise.ts';
import { formatInstant } from '../../shared/time.ts';
import { type Account, holderDiffers, maskedAccount } from '../account.ts';
import { bankName } from '../banks.ts';
import type { Lecturer } from '../lecturer.ts';
import { checkWords as words } from './account-texts.ts';
import { masked } from './masked.ts';

/** Eight digits and more, however they are parted: what finance writes goes out by mail. */
const looksLikeAccount = /\d(?:[\s-]?\d){7,}/u;

export const checkForm = confirmOrRefuseForm('account-check', words, {
  schema: longText({ max: longestReason }).refine((text) => !looksLikeAccount.test(text)),
  invalid: words.reasonHasNumber,
});

interface Props {
  readonly held: Pick<Held, 'request' | 'path'>;
  readonly lecturer: Lecturer;
  readonly account: Account;
  /** The one that fees are paid to now. */
  readonly before: Account | undefined;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}

/** What the lecturer entered, what is unusual about it, and the decision. */
export const checkPage = ({ held, lecturer, account, before, typed, errors, lang }: Props): PageResponse =>
  html(
    <ConfirmOrRefuseFrame
      {...{ held, typed, errors, lang }}
      says={words}
      form={checkForm}
      eyebrow={<span class="notranslate">{lecturer.name}</span>}
      rows={[
        { term: words.lecturer[lang], value: lecturer.name },
        { term: words.institution[lang], value: lecturer.institution },
        { term: words.bank[lang], value: `${bankName(account.bank)[lang]} (${account.bank})` },
        { term: words.account[lang], value: maskedAccount(account.account) },
        { term: words.holder[lang], value: account.holder },
        { term: words.enteredAt[lang], value: formatInstant(account.enteredAt, lang) },
        ...(before ? [{ term: words.before[lang], value: masked(before, lang) }] : []),
      ]}
    >
      {holderDiffers(account, lecturer.name) && (
        <Notice kind="warning" title={words.differs[lang]}>
          <p>{words.differsText[lang]}</p>
        </Notice>
      )}
      {before ? (
        <Notice kind="warning">
          <p>{words.changed[lang]}</p>
        </Notice>
      ) : (
        <p>{words.first[lang]}</p>
      )}
    </ConfirmOrRefuseFrame>,
    { status: errors.length > 0 ? 422 : 200 },
  );
