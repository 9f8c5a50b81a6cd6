import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentKind } from '../../src/documents/document-kind.ts'
import { type HandoutPdfOptions, handoutPdf } from '../../src/documents/handout-pdf.ts'
import { slidesPdf } from '../../src/documents/slides-pdf.ts'
import { galleryDeck } from '../gallery/editions.ts'

const root = join(import.meta.dirname, '../..')
const ships = readdirSync(join(root, 'decks')).filter((name) => name.endsWith('.json'))

/** Decks of staff, which are not part of the project. Empty where they are not at hand. */
const staffFolder = join(root, '../shared/decks')
export const staffDecks = existsSync(staffFolder)
  ? readdirSync(staffFolder).flatMap((name) => (name.endsWith('.json') ? [join(staffFolder, name)] : []))
  : []

/** The decks that ship, and the one that shows every layout. */
export const shippedDecks = [...ships.map((name) => join(root, 'decks', name)), galleryDeck]

const handouts: Record<string, HandoutPdfOptions> = {
  'handout with 1': { perPage: 1 },
  'handout with 2': { perPage: 2 },
  'handout with 3': { perPage: 3 },
  'handout with 4': { perPage: 4 },
  'handout with 6': { perPage: 6 },
  'handout with 9': { perPage: 9 },
  'handout with notes': { perPage: 3, notes: true },
  'handout with lines': { perPage: 3, lines: true },
  'handout for both sides': { perPage: 2, duplex: true, printMode: 'full' },
  'handout on A5': { paper: 'a5', header: false, footer: false },
}

/** Every kind of PDF that can be made of a deck. */
export const pdfKinds: Readonly<Record<string, DocumentKind>> = {
  slides: slidesPdf(),
  'slides with notes': slidesPdf({ notes: true }),
  ...Object.fromEntries(Object.entries(handouts).map(([name, options]) => [name, handoutPdf(options) as DocumentKind])),
}
