import * as z from 'zod';
import { formPage } from '../../shared/pages/form.ts';
import { localDateSchema } from '../../shared/time.ts';
import { type Space, spaceText } from '../space.ts';
import { deskText, spacesWords as words } from './spaces-words.ts';

/** Which holding a form is about, so that none is about another that came since. */
export const holdingField = 'holding';
export const holdingSchema = z.coerce.number().int().positive();

export const returnForm = formPage({
  id: 'return',
  title: words.giveBack,
  fields: { on: { widget: 'date', label: words.giveBackDay, hint: words.giveBackHint, schema: localDateSchema } },
});

/** @param targets the spaces that are free for the rest of the contract */
export const moveForm = (targets: readonly Space[]) =>
  formPage({
    id: 'move',
    title: words.move,
    fields: {
      target: {
        widget: 'select',
        label: words.target,
        options: targets.map((space) => ({
          value: space.id,
          label: {
            ko: `${spaceText(space)} (${deskText(space.desks).ko})`,
            en: `${spaceText(space)} (${deskText(space.desks).en})`,
          },
        })),
        schema: z.string(),
      },
      day: { widget: 'date', label: words.moveDay, hint: words.moveHint, schema: localDateSchema },
    },
  });
