import { type RequestPagesDependencies, requestRoutes } from '../../requests/pages/request-routes.tsx';
import { check, decode } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import { readUpload } from '../../shared/pages/read-upload.ts';
import { type PageRequest, type PageResponse, switchedTo } from '../../shared/pages/request.ts';
import { sha256Hex } from '../../shared/sha256.ts';
import type { Dependencies } from '../dependencies.ts';
import { copyKind, countersignKind, signatureKind } from '../requests.ts';
import { verifyCopy } from '../verify-copy.ts';
import { verifyPath } from '../verify-path.ts';
import { copyPages } from './copy-kind.tsx';
import { signPages } from './sign-kind.tsx';
import type { SignDependencies } from './signing-case.ts';
import { nothingToCheck, verifyCopyForm, verifyCopyPage } from './verify-page.tsx';

/** What the links to those who sign open, and where anybody checks a copy. */
export const agreementsRoutes = (deps: RequestPagesDependencies & SignDependencies): PageRoute[] => {
  const signing = signPages(deps);
  return [
    ...requestRoutes(deps, 'agreements', {
      [signatureKind]: signing,
      [countersignKind]: signing,
      [copyKind]: copyPages(deps),
    }),
    { method: 'GET', path: verifyPath, page: async ({ lang }) => verifyCopyPage({ typed: {}, errors: [], lang }) },
    { method: 'POST', path: verifyPath, takesFiles: true, page: (request) => verify(deps, request) },
  ];
};

/** The file counts if there is one; nothing of it is kept. It comes by POST, so that no address and no log names it. */
async function verify(deps: Pick<Dependencies, 'agreements'>, request: PageRequest): Promise<PageResponse> {
  const upload = await readUpload(request);
  if (!upload) throw new PageFault(415);
  const typed = decode(verifyCopyForm, upload.form);
  const switched = switchedTo(upload.form);
  const lang = switched ?? request.lang;
  if (switched) return verifyCopyPage({ typed, errors: [], lang });
  const file = upload.files.get('file');
  if (file) return verifyCopyPage({ found: await verifyCopy(deps, sha256Hex(file)), typed: {}, errors: [], lang });
  const checked = check(verifyCopyForm, typed, lang);
  if (!checked.ok) return verifyCopyPage({ typed, errors: checked.errors, lang });
  const { value } = checked.values;
  if (value === undefined) return verifyCopyPage({ typed, errors: [nothingToCheck(lang)], lang });
  return verifyCopyPage({ found: await verifyCopy(deps, value), typed, errors: [], lang });
}
