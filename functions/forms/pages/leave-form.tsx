import type { Lang, Text } from '../../shared/i18n.ts';
import { Button, PageForm } from '../../shared/pages/components.tsx';

const leave: Text = { ko: '이 브라우저에서 지원서 닫기', en: 'Close the application in this browser' };

/** Ends what this browser has open of an application, sent or not, and what it keeps of it. */
export const LeaveForm = ({ lang }: { readonly lang: Lang }) => (
  <PageForm id="leave" action="/application/leave" forgets>
    <p class="later">
      <Button kind="link">{leave[lang]}</Button>
    </p>
  </PageForm>
);
