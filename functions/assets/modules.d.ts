/** Loaded by the bundler: style sheets and the pages' script, built for browsers, as text; fonts as bytes. */
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*?script' {
  const text: string;
  export default text;
}
declare module '*.woff2' {
  const bytes: Uint8Array;
  export default bytes;
}
