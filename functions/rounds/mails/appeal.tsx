import type { Lang } from '../../shared/i18n.ts';
import { Heading, Paragraph } from '../../shared/mail/components.tsx';
import { appealTitle } from '../pages/appeal.tsx';
import type { Round } from '../round.ts';

/** How a refusal can be appealed against, if the round says so. */
export const Appeal = ({ of: { appeal }, lang }: { readonly of: Pick<Round, 'appeal'>; readonly lang: Lang }) =>
  appeal && (
    <>
      <Heading>{appealTitle[lang]}</Heading>
      <Paragraph>{appeal[lang]}</Paragraph>
    </>
  );
