import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button } from '../../shared/pages/components.tsx';
import { acceptOf } from '../formats.ts';
import type { UploadForm as Signed } from '../signed-forms.ts';
import type { Slot } from '../slot.ts';
import { words } from './document-texts.ts';

/**
 * The form that goes straight to the bucket. Nothing stands in it that was not signed, or the bucket refuses it: no name
 * on the button, and the file last. The browser itself asks for a file if none is chosen.
 */
export const UploadForm = ({
  form,
  slot,
  lang,
}: {
  readonly form: Signed;
  readonly slot: Slot;
  readonly lang: Lang;
}) => (
  <form id="upload" method="post" action={form.action} enctype="multipart/form-data">
    {Object.entries(form.fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <div class="field">
      <label for="file">{words.file[lang]}</label>
      <input type="file" id="file" name="file" required accept={acceptOf(slot.formats)} />
    </div>
    <Actions>
      <Button>{words.send[lang]}</Button>
    </Actions>
  </form>
);
