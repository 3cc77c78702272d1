import type { Round } from '../../rounds/round.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Facts, Paragraph } from '../../shared/mail/components.tsx';
import { ContactFooter } from '../../shared/mail/contact-footer.tsx';
import { framedMail } from '../../shared/mail/framed-mail.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { formatInstant, type Instant } from '../../shared/time.ts';
import { lessonBegins } from '../lesson.ts';
import { lessonsText, timetableWords, versionText } from '../pages/timetable-texts.ts';
import type { Timetable } from '../timetables-table.ts';
import { timetableMailWords as words } from './texts.ts';

/** To everybody of a cohort, its managers and the institutions, when a version is loaded. */
export function timetableMail(given: {
  readonly round: Round;
  readonly timetable: Timetable;
  readonly link: string;
  readonly lang: Lang;
  readonly now: Instant;
}): RenderedMail {
  const { round, timetable, link, lang, now } = given;
  const { version, lessons } = timetable;
  const held = lessons.filter(({ cancelled }) => !cancelled);
  const next = held.find((lesson) => lessonBegins(lesson) > now);
  return framedMail(
    {
      lang,
      subject: `${timetableWords.title[lang]}: ${round.title[lang]}, ${versionText(version)[lang]}`,
      preheader: words.preheader[lang],
      button: { href: link, label: words.open[lang] },
      small: words.private[lang],
      footer: <ContactFooter of={round} lang={lang} privacy={new URL('/privacy', link).href} />,
    },
    <>
      <Paragraph>{words[version === 1 ? 'first' : 'changed'][lang]}</Paragraph>
      <Facts
        facts={[
          { term: words.course[lang], value: round.title[lang] },
          { term: words.version[lang], value: versionText(version)[lang] },
          { term: words.lessons[lang], value: lessonsText(held.length, lessons.length - held.length)[lang] },
          ...(next ? [{ term: words.next[lang], value: formatInstant(lessonBegins(next), lang) }] : []),
        ]}
      />
    </>,
  );
}
