import type { BlockContext, BlockSlot, PlacedBlock } from '../../model/block-type.ts'
import type { LocalizedText } from '../../model/lang.ts'
import { keyOfText, type ShownPoll } from '../../model/poll.ts'
import type { Paragraph } from '../../model/text.ts'
import { collapseBlanks } from '../../typeset/list-marks.ts'
import { parseInline } from '../../typeset/parse-inline.ts'
import { reportContinued, reportMissing, type TypesetText, textBox, typesetText } from '../../typeset/typeset-text.ts'
import { withoutMarkup } from '../../typeset/without-markup.ts'
import { drawResults, type ResultsView } from './draw-results.ts'
import type { PollBlock } from './types.ts'

/** What the template `poll` draws, besides the text: `results` is hidden until they are shown. */
export interface PollView {
  many: boolean
  results: ResultsView | null
}

/** Sets the options as a list with boxes to tick, and draws the results over it, hidden and without numbers. */
export function placePoll(block: PollBlock<LocalizedText>, slot: BlockSlot, context: BlockContext): PlacedBlock {
  const { range, options } = block
  const question = block.question ?? null
  if (question === null && context.title === null)
    context.report({ code: 'poll-question-missing', severity: 'warning', range })
  const lang = options.find(({ text }) => text.text !== '')?.text.lang ?? context.lang
  const asked = question !== null && plain(question.text) !== plain(context.title ?? '') ? [question] : []
  const paragraphs: Paragraph[] = [
    ...asked.map(({ text }) => ({ kind: 'heading' as const, marker: '', spans: parseInline(oneLine(text)) })),
    ...options.map(({ text, item }) => ({
      kind: 'item' as const,
      marker: '',
      spans: parseInline(oneLine(text.text)),
      origin: { range, item },
    })),
  ]
  const { first, next, maxSize } = slot
  const request = { paragraphs, lang, first, next, largest: maxSize }
  const fitted = spread(
    typesetText({ ...request, pages: context.fit === 'shrink' ? 'auto' : context.fit }, context),
    first.height,
  )
  reportMissing(fitted, first, range, context)
  if (fitted.pages.length > 1) reportContinued(fitted, paragraphs, range, context)
  const poll = shownPoll(block, lang, context)
  const pages = fitted.pages.map((_, i) => {
    const [region, name] = i === 0 ? [first, slot.regionName] : [next, slot.nextRegionName]
    const box = textBox(fitted, i, region, { name, lang, theme: context.theme, styleRegion: first })
    const results = i === 0 ? drawResults(poll, region, context) : null
    const view = { ...(box.view as object), many: block.many, results: results?.view ?? null }
    return [
      {
        ...box,
        // The results may need all of the region.
        ...(results ? { y: region.y, height: region.height } : {}),
        template: 'poll',
        view,
        poll,
        characters: `${box.characters ?? ''}${results?.characters ?? ''}`,
      },
    ]
  })
  return { pages, overflow: [], size: fitted.size }
}

/** How much space options may have between them. Units: em. */
const mostSpace = 0.5

/** Sets the options of one page apart, as far as there is room: they are looked at one by one. */
function spread(fitted: TypesetText, height: number): TypesetText {
  const [page, ...more] = fitted.pages
  if (!page || more.length > 0 || page.paragraphs.length < 2) return fitted
  const free = (height - page.height) / (page.paragraphs.length - 1)
  const space = Math.floor(Math.max(0, Math.min(mostSpace * fitted.size, free)))
  const paragraphs = page.paragraphs.map((paragraph, i) => ({ ...paragraph, y: paragraph.y + i * space }))
  return { ...fitted, pages: [{ paragraphs, height: page.height + space * (paragraphs.length - 1) }] }
}

const oneLine = (text: string): string => collapseBlanks(text.replace(/[\r\n]+/g, ' '))
const plain = (text: string): string => oneLine(text).toLowerCase()

function shownPoll(block: PollBlock<LocalizedText>, lang: ShownPoll['lang'], context: BlockContext): ShownPoll {
  const question = block.question ? oneLine(withoutMarkup(block.question).text) : oneLine(context.title ?? '')
  return {
    question,
    keys: block.keys.length > 0 ? block.keys : [keyOfText(question)],
    lang,
    many: block.many,
    live: block.live,
    options: block.options.map(({ text, keys }) => ({ text: oneLine(withoutMarkup(text).text), keys })),
  }
}
