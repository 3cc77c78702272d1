import type { Application } from '../../applications/application.ts';
import type { Lang } from '../../shared/i18n.ts';
import { formatInstant } from '../../shared/time.ts';
import type { ListChoice } from '../list-position.ts';
import { caseworkPaths, choiceQuery } from './casework-paths.ts';
import { stateLabels } from './casework-words.ts';
import { listWords as words } from './list-words.ts';

/** Some applications, each leading to its case. */
export function Rows(props: {
  readonly round: string;
  readonly choice?: ListChoice;
  readonly applications: readonly Application[];
  readonly hidden: ReadonlySet<string>;
  /** Whether their addresses are of use: to tell apart who was found by a name. */
  readonly withEmail?: boolean;
  readonly lang: Lang;
}) {
  const { round, choice, applications, hidden, withEmail = false, lang } = props;
  const query = choice ? choiceQuery(choice) : '';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="wide filled" aria-label={words.title[lang]} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.reference[lang]}</th>
            <th scope="col">{words.name[lang]}</th>
            <th scope="col">{words.state[lang]}</th>
            <th scope="col">{words.sent[lang]}</th>
            {withEmail && <th scope="col">{words.email[lang]}</th>}
          </tr>
        </thead>
        <tbody>
          {applications.map((application) =>
            hidden.has(application.reference) ? (
              <tr key={application.reference}>
                <th scope="row" class="notranslate">
                  {application.reference}
                </th>
                <td colSpan={withEmail ? 4 : 3}>{words.hidden[lang]}</td>
              </tr>
            ) : (
              <tr key={application.reference}>
                <th scope="row" class="notranslate">
                  <a href={`${caseworkPaths.case(round, application.reference)}${query}`}>{application.reference}</a>
                </th>
                <td>{application.erasedAt ? words.erased[lang] : application.name}</td>
                <td>{stateLabels[application.state][lang]}</td>
                <td>{application.sentAt && formatInstant(application.sentAt, lang)}</td>
                {withEmail && <td>{application.email}</td>}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}
