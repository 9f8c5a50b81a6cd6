import type { MarkedText } from './marked-text.ts'
import type { PdfFile } from './pdf-file.ts'
import { elementsOf, kidsOf, readElement } from './structure.ts'
import { type PdfDict, PdfName, type PdfRef, type PdfValue } from './values.ts'

/** What may stand before the words of an item: a number or a letter, or a bullet. */
const label = /^\s*(?:[([]?(?:\d{1,3}(?:\.\d{1,3})*|\p{L})[.)\]]+|[•‣◦▪–—-])\s*$/u

/**
 * Gives every item of a list the body that PDF/UA asks for, and marks its number as a label.
 *
 * Source: ISO 14289-1, 7.2; ISO 32000-1, table 336. Chromium puts the content of an item into it directly (156).
 */
export function completeLists(file: PdfFile, text: MarkedText): void {
  for (const item of elementsOf(file, 'LI')) {
    const kids = kidsOf(file, item)
    const elements = kids.flatMap((kid) => (kid.kind === 'element' ? (readElement(file, kid.ref) ?? []) : []))
    if (elements.length !== kids.length || elements.length === 0) continue
    if (elements.every(({ type }) => type === 'Lbl' || type === 'LBody')) continue
    const [first, ...rest] = elements
    const isLabel = first!.type === 'Lbl' || (rest.length > 0 && label.test(text.of(first!)))
    if (isLabel && first!.type !== 'Lbl') file.set(first!.ref, new Map(first!.dict).set('S', new PdfName('Lbl')))
    const content = isLabel ? rest : elements
    const body = file.add(
      struct(
        'LBody',
        item.ref,
        content.map(({ ref }) => ref),
      ),
    )
    for (const { ref, dict } of content) file.set(ref, new Map(dict).set('P', body))
    const own: PdfValue[] = isLabel ? [first!.ref, body] : [body]
    file.set(item.ref, new Map(item.dict).set('K', own))
  }
}

const struct = (type: string, parent: PdfRef, kids: readonly PdfRef[]): PdfDict =>
  new Map<string, PdfValue>([
    ['Type', new PdfName('StructElem')],
    ['S', new PdfName(type)],
    ['P', parent],
    ['K', [...kids]],
  ])
