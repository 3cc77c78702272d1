import { pastLinkPage } from '../../requests/pages/link-pages.tsx';
import type { Round } from '../../rounds/round.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, ButtonLink, SummaryList } from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { formatDate, formatInstant, type Instant } from '../../shared/time.ts';
import { type Lesson, lessonBegins, lessonTitle } from '../lesson.ts';
import type { TimetableLink } from '../timetable-link.ts';
import type { Timetable } from '../timetables-table.ts';
import { lessonsText, versionText, timetableWords as words } from './timetable-texts.ts';

export interface TimetableProps {
  readonly round: Round;
  readonly timetable: Timetable;
  /** `/t/<cohort>.<who>/<mac>` */
  readonly path: string;
  readonly baseUrl: string;
  readonly now: Instant;
  readonly lang: Lang;
}

/** The lessons of a cohort, one below the other, as a telephone and a printer show them. */
export function TimetablePage({ round, timetable, path, baseUrl, now, lang }: TimetableProps) {
  const { lessons, version, loadedAt } = timetable;
  const held = lessons.filter(({ cancelled }) => !cancelled);
  const next = held.find((lesson) => lessonBegins(lesson) > now);
  const feed = `${path}/lessons.ics?lang=${lang}`;
  return (
    <Layout
      lang={lang}
      title={words.title[lang]}
      eyebrow={round.title[lang]}
      lead={words.lead[lang]}
      contact={round.contact}
      home={path}
      path={path}
    >
      <SummaryList
        rows={[
          { term: words.version[lang], value: `${versionText(version)[lang]} · ${formatInstant(loadedAt, lang)}` },
          { term: words.lessons[lang], value: lessonsText(held.length, lessons.length - held.length)[lang] },
          { term: words.next[lang], value: next ? `${dayText(next, lang)} ${timeText(next, lang)}` : words.none[lang] },
        ]}
      />
      <Actions>
        <ButtonLink kind="tertiary" href={feed}>
          {words.calendar[lang]}
        </ButtonLink>
      </Actions>
      <p class="note">{words.subscribe[lang]}</p>
      <p class="note address notranslate">{`${baseUrl}${feed}`}</p>
      <ol class="lessons" aria-label={words.list[lang]}>
        {lessons.map((lesson) => (
          <LessonRow key={lesson.id} lesson={lesson} lang={lang} />
        ))}
      </ol>
    </Layout>
  );
}

const dayText = ({ date }: Lesson, lang: Lang): string => formatDate(date, lang);

const timeText = ({ start, end }: Lesson, lang: Lang): string =>
  `${start}–${end < start ? `${words.nextDay[lang]} ${end}` : end}`;

function LessonRow({ lesson, lang }: { lesson: Lesson; lang: Lang }) {
  const { cancelled, sequence } = lesson;
  const mark = cancelled ? words.cancelled : sequence > 0 ? words.changed : undefined;
  return (
    <li class={cancelled ? 'off' : undefined}>
      <p class="when">
        {dayText(lesson, lang)}
        <br />
        <span class="nowrap">{timeText(lesson, lang)}</span>
        {mark && <strong class="mark-word">{mark[lang]}</strong>}
      </p>
      <div>
        <p class="what notranslate">{lessonTitle(lesson)[lang]}</p>
        <p>
          {words.lecturer[lang]}: <span class="notranslate">{lesson.lecturerName}</span>
        </p>
        <p>
          {words.site[lang]}: <span class="notranslate">{`${lesson.institution} ${lesson.site}`}</span>
        </p>
      </div>
    </li>
  );
}

/** Why a link shows no timetable. */
export function noTimetablePage(lang: Lang, why: Exclude<TimetableLink['kind'], 'current'>): PageResponse {
  if (why === 'renewed') return pastLinkPage(lang, why);
  return html(
    <ProblemPage lang={lang} title={words[why][lang]}>
      <p>{words[`${why}Text`][lang]}</p>
    </ProblemPage>,
    { status: why === 'left' ? 403 : 404 },
  );
}
