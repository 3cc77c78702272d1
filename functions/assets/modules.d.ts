/** Loaded by the bundler: style sheets as text, fonts as bytes. */
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*.woff2' {
  const bytes: Uint8Array;
  export default bytes;
}
