import { penCount } from '../../model/wire/drawing.ts'
import type { PageWords } from '../../model/words.ts'
import { button, element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import type { Show } from '../show/show.ts'
import type { DrawingBoard } from './drawing-board.ts'
import { pensFor } from './pens.ts'

/** What is on the slide that is shown, taken back or wiped away. */
export const undoStroke = (ink: DrawingBoard, show: Show): void => ink.draw({ type: 'undo', page: show.pageId() })
export const clearSlide = (ink: DrawingBoard, show: Show): void => ink.draw({ type: 'clear', page: show.pageId() })

/** The buttons of pen and laser pointer; the colours are seen while the pen is in hand. They change by `update`. */
export function makeDrawingTools(
  ink: DrawingBoard,
  show: Show,
  words: PageWords,
): { part: HTMLElement; update(): void } {
  const say = words.help.keys
  const pen = button(icon('pen'), say.draw, 'ui-tool', () => ink.choose('pen'))
  const laser = button(icon('laser'), say.laser, 'ui-tool', () => ink.choose('laser'))
  const colors = Array.from({ length: penCount }, (_, i) => {
    const name = words.ink.color.replace('{x}', `${i + 1}`)
    return button(element('span', { class: 'ui-swatch' }), name, 'ui-tool ui-color', () => ink.choosePen(i))
  })
  const back = button(icon('undo'), say.undo, 'ui-tool', () => undoStroke(ink, show))
  const wipe = button(icon('clear'), say.clear, 'ui-tool', () => clearSlide(ink, show))
  const extra = element('span', { class: 'ui-pens' }, ...colors, back, wipe)
  const update = () => {
    const tool = ink.tool()
    pen.setAttribute('aria-pressed', `${tool === 'pen'}`)
    laser.setAttribute('aria-pressed', `${tool === 'laser'}`)
    const strokes = ink.drawings()[show.pageId()] ?? []
    for (const one of [back, wipe]) one.disabled = strokes.length === 0
    extra.hidden = tool !== 'pen' && strokes.length === 0
    const slide = show.page.slides[show.index()]
    const pens = slide ? pensFor(slide) : null
    for (const [i, color] of colors.entries()) {
      color.setAttribute('aria-pressed', `${tool === 'pen' && ink.pen() === i}`)
      const swatch = color.firstElementChild as HTMLElement
      swatch.style.background = pens?.colors[i] ?? ''
      swatch.style.borderColor = pens?.outline ?? ''
    }
  }
  update()
  return { part: element('span', { class: 'ui-ink-tools' }, pen, laser, extra), update }
}
