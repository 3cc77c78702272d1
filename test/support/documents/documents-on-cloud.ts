import { fileStore } from '../../../functions/documents/file-store.ts';
import { signedForms } from '../../../functions/documents/signed-forms.ts';
import { documentsBucketName, localAccount } from '../../../infra/stage.ts';
import type { TestCloud } from '../cloud.ts';
import { eventually } from '../eventually.ts';
import { firms } from './document-owner.ts';
import { serveDocuments } from './served-documents.ts';

/** Who decides on the documents of firms: one of the demo's staff. */
export const officer = 'kim-minji';

/**
 * The pages of documents in this process, for firms; tables, bucket, events, check and scan are those of the deployed app.
 */
export async function documentsOnCloud(at: TestCloud) {
  const bucket = documentsBucketName({ name: 'test' }, localAccount, at.cloud.region);
  // As the deployed pages sign, by the key of the cloud's Lambdas.
  const config = { region: async () => at.cloud.region, credentials: async () => at.cloud.workerKey };
  const forms = signedForms({ config }, bucket);
  const { documents, commit, random, people, sessions } = at;
  const served = await serveDocuments(
    { documents, commit, random, people, sessions, owners: firms(officer), forms },
    at.now,
  );
  const fileOf = async (firm: string, id: string) =>
    (await documents.slot({ owner: `firm#${firm}`, slot: 'plan' }))?.files.find((file) => file.id === id);
  return {
    ...served,
    forms,
    store: fileStore(at.db, bucket),
    fileOf,
    untilState: (firm: string, id: string, state: string) =>
      eventually(`the document is ${state}`, async () => {
        const file = await fileOf(firm, id);
        return file?.state === state && file;
      }),
  };
}
