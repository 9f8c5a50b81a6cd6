import type { BlockType } from '../../model/block-type.ts'
import type { NoteBlock as Entry } from '../../model/deck-file.ts'
import { parsePlainParagraphs } from '../../typeset/parse-paragraphs.ts'
import { textBox, typesetText } from '../../typeset/typeset-text.ts'
import { field, read, textOf } from '../fields.ts'

/** A note: its text, set in the region of the body. */
export const noteType: BlockType<'note'> = {
  type: 'note',
  role: 'text',
  layout: 'text',
  regions: ['body', 'body2', 'body3'],
  fromEntry(entry) {
    const text = textOf(field<Entry>(entry, 'text'))
    return read(text === null ? null : { type: 'note', text, range: entry.range })
  },
  localize: (block, pick) => ({ ...block, text: pick(block.text) }),
  words: ({ text }) => [{ text }],
  assets: () => [],
  place({ text, range }, slot, context) {
    const request = { paragraphs: parsePlainParagraphs(text.text), lang: text.lang, first: slot.first, next: slot.next }
    const fitted = typesetText({ ...request, pages: 'auto' }, context)
    if (fitted.pages.length > 1) {
      context.report({ code: 'note-continued', pages: fitted.pages.length, severity: 'info', range })
    }
    const pages = fitted.pages.map((_, i) => {
      const [region, name] = i === 0 ? [slot.first, slot.regionName] : [slot.next, slot.nextRegionName]
      const box = textBox(fitted, i, region, { name, lang: text.lang, theme: context.theme })
      return [{ ...box, template: 'note' }]
    })
    return { pages, overflow: [], size: fitted.size }
  },
}
