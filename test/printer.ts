import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { CheckResult } from '../src/build.ts'
import type { DocumentKind } from '../src/documents/document-kind.ts'
import { makeDocument } from '../src/documents/make-document.ts'
import { type Printer, withPrinter } from '../src/export/printer.ts'

/** A printer and a folder for one test file. */
export interface Lent {
  printer: Printer
  folder: string
  /** Writes a deck, as the plain value of its JSON, into the folder. Gives its path. */
  write(deck: object, name?: string): Promise<string>
}

/** Makes a document of the first edition of a deck; a PDF is printed in parts of `partPages` pages, if given. */
export async function makeFirst<L>(
  kind: DocumentKind<L>,
  checked: CheckResult,
  printer: Printer,
  partPages?: number,
): Promise<Uint8Array> {
  const edition = checked.editions[0]!
  const { layout } = await kind.layout(edition, checked)
  return makeDocument(kind, [{ edition, layout }], checked, printer, partPages ? { partPages: () => partPages } : {})
}

/** Lends a printer for the tests of the file that calls it; it is there from the first test on. */
export function lentPrinter(): Lent {
  const lent = {} as Lent
  let giveBack = () => {}
  let returned: Promise<void>
  beforeAll(async () => {
    lent.folder = await mkdtemp(join(tmpdir(), 'korme-print-'))
    lent.write = async (deck, name = 'deck.json') => {
      const path = join(lent.folder, name)
      await writeFile(path, JSON.stringify(deck))
      return path
    }
    await new Promise<void>((resolve) => {
      returned = withPrinter({}, async (printer) => {
        lent.printer = printer
        resolve()
        await new Promise<void>((done) => {
          giveBack = done
        })
      })
    })
  })
  afterAll(async () => {
    giveBack()
    await returned
    await rm(lent.folder, { recursive: true, force: true })
  })
  return lent
}
