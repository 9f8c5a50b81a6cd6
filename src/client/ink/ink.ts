import { type Drawings, drawingsAfter, type InkEvent, penCount, type Spot } from '../../model/wire/ink.ts'

/** What the pointer does on a slide. */
export type Tool = 'none' | 'pen' | 'laser'

/** Drawings and the laser pointer of a talk, shared by all windows that show its slides. */
export interface Ink {
  tool(): Tool
  /** Takes a tool up, or puts it down where it was in hand. */
  choose(tool: Tool): void
  pen(): number
  /** Takes the pen up with one of its colours; the next one where none is named. */
  choosePen(pen?: number): void
  drawings(): Drawings
  spot(): Spot | null
  /** Does what this page's own hand asks for, and tells those who pass it on. */
  act(event: InkEvent): void
  /** Does what another hand did. */
  apply(event: InkEvent): void
  /** Takes over what was drawn elsewhere. */
  replace(drawings: Drawings, spot: Spot | null): void
  onChange(listener: () => void): void
  /** Calls back with what this page's own hand did. */
  onAct(listener: (event: InkEvent) => void): void
}

/** Empty slides, and no tool in hand. */
export function makeInk(): Ink {
  let tool: Tool = 'none'
  let pen = 0
  let drawings: Drawings = {}
  let spot: Spot | null = null
  const changed = new Set<() => void>()
  const acted = new Set<(event: InkEvent) => void>()
  const tell = () => {
    for (const listener of changed) listener()
  }
  const apply = (event: InkEvent) => {
    const before = drawings
    drawings = drawingsAfter(drawings, event)
    if (event.is === 'laser') spot = event.spot
    else if (before === drawings) return false
    tell()
    return true
  }
  const act = (event: InkEvent) => {
    if (!apply(event)) return
    for (const listener of acted) listener(event)
  }
  const choose = (next: Tool) => {
    if (tool === 'laser' && spot) act({ is: 'laser', spot: null })
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
    spot: () => spot,
    act,
    apply,
    replace: (all, at) => {
      drawings = all
      spot = at
      tell()
    },
    onChange: (listener) => changed.add(listener),
    onAct: (listener) => acted.add(listener),
  }
}
