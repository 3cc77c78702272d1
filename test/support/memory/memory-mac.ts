import { createHash } from 'node:crypto';
import type { LinkTarget } from '../../../functions/shared/links.ts';

/** The MAC of a link as tests make it; the real one is a KMS key's. */
export const macOf = (target: LinkTarget): string =>
  createHash('sha256')
    .update(JSON.stringify([target.purpose, target.id, target.generation, target.assignee, target.own ?? 0]))
    .digest('base64url');
