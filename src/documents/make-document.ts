import type { CheckResult } from '../build.ts'
import type { Printer } from '../export/printer.ts'
import type { PdfPart } from '../pdf/join-pdfs.ts'
import type { DocumentKind, DocumentPart, LaidOutEdition, RenderOptions } from './document-kind.ts'

/** Two parts are printed at a time; a third one waits, so that the browser never does. */
const maxPrinting = 3

/** Documents up to this length are printed in one part: each part costs the pictures and the fonts of its pages again. */
const wholePages = 150

/** The most pages of a part. The time of a browser grows faster than the pages. */
const maxPartPages = 250

/** Returns how many pages a part of a document may have: parts are even in number, since two are printed at a time. */
export function partPagesOf(pages: number): number {
  if (pages <= wholePages) return pages
  return Math.ceil(pages / (2 * Math.ceil(pages / (2 * maxPartPages))))
}

/** How many pages of a document are printed. */
export interface PrintedPages {
  done: number
  all: number
}

/** How a PDF is printed. */
export interface PrintOptions {
  /** Returns how many pages of a document so long are printed at once. */
  partPages?: (pages: number) => number
  /** Called when a part of a document is printed, except for the last one. */
  onPages?: (pages: PrintedPages) => void
}

/** Renders one document of one or several editions, and prints it if it is a PDF. Errors: those of the printer. */
export async function makeDocument<Layout>(
  { pdf, render }: DocumentKind<Layout>,
  editions: readonly LaidOutEdition<Layout>[],
  checked: CheckResult,
  printer: Printer | null,
  { partPages = partPagesOf, onPages = () => {} }: PrintOptions = {},
): Promise<Uint8Array> {
  if (!pdf) {
    const parts: Uint8Array[] = []
    for await (const { html } of render(editions, checked)) parts.push(Buffer.from(html))
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
  }
  const { warn } = printerFor(printer)
  const print = (options: RenderOptions) => printParts(render(editions, checked, options), printerFor(printer), onPages)
  const context = { editions: editions.map(({ edition }) => edition), file: checked.file.name, warn }
  let document = await printAndJoin(print, [{ partPages, leavesOutPictures: true }, { partPages }, {}])
  for (const pass of pdf.passes) document = await pass(document, context)
  return document
}

/** Prints parts while the next ones are rendered. */
async function printParts(
  parts: AsyncIterable<DocumentPart>,
  printer: Printer,
  onPages: (pages: PrintedPages) => void,
): Promise<PdfPart[]> {
  const all: Promise<PdfPart>[] = []
  const active = new Set<Promise<unknown>>()
  let done = 0
  for await (const { html, pages, documentPages = pages, anchors, fonts, pictures } of parts) {
    const printing = printer.print(html, pages, fonts).then((pdf) => {
      done += pages
      if (done < documentPages) onPages({ done, all: documentPages })
      return { pdf, anchors, pictures }
    })
    all.push(printing)
    const settled: Promise<unknown> = printing.catch(() => {}).then(() => active.delete(settled))
    active.add(settled)
    if (active.size >= maxPrinting) await Promise.race(active)
  }
  return Promise.all(all)
}

/**
 * Prints a document in parts and joins them. If they have something that Chromium does not write, or show a photograph
 * otherwise than it is stored, the document is printed in the next one of several ways; the last one is at once.
 */
async function printAndJoin(
  print: (options: RenderOptions) => Promise<PdfPart[]>,
  ways: readonly RenderOptions[],
): Promise<Uint8Array> {
  const { joinPdfs } = await import('../pdf/join-pdfs.ts')
  const { UnexpectedPdf } = await import('../pdf/parse-value.ts')
  const [way, ...others] = ways
  const parts = await print(way!)
  try {
    return joinPdfs(parts)
  } catch (error) {
    if (!(error instanceof UnexpectedPdf)) throw error
    const leftOut = parts.some(({ pictures }) => pictures?.size)
    if (parts.length === 1 && !leftOut) return parts[0]!.pdf
    const next = leftOut ? others : others.filter(({ partPages }) => !partPages)
    if (next.length === 0) throw new Error(`cannot join ${parts.length} PDFs: ${error.message}`)
    return printAndJoin(print, next)
  }
}

function printerFor(printer: Printer | null): Printer {
  if (!printer) throw new Error('a PDF was requested without a printer')
  return printer
}
