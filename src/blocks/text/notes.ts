import type { BlockContext, BlockSlot } from '../../model/block-type.ts'
import type { PlacedBox } from '../../model/laid-out.ts'
import type { Lang } from '../../model/lang.ts'
import type { Paragraph } from '../../model/text.ts'
import type { Region } from '../../model/theme.ts'
import { textBox, typesetText } from '../../typeset/typeset-text.ts'

/** The distance between a text and the notes at its foot. Units: px. */
const noteGap = 16

/** Higher notes are set with the text, as a share of its region. */
const mostHeight = 0.4

/** The style of notes: that of captions, which is smaller than any text. */
const noteStyle = 'caption'

/** Notes at the foot of a text. */
export interface FootNotes {
  /** The slot that is left for the text. */
  slot: BlockSlot
  /** Returns the box of the notes, at the foot of the region of the page on which the text ends. */
  place(isFirst: boolean): PlacedBox
}

/** Sets notes below a text; null if there are none, or too many for the foot of a page. */
export function setNotes(
  notes: readonly Paragraph[],
  lang: Lang,
  slot: BlockSlot,
  context: BlockContext,
): FootNotes | null {
  const style = context.theme.styles[noteStyle]
  if (notes.length === 0 || !style) return null
  const { first, next } = slot
  // Captions have few lines, which are equally long. Notes are a list.
  const styles = { ...context.theme.styles, [noteStyle]: { ...style, maxLines: null, balance: false } }
  const theme = { ...context.theme, styles }
  const setIn = (region: Region) =>
    typesetText({ paragraphs: notes, lang, first: { ...region, style: noteStyle } }, { ...context, theme })
  const onFirst = setIn(first)
  const onNext = next.width === first.width ? onFirst : setIn(next)
  const heightOf = ({ pages }: typeof onFirst) => Math.ceil(pages[0]!.height)
  const fits = (set: typeof onFirst, region: Region) => !set.overflow && heightOf(set) <= mostHeight * region.height
  if (!fits(onFirst, first) || !fits(onNext, next)) return null

  const above = (region: Region, set: typeof onFirst) => ({
    ...region,
    height: region.height - heightOf(set) - noteGap,
  })
  return {
    slot: { ...slot, first: above(first, onFirst), next: above(next, onNext) },
    place(isFirst) {
      const [region, set] = isFirst ? [first, onFirst] : [next, onNext]
      const foot: Region = { ...region, align: 'bottom', style: noteStyle }
      return textBox(set, 0, foot, { name: 'note', lang, theme: context.theme })
    },
  }
}
