import {
  applyDrawingEvent,
  type DrawingEvent,
  type Drawings,
  type LaserSpot,
  penCount,
} from '../../model/wire/drawing.ts'

/** What the pointer does on a slide. */
export type Tool = 'none' | 'pen' | 'laser'

/** Drawings and the laser pointer of a talk, shared by all windows that show its slides. */
export interface DrawingBoard {
  tool(): Tool
  /** Takes a tool up, or puts it down where it was in hand. */
  choose(tool: Tool): void
  pen(): number
  /** Takes the pen up with one of its colours; the next one where none is named. */
  choosePen(pen?: number): void
  drawings(): Drawings
  laserSpot(): LaserSpot | null
  /** Does what this page's own hand asks for, and tells those who pass it on. */
  draw(event: DrawingEvent): void
  /** Does what another hand did. */
  apply(event: DrawingEvent): void
  /** Takes over what was drawn elsewhere. */
  replace(drawings: Drawings, laserSpot: LaserSpot | null): void
  onChange(listener: () => void): void
  /** Calls back with what this page's own hand did. */
  onDraw(listener: (event: DrawingEvent) => void): void
}

/** Empty slides, and no tool in hand. */
export function makeDrawingBoard(): DrawingBoard {
  let tool: Tool = 'none'
  let pen = 0
  let drawings: Drawings = {}
  let laserSpot: LaserSpot | null = null
  const changed = new Set<() => void>()
  const acted = new Set<(event: DrawingEvent) => void>()
  const tell = () => {
    for (const listener of changed) listener()
  }
  const apply = (event: DrawingEvent) => {
    const before = drawings
    drawings = applyDrawingEvent(drawings, event)
    if (event.type === 'laser') laserSpot = event.spot
    else if (before === drawings) return false
    tell()
    return true
  }
  const draw = (event: DrawingEvent) => {
    if (!apply(event)) return
    for (const listener of acted) listener(event)
  }
  const choose = (next: Tool) => {
    if (tool === 'laser' && laserSpot) draw({ type: 'laser', spot: null })
    tool = tool === next ? 'none' : next
    tell()
  }
  return {
    tool: () => tool,
    choose,
    pen: () => pen,
    choosePen: (wanted) => {
      const inHand = tool === 'pen'
      pen = wanted ?? (inHand ? (pen + 1) % penCount : pen)
      if (inHand) tell()
      else choose('pen')
    },
    drawings: () => drawings,
    laserSpot: () => laserSpot,
    draw,
    apply,
    replace: (all, at) => {
      drawings = all
      laserSpot = at
      tell()
    },
    onChange: (listener) => changed.add(listener),
    onDraw: (listener) => acted.add(listener),
  }
}
