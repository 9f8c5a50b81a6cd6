import { penCount } from '../../model/wire/drawing.ts'
import type { PageWords } from '../../model/words.ts'
import { button, element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import type { Show } from '../show/show.ts'
import type { DrawingBoard } from './drawing-board.ts'
import { pensFor } from './pens.ts'

/** Removes the last stroke from the current slide. */
export const undoStroke = (board: DrawingBoard, show: Show): void => board.draw({ type: 'undo', page: show.pageId() })

/** Removes all strokes from the current slide. */
export const clearSlide = (board: DrawingBoard, show: Show): void => board.draw({ type: 'clear', page: show.pageId() })

/**
 * Creates the buttons of the pen and the laser pointer. The colours are visible while the pen is selected. Call `update`
 * after changes.
 */
export function makeDrawingTools(
  board: DrawingBoard,
  show: Show,
  words: PageWords,
): { part: HTMLElement; update(): void } {
  const labels = words.help.keys
  const pen = button(icon('pen'), labels.draw, 'ui-tool', () => board.choose('pen'))
  const laser = button(icon('laser'), labels.laser, 'ui-tool', () => board.choose('laser'))
  const colors = Array.from({ length: penCount }, (_, i) => {
    const name = words.ink.color.replace('{x}', `${i + 1}`)
    return button(element('span', { class: 'ui-swatch' }), name, 'ui-tool ui-color', () => board.choosePen(i))
  })
  const undo = button(icon('undo'), labels.undo, 'ui-tool', () => undoStroke(board, show))
  const clear = button(icon('clear'), labels.clear, 'ui-tool', () => clearSlide(board, show))
  const extra = element('span', { class: 'ui-pens' }, ...colors, undo, clear)
  const update = () => {
    const tool = board.tool()
    pen.setAttribute('aria-pressed', `${tool === 'pen'}`)
    laser.setAttribute('aria-pressed', `${tool === 'laser'}`)
    const strokes = board.drawings()[show.pageId()] ?? []
    for (const one of [undo, clear]) one.disabled = strokes.length === 0
    extra.hidden = tool !== 'pen' && strokes.length === 0
    const slide = show.page.slides[show.index()]
    const pens = slide && !extra.hidden ? pensFor(slide) : null
    for (const [i, color] of colors.entries()) {
      color.setAttribute('aria-pressed', `${tool === 'pen' && board.pen() === i}`)
      const swatch = color.firstElementChild as HTMLElement
      swatch.style.background = pens?.colors[i] ?? ''
      swatch.style.borderColor = pens?.outline ?? ''
    }
  }
  update()
  return { part: element('span', { class: 'ui-ink-tools' }, pen, laser, extra), update }
}
