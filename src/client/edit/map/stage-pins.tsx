import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { BoxPins, DrawnPin } from '../../../model/wire/map-edit.ts'
import type { Editor } from '../editor.ts'
import { boxElements } from '../stage-boxes.tsx'
import { pathKey } from '../values.ts'
import { pointAt } from './mesh.ts'
import { opsToMovePin } from './pin-ops.ts'

/** A pin that was moved by keys is written after a pause. Units: milliseconds. */
const pauseMs = 600

/** A box of the slide with pins. Units: px of the section around the slide; `scale`: px of it per px of the stage. */
interface PlacedPins extends BoxPins {
  left: number
  top: number
  scale: number
}

/** Handles over the pins of the maps on the slide: they are dragged, or moved by the arrow keys. */
export function StagePins({ editor }: { editor: Editor }) {
  const { show, shown, source, saver } = editor
  const id = show.pageId()
  const stamp = `${shown.value} ${id} ${source.value?.hash} ${saver.state.value.kind}`
  const boxes = useSignal<readonly PlacedPins[]>([])
  const found = useRef<Readonly<Record<string, BoxPins>>>({})
  const measure = () => {
    boxes.value = placesOf(editor, found.current)
  }
  useEffect(() => {
    let isOld = false
    const section = show.page.slides[show.index()]
    if (!section?.querySelector('svg.map')) {
      found.current = {}
      boxes.value = []
      return
    }
    editor.service.pins(id).then(
      (answer) => {
        if (isOld || saver.waiting().length > 0 || answer.hash !== source.peek()?.hash) return
        found.current = answer.boxes
        measure()
      },
      () => {},
    )
    return () => {
      isOld = true
    }
  }, [stamp])
  useEffect(() => {
    const observer = new ResizeObserver(() => requestAnimationFrame(measure))
    observer.observe(show.page.reveal)
    return () => observer.disconnect()
  }, [])
  return (
    <>
      {boxes.value.flatMap((box) =>
        box.pins.map((pin) => <Pin key={pathKey(pin.path)} editor={editor} box={box} pin={pin} />),
      )}
    </>
  )
}

function placesOf({ show }: Editor, found: Readonly<Record<string, BoxPins>>): PlacedPins[] {
  const around = document.querySelector('.ui-edit-stage')?.getBoundingClientRect()
  const section = show.page.slides[show.index()]
  if (!around || !section) return []
  const elements = boxElements(section)
  return Object.entries(found).flatMap(([index, box]) => {
    const map = elements[Number(index)]?.querySelector('svg.map')?.getBoundingClientRect()
    if (!map || map.width === 0) return []
    return [{ ...box, left: map.left - around.left, top: map.top - around.top, scale: map.width / box.mesh.width }]
  })
}

interface PinProps {
  editor: Editor
  box: PlacedPins
  pin: DrawnPin
}

interface Offset {
  x: number
  y: number
}

function Pin({ editor, box, pin }: PinProps) {
  const { words, deck } = editor
  const button = useRef<HTMLButtonElement>(null)
  /** How far the pin has been moved. Units: px of the stage; null while it rests. */
  const moved = useSignal<Offset | null>(null)
  const began = useRef<Offset | null>(null)
  const timer = useRef(0)
  const { x: dx, y: dy } = moved.value ?? { x: 0, y: 0 }
  const [x, y] = [pin.x + dx, pin.y + dy]
  const at = pointAt(box.mesh, x, y)
  useLayoutEffect(() => {
    button.current?.style.setProperty('left', `${box.left + x * box.scale}px`)
    button.current?.style.setProperty('top', `${box.top + y * box.scale}px`)
  })
  useLayoutEffect(() => {
    // The map has been drawn anew, with the pin where it was put.
    if (!began.current) moved.value = null
  }, [pin])
  const apply = () => {
    clearTimeout(timer.current)
    began.current = null
    const target = moved.peek()
    const to = target && pointAt(box.mesh, pin.x + target.x, pin.y + target.y)
    if (to && (target.x !== 0 || target.y !== 0)) editor.edit(opsToMovePin(deck.value, pin.path, to))
    else moved.value = null
  }
  const move = (by: Offset) => {
    const before = moved.peek() ?? { x: 0, y: 0 }
    const next = { x: before.x + by.x, y: before.y + by.y }
    if (pointAt(box.mesh, pin.x + next.x, pin.y + next.y)) moved.value = next
  }
  if (opsToMovePin(deck.value, pin.path, { lat: 0, lng: 0 }).length === 0) return null
  return (
    <button
      type="button"
      ref={button}
      class={moved.value ? 'ui-edit-pin ui-edit-moved' : 'ui-edit-pin'}
      aria-label={words.controls.map.pin.replace('{x}', pin.name)}
      title={words.controls.map.pin.replace('{x}', pin.name)}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        began.current = { x: event.clientX, y: event.clientY }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        if (!began.current) return
        const by = {
          x: (event.clientX - began.current.x) / box.scale,
          y: (event.clientY - began.current.y) / box.scale,
        }
        if (pointAt(box.mesh, pin.x + by.x, pin.y + by.y)) moved.value = by
      }}
      onPointerUp={apply}
      onPointerCancel={() => {
        began.current = null
        moved.value = null
      }}
      onBlur={() => moved.peek() && apply()}
      onKeyDown={(event) => {
        const steps: Record<string, Offset> = {
          ArrowLeft: { x: -1, y: 0 },
          ArrowRight: { x: 1, y: 0 },
          ArrowUp: { x: 0, y: -1 },
          ArrowDown: { x: 0, y: 1 },
        }
        const step = steps[event.key]
        clearTimeout(timer.current)
        if (event.key === 'Escape' && moved.peek()) moved.value = null
        else if (event.key === 'Enter' && moved.peek()) apply()
        else if (step) {
          const far = event.shiftKey ? 20 : 2
          move({ x: step.x * far, y: step.y * far })
          timer.current = window.setTimeout(apply, pauseMs)
        } else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {moved.value && at && (
        <span class="ui-edit-pin-place" role="status">
          {words.controls.map.at.replace('{x}', at.lat.toFixed(4)).replace('{y}', at.lng.toFixed(4))}
        </span>
      )}
    </button>
  )
}
