import type { PersonRequest } from '../../../functions/requests/request.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { asked, type Sample, words } from '../mail-previews/sample.ts';

const settled = (request: PersonRequest, change: Partial<PersonRequest>): PersonRequest => ({
  ...request,
  state: 'SETTLED',
  ...change,
});

export function resultsSamples(lang: Lang): Readonly<Record<string, readonly Sample[]>> {
  const said = words(lang);
  const look = asked({ kind: 'look-again', question: { text: said.lookAgain, pages: [] } });
  return {
    'look-again-received': [{ to: 'not selected', ids: { request: look.id }, facts: { requests: [look] } }],
    'look-again-refused': [
      {
        to: 'not selected',
        ids: { request: look.id },
        facts: { requests: [settled(look, { outcome: 'REFUSE', reason: said.answer })] },
      },
    ],
    'look-again-granted': [
      {
        to: 'waiting',
        ids: { request: look.id },
        facts: { requests: [settled(look, { outcome: 'GRANT', reason: said.answer })] },
      },
    ],
  };
}
