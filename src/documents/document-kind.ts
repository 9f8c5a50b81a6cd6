import type { CheckResult, Edition } from '../build.ts'
import type { LocatedDiagnostic } from '../model/diagnostic.ts'
import type { FontStyle } from '../model/font-style.ts'
import type { LeftOutPictures } from '../model/left-out-picture.ts'
import type { PageAnchor } from '../model/page-anchor.ts'
import type { PdfPass } from './pdf-passes.ts'

/**
 * A document that can be made of a deck. Its layout and its HTML are computed here; `makeDocument` prints the HTML if the
 * document is a PDF.
 */
export interface DocumentKind<Layout = unknown> {
  /** The end of the file name: `html`, `handout.pdf`. */
  extension: string
  /** Absent: the document is the HTML itself. */
  pdf?: {
    /** Applied to the printed PDF in this order. */
    passes: readonly PdfPass[]
  }
  /** Whether one document holds all languages, unless each is to have a file of its own. */
  joinsLanguages?: boolean
  /** Whether it writes Kazakh in Latin letters where the editions have none. */
  writesLatin?: boolean
  /** Whether the document can be made of an edition, where one is made of each; absent: of all. */
  takes?(edition: Edition): boolean
  /** Whether the document refers to files that are copied next to it. */
  hasSidecarFiles?: boolean
  /**
   * Lays out what the document adds to the pages of the deck.
   * Errors: a `KormeError` if the options do not fit the deck.
   */
  layout(edition: Edition, checked: CheckResult): Promise<DocumentLayout<Layout>>
  /**
   * Renders the document, in one part or several. The parts of a PDF are printed on their own and joined.
   */
  render(
    editions: readonly LaidOutEdition<Layout>[],
    checked: CheckResult,
    options?: RenderOptions,
  ): AsyncIterable<DocumentPart>
}

/** How the parts of a PDF are rendered. */
export interface RenderOptions {
  /** Tells how many pages each part of a document of so many may have; absent: all. */
  partPages?: ((pages: number) => number) | undefined
  /** Whether photographs are left out, to be put into the PDF later. */
  leavesOutPictures?: boolean | undefined
}

export interface DocumentLayout<Layout> {
  layout: Layout
  /** Problems that only this document has. */
  diagnostics: LocatedDiagnostic[]
}

/** An edition with the layout of a document. */
export interface LaidOutEdition<Layout> {
  edition: Edition
  layout: Layout
}

export interface DocumentPart {
  html: string
  /** How many pages it has when it is printed. */
  pages: number
  /** How many pages the document has. Absent if there are no other parts. */
  documentPages?: number
  /** The places on each of its pages to which links of other parts lead. Absent if there are no other parts. */
  anchors?: readonly (readonly PageAnchor[])[]
  /** The fonts of the page. */
  fonts?: readonly FontStyle[]
  /** The photographs that were left out. */
  pictures?: LeftOutPictures
}
