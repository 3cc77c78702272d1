/** What pdfkit makes of a font's file, and takes in its place; `_glyphs` is what it met of the font's glyphs. */
interface ReadFont {
  readonly _glyphs: object;
}

declare global {
  namespace PDFKit {
    interface PDFDocument {
      readonly _font: { readonly font: ReadFont };
    }
    namespace Mixins {
      interface PDFFont {
        registerFont(name: string, font: ReadFont): this;
      }
    }
  }
}

const fonts = new WeakMap<Buffer, ReadFont>();

/** To read the tables of a font takes several times as long as to set a document in it. */
function readOnce(pdfkit: PDFKit.PDFDocument, file: Buffer): ReadFont {
  const known = fonts.get(file);
  if (known) return known;
  const { font } = new pdfkit({ font: '' }).font(file)._font;
  fonts.set(file, font);
  return font;
}

/**
 * A font for one document, with the tables that an earlier one has read. A glyph that stands for two signs keeps the
 * first that it was met for: each document has glyphs of its own, so that its bytes tell nothing of another.
 */
export function fontFor(pdfkit: PDFKit.PDFDocument, file: Buffer): ReadFont {
  const own = { _glyphs: {} };
  Object.setPrototypeOf(own, readOnce(pdfkit, file));
  return own;
}
