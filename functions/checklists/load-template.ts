import { canonicalHash } from '../shared/database/canonical.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import type { StoredTemplate, Template } from './template.ts';

export interface LoadOutcome {
  readonly kind: 'loaded' | 'unchanged';
  readonly version: number;
}

/** Keeps a template as the next version, by which lists begin from now on; those that have begun stay as they are. */
export async function loadTemplate(
  { checklists, commit }: Pick<Dependencies, 'checklists' | 'commit'>,
  { template, by }: { readonly template: Template; readonly by: string },
  now: Instant,
): Promise<LoadOutcome> {
  return decideAgainOnConflict(async () => {
    const before = await checklists.template(template.id);
    if (before && canonicalHash(before.template) === canonicalHash(template)) {
      return { kind: 'unchanged', version: before.version };
    }
    const version = (before?.version ?? 0) + 1;
    const stored: StoredTemplate = { id: template.id, version, template, loadedBy: by, loadedAt: now };
    await commit({
      changes: [checklists.addTemplate(stored)],
      events: [
        {
          subject: `template#${template.id}`,
          type: 'ChecklistTemplateLoaded',
          by,
          at: now,
          data: { version, items: template.items.length },
        },
      ],
    });
    return { kind: 'loaded', version };
  });
}
