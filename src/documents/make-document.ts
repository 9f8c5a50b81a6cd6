import type { CheckResult } from '../build.ts'
import type { Printer } from '../export/printer.ts'
import type { DocumentKind, LaidOutEdition } from './document-kind.ts'

/** Renders one document of one or several editions, and prints it if it is a PDF. Errors: those of the printer. */
export async function makeDocument<Layout>(
  { pdf, render }: DocumentKind<Layout>,
  editions: readonly LaidOutEdition<Layout>[],
  checked: CheckResult,
  printer: Printer | null,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const { html, pages } of render(editions, checked)) {
    parts.push(pdf ? await printerFor(printer).print(html, pages) : Buffer.from(html))
  }
  if (!pdf) return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
  const { warn } = printerFor(printer)
  const context = { editions: editions.map(({ edition }) => edition), file: checked.file.name, warn }
  let document = joinPdfs(parts)
  for (const pass of pdf.passes) document = await pass(document, context)
  return document
}

function printerFor(printer: Printer | null): Printer {
  if (!printer) throw new Error('a PDF was requested without a printer')
  return printer
}

/** So far every kind prints in one part. A kind that prints in several needs a way to join PDFs here. */
function joinPdfs([first, ...others]: readonly Uint8Array[]): Uint8Array {
  if (!first || others.length > 0) throw new Error(`cannot join ${others.length + (first ? 1 : 0)} PDFs`)
  return first
}
