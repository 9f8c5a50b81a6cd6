import {
  applyDrawingEvent,
  type DrawingEvent,
  type Drawings,
  type LaserSpot,
  penCount,
} from '../../model/wire/drawing.ts'

/** The tool that the pointer uses on a slide. */
export type Tool = 'none' | 'pen' | 'eraser' | 'laser'

/** The drawings and the laser pointer of a talk, shared by all windows that show its slides. */
export interface DrawingBoard {
  tool(): Tool
  /** Selects a tool, or deselects it if it was selected. */
  choose(tool: Tool): void
  /** The index of the current pen. */
  pen(): number
  /** Selects a pen by its index. Without an index, selects the current pen, or the next one if a pen is selected. */
  choosePen(pen?: number): void
  drawings(): Drawings
  /** Whether nothing is drawn on any slide. */
  isEmpty(): boolean
  laserSpot(): LaserSpot | null
  /** Applies an event of this page's user, and notifies the listeners of `onDraw`. */
  draw(event: DrawingEvent): void
  /** Applies an event of another page. */
  apply(event: DrawingEvent): void
  /** Replaces everything by the state of another page. */
  replace(drawings: Drawings, laserSpot: LaserSpot | null): void
  /** Calls the listener after every change. */
  onChange(listener: () => void): void
  /** Calls the listener with the events of this page's user. */
  onDraw(listener: (event: DrawingEvent) => void): void
}

/** Creates a board without drawings, and with no tool selected. */
export function makeDrawingBoard(): DrawingBoard {
  let tool: Tool = 'none'
  let pen = 0
  let drawings: Drawings = {}
  let laserSpot: LaserSpot | null = null
  const changeListeners = new Set<() => void>()
  const drawListeners = new Set<(event: DrawingEvent) => void>()
  const notify = () => {
    for (const listener of changeListeners) listener()
  }
  const apply = (event: DrawingEvent) => {
    const before = drawings
    drawings = applyDrawingEvent(drawings, event)
    if (event.type === 'laser') laserSpot = event.spot
    else if (before === drawings) return false
    notify()
    return true
  }
  const draw = (event: DrawingEvent) => {
    if (!apply(event)) return
    for (const listener of drawListeners) listener(event)
  }
  const choose = (next: Tool) => {
    if (tool === 'laser' && laserSpot) draw({ type: 'laser', spot: null })
    tool = tool === next ? 'none' : next
    notify()
  }
  return {
    tool: () => tool,
    isEmpty: () => Object.values(drawings).every((strokes) => strokes.length === 0),
    choose,
    pen: () => pen,
    choosePen: (chosen) => {
      const isSelected = tool === 'pen'
      pen = chosen ?? (isSelected ? (pen + 1) % penCount : pen)
      if (isSelected) notify()
      else choose('pen')
    },
    drawings: () => drawings,
    laserSpot: () => laserSpot,
    draw,
    apply,
    replace: (all, at) => {
      drawings = all
      laserSpot = at
      notify()
    },
    onChange: (listener) => changeListeners.add(listener),
    onDraw: (listener) => drawListeners.add(listener),
  }
}
