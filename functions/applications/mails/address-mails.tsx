import { Paragraph } from '../../shared/mail/components.tsx';
import { ContactFooter } from '../../shared/mail/contact-footer.tsx';
import { framedMail } from '../../shared/mail/framed-mail.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { type ApplicantMail, Ref } from './applicant-frame.tsx';
import { applicationMailWords } from './texts.ts';

/** To the address before, which is not written to any more. */
export const addressChangedMail = ({
  application,
  round,
  baseUrl,
}: Pick<ApplicantMail, 'application' | 'round'> & { readonly baseUrl: string }): RenderedMail => {
  const { lang } = application;
  const { subject, preheader, text } = applicationMailWords.changedAddress;
  return framedMail(
    {
      lang,
      subject: subject[lang],
      preheader: preheader[lang],
      footer: <ContactFooter of={round} lang={lang} privacy={`${baseUrl}/privacy`} />,
    },
    <>
      <Paragraph>{text[lang]}</Paragraph>
      <Ref application={application} />
    </>,
  );
};
