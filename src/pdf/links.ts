import type { MarkedText } from './marked-text.ts'
import type { PdfFile } from './pdf-file.ts'
import { parentTree, readElement } from './structure.ts'
import { type PdfDict, type PdfName, PdfRef, PdfString, type PdfValue, textOf, textString } from './values.ts'

/**
 * Describes every link by its own words. A link of several lines has an annotation for each, all with the words of the whole.
 *
 * Source: ISO 14289-1, 7.18.5.
 */
export function describeLinks(file: PdfFile, text: MarkedText, fallback: string): void {
  let parents: Map<number, PdfValue> | null = null
  for (const number of file.numbers()) {
    if (!file.head(number).includes('/Subtype /Link')) continue
    const ref = new PdfRef(number)
    const link = file.dict(ref)
    if (link.has('Contents')) continue
    parents ??= parentTree(file)
    const words = wordsOf(file, link, parents, text) || addressOf(file, link) || fallback
    file.set(ref, new Map(link).set('Contents', textString(words)))
  }
}

function wordsOf(file: PdfFile, link: PdfDict, parents: ReadonlyMap<number, PdfValue>, text: MarkedText): string {
  const key = link.get('StructParent')
  const parent = typeof key === 'number' ? parents.get(key) : undefined
  const element = parent instanceof PdfRef ? readElement(file, parent) : null
  return element ? text.of(element).replace(/\s+/g, ' ').trim() : ''
}

function addressOf(file: PdfFile, link: PdfDict): string {
  const action = file.value(link.get('A'))
  const address = action instanceof Map && (action.get('S') as PdfName | undefined)?.name === 'URI' && action.get('URI')
  return address instanceof PdfString ? textOf(address) : ''
}
