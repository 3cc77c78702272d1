/** Loaded by the bundler: style sheets and the pages' script, built for browsers, as text; fonts in base64. */
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*?script' {
  const text: string;
  export default text;
}
declare module '*.woff2' {
  const base64: string;
  export default base64;
}
