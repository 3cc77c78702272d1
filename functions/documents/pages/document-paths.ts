/** Where the pages of documents are: of whoever sends them, and at the desk of whoever decides. */
export interface DocumentPaths {
  readonly list: (kind: string, owner: string) => string;
  readonly slot: (kind: string, owner: string, slot: string) => string;
  readonly file: (kind: string, owner: string, slot: string, file: string) => string;
  readonly download: (kind: string, owner: string, slot: string, file: string) => string;
}

const below = (root: string): DocumentPaths => {
  const list = (...parts: readonly string[]) => [root, ...parts].join('/');
  return {
    list,
    slot: list,
    file: list,
    download: (kind, owner, slot, file) => list(kind, owner, slot, file, 'download'),
  };
};

export const sendersPaths = {
  ...below('/documents'),
  /** Where the bucket leads a browser that has sent a file. */
  sent: (kind: string, owner: string, slot: string, file: string) => `/documents/${kind}/${owner}/${slot}/${file}/sent`,
} as const;

export const deskDocumentPaths = below('/desk/documents');
