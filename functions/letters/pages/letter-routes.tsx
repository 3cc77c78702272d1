import { type Opened, type SessionDependencies, withApplication } from '../../applications/pages/context.ts';
import type { Dependencies } from '../../seats/dependencies.ts';
import type { Place } from '../../seats/place.ts';
import { Fault } from '../../shared/errors.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Actions, ButtonLink } from '../../shared/pages/components.tsx';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import type { PdfFonts } from '../../shared/pdf/document.ts';
import { letterPdf } from '../letter-pdf.ts';
import { nameOnLetter } from '../name-on-letter.ts';

const words = {
  none: { ko: '지금은 발급해 드릴 확인서가 없습니다', en: 'There is no confirmation letter for you at the moment' },
  otherRound: {
    ko: '이 브라우저에서 열려 있는 지원서는 다른 모집의 지원서입니다. 확인서를 받으실 모집의 링크를 이메일에서 다시 열어 주십시오.',
    en: 'The application that is open in this browser belongs to another round. Open the link in our email about the round that you want the letter for.',
  },
  offered: {
    ko: '확인서는 참여가 확정된 뒤에 받으실 수 있습니다. 지원 현황에서 참여 여부를 답해 주십시오.',
    en: 'You get the letter once you have accepted your place. You can answer from the page of your application.',
  },
  givenUp: {
    ko: '참여를 취소하셨으므로 확인서는 더 이상 유효하지 않습니다.',
    en: 'You gave up your place, so the letter is no longer valid.',
  },
  cancelled: {
    ko: '모집이 취소되어 확인서를 발급하지 않습니다.',
    en: 'The round was cancelled, so we do not issue letters.',
  },
  notAccepted: {
    ko: '확인서는 선발되어 참여가 확정된 분께 발급합니다. 지금 상태는 지원 현황에서 확인해 주십시오.',
    en: 'Letters are for people who were selected and have accepted their place. You can see where your application stands on its page.',
  },
  status: { ko: '지원 현황 보기', en: 'See your application' },
} as const satisfies Record<string, Text>;

/** Why somebody who has no seat has no letter. */
const reasonOf = (state: Place['state'] | undefined): Text => {
  if (state === 'OFFERED') return words.offered;
  if (state === 'WITHDRAWN') return words.givenUp;
  return state === 'CANCELLED' ? words.cancelled : words.notAccepted;
};

const noLetterPage = (lang: Lang, { round }: Opened, why: Text): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.none[lang]} contact={round.contact}>
      <p>{why[lang]}</p>
      <Actions>
        <ButtonLink kind="tertiary" href="/application">
          {words.status[lang]}
        </ButtonLink>
      </Actions>
    </ProblemPage>,
    { status: 404 },
  );

/** The letter of whoever has a seat, by the key of their browser: `/letter/academy-2027h1.pdf`. */
export function letterRoutes(
  deps: SessionDependencies &
    Pick<Dependencies, 'letters' | 'seats'> & { readonly baseUrl: string; readonly fonts: () => Promise<PdfFonts> },
): PageRoute[] {
  return [
    {
      method: 'GET',
      path: '/letter/{file}',
      page: withApplication(deps, async (opened, { params, lang }) => {
        const { application, round } = opened;
        if (params.file !== `${round.id}.pdf`) return noLetterPage(lang, opened, words.otherRound);
        const place = await deps.seats.place(application.reference);
        if (place?.state !== 'ACCEPTED') return noLetterPage(lang, opened, reasonOf(place?.state));
        const letter = await deps.letters.get(application.reference);
        const name = await nameOnLetter(deps, application);
        if (!letter || !name) throw new Fault('LetterMissing', { reference: application.reference });
        const verifyAt = `${deps.baseUrl}/verify`;
        const pdf = await letterPdf({ letter, name, round, verifyAt }, await deps.fonts());
        return pdfOf(pdf);
      }),
    },
  ];
}

const pdfOf = (pdf: Buffer): PageResponse => ({
  status: 200,
  headers: {
    'Content-Type': 'application/pdf',
    'Content-Disposition': 'inline; filename="confirmation-letter.pdf"',
    'Cache-Control': 'no-store',
  },
  body: pdf.toString('base64'),
  isBase64Encoded: true,
});
