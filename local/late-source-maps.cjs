// Loaded into every Lambda worker: stacks name our files if a stage deploys its source maps. A map is read when the
// first stack is told; Node itself (--enable-source-maps) would read it at each start, which is a tenth of a start.
const { readFileSync } = require('node:fs');
const { SourceMap } = require('node:module');
const { fileURLToPath } = require('node:url');

const maps = new Map();

function readMap(url) {
  try {
    const payload = JSON.parse(String(readFileSync(new URL(`${url}.map`))));
    const folder = String(payload.sourceRoot || url);
    return new SourceMap({
      ...payload,
      sources: payload.sources.map((source) => new URL(String(source), folder).href),
    });
  } catch {
    // None is deployed.
    return undefined;
  }
}

/** A frame as V8 writes it, with the place in our file if there is one. */
function told(frame) {
  const text = String(frame);
  const [url, line, column] = [frame.getFileName(), frame.getLineNumber(), frame.getColumnNumber()];
  if (!url?.startsWith('file:') || line === null || column === null) return text;
  if (!maps.has(url)) maps.set(url, readMap(url));
  const { originalSource, originalLine, originalColumn } = maps.get(url)?.findEntry(line - 1, column - 1) ?? {};
  if (!originalSource) return text;
  const source = originalSource.startsWith('file:') ? fileURLToPath(String(originalSource)) : originalSource;
  return text.replace(`${url}:${line}:${column}`, `${source}:${originalLine + 1}:${originalColumn + 1}`);
}

function headOf(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return '<error>';
  }
}

Error.prepareStackTrace = (error, frames) =>
  [headOf(error), ...frames.map((frame) => `    at ${told(frame)}`)].join('\n');
