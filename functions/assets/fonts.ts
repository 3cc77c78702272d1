/** The addresses of the fonts as tokens.css names them; the tests hold them against the hashes of the files. */
export const fontPaths = {
  regular: '/assets/pretendard-gov-regular.21c9e3b875c6.woff2',
  bold: '/assets/pretendard-gov-bold.d09a0a9684b5.woff2',
} as const;
