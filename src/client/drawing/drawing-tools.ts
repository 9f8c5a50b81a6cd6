import type { PageWords } from '../../model/words.ts'
import { button, element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import type { Show } from '../show/show.ts'
import type { DrawingBoard, Tool } from './drawing-board.ts'
import { penNames, pensFor } from './pens.ts'

/** Removes the last stroke from the current slide. */
export const undoStroke = (board: DrawingBoard, show: Show): void => board.draw({ type: 'undo', page: show.pageId() })

/** Removes all strokes from the current slide. */
export const clearSlide = (board: DrawingBoard, show: Show): void => board.draw({ type: 'clear', page: show.pageId() })

/** Buttons for drawing. Call `update` after changes. */
export interface DrawingTools {
  part: HTMLElement
  update(): void
}

/** Creates the buttons that take the pen and the laser pointer into the hand, or lay them down. */
export function makeToolChoice(board: DrawingBoard, words: PageWords): DrawingTools {
  const labels = words.help.keys
  const pen = button(icon('pen'), labels.draw, 'ui-tool', () => board.choose('pen'))
  const laser = button(icon('laser'), labels.laser, 'ui-tool', () => board.choose('laser'))
  const update = () => {
    const isDrawing = board.tool() === 'pen' || board.tool() === 'eraser'
    pen.setAttribute('aria-pressed', `${isDrawing}`)
    laser.setAttribute('aria-pressed', `${board.tool() === 'laser'}`)
  }
  update()
  return { part: element('span', { class: 'ui-ink-tools' }, pen, laser), update }
}

/** Creates the buttons of the pens, of the eraser, and of what removes strokes from the slide. */
export function makePens(board: DrawingBoard, show: Show, words: PageWords): DrawingTools {
  const labels = words.help.keys
  const colors = penNames.map((name, i) =>
    button(element('span', { class: 'ui-swatch' }), words.ink.pens[name], 'ui-tool ui-color', () => board.choosePen(i)),
  )
  const eraser = button(icon('eraser'), labels.eraser, 'ui-tool', () => board.choose('eraser'))
  const undo = button(icon('undo'), labels.undo, 'ui-tool', () => undoStroke(board, show))
  const clear = button(icon('clear'), labels.clear, 'ui-tool', () => clearSlide(board, show))
  const part = element('span', { class: 'ui-pens' }, ...colors, eraser, undo, clear)
  const update = () => {
    const tool = board.tool()
    const strokes = board.drawings()[show.pageId()] ?? []
    for (const one of [undo, clear]) one.disabled = strokes.length === 0
    eraser.setAttribute('aria-pressed', `${tool === 'eraser'}`)
    const slide = show.page.slides[show.index()]
    const pens = slide ? pensFor(slide) : null
    for (const [i, color] of colors.entries()) {
      color.setAttribute('aria-pressed', `${tool === 'pen' && board.pen() === i}`)
      const swatch = color.firstElementChild as HTMLElement
      swatch.style.background = pens?.colors[i] ?? ''
      swatch.style.borderColor = pens?.outline ?? ''
    }
  }
  return { part, update }
}

/** Creates all buttons in a row, where the pens are visible while one of them, or what it has drawn, is there. */
export function makeDrawingTools(board: DrawingBoard, show: Show, words: PageWords): DrawingTools {
  const choice = makeToolChoice(board, words)
  const pens = makePens(board, show, words)
  const update = () => {
    choice.update()
    const isNeeded = isDrawing(board.tool()) || (board.drawings()[show.pageId()] ?? []).length > 0
    pens.part.hidden = !isNeeded
    // Reading colours takes time, and few slides are drawn on.
    if (isNeeded) pens.update()
  }
  update()
  return { part: element('span', { class: 'ui-ink-tools' }, choice.part, pens.part), update }
}

const isDrawing = (tool: Tool) => tool === 'pen' || tool === 'eraser'

/**
 * Creates the strip of tools in the margin of the slide, which is there as long as one of them is in the hand. The arrow keys
 * go from button to button while one has the focus.
 */
export function makeToolStrip(board: DrawingBoard, show: Show, words: PageWords): DrawingTools & { remove(): void } {
  const choice = makeToolChoice(board, words)
  const pens = makePens(board, show, words)
  const leave = button(icon('close'), words.close, 'ui-tool', () => board.choose('none'))
  const part = element(
    'div',
    { class: 'ui-strip-tools', role: 'region', 'aria-label': words.ink.title },
    choice.part,
    pens.part,
    leave,
  )
  part.addEventListener('keydown', (event) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (by === undefined) return
    const all = [...part.querySelectorAll('button')].filter(({ disabled }) => !disabled)
    const at = all.indexOf(event.target as HTMLButtonElement)
    all[(at + by + all.length) % all.length]?.focus()
    // The slide stays.
    event.preventDefault()
    event.stopPropagation()
  })
  const update = () => {
    part.hidden = board.tool() === 'none'
    if (part.hidden) return
    choice.update()
    pens.part.hidden = board.tool() === 'laser'
    if (!pens.part.hidden) pens.update()
  }
  update()
  document.body.append(part)
  return { part, update, remove: () => part.remove() }
}
