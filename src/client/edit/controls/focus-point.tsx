import { useLayoutEffect, useRef } from 'preact/hooks'
import type { JsonValue, NodePath } from '../../../model/source.ts'
import type { Editor } from '../editor.ts'
import { isObject, opsToSet, valueAt } from '../values.ts'

/** A point of a picture. Units: percent of its width and height. */
export interface Point {
  x: number
  y: number
}

const sides: Readonly<Record<string, Partial<Point>>> = {
  left: { x: 0 },
  right: { x: 100 },
  top: { y: 0 },
  bottom: { y: 100 },
  center: {},
}

/** Reads a point as decks write it: `center top`, `50% 20%`, or fractions; the middle if there is none. */
export function readPoint(value: JsonValue | undefined): Point {
  const middle = { x: 50, y: 50 }
  if (isObject(value)) {
    const part = (own: JsonValue | undefined) => (own === undefined || own === null ? 50 : Number(own) * 100)
    return { x: part(value.x), y: part(value.y) }
  }
  if (typeof value !== 'string' || value.trim() === '') return middle
  const words = value.trim().split(/\s+/)
  if (words.every((word) => word.endsWith('%'))) {
    const [x = 50, y = 50] = words.map((word) => Number.parseInt(word, 10))
    return { x, y }
  }
  return Object.assign(middle, ...words.map((word) => sides[word]))
}

/** A point as decks write it. */
export const pointText = ({ x, y }: Point): string => `${Math.round(x)}% ${Math.round(y)}%`

interface FocusProps {
  editor: Editor
  /** The path of the pictures: `img_path` of a slide, `src` of a block. */
  path: NodePath
  index: number
  source: string
  /** Where the picture is on the slide, if not among all its pictures at the same index. */
  shown?: ShownAt
}

/** A picture of the slide: the one at an index among those that a selector finds. */
interface ShownAt {
  selector: string
  at: number
  /** Whether the first one will do, if there are fewer. */
  orFirst?: boolean
}

/** The picture with the point that stays visible when it is cropped: a click or the arrows move it. The crop is shown. */
export function FocusPoint({ editor, path, index, source, shown }: FocusProps) {
  const { words, deck } = editor
  editor.shown.value
  const fieldPath = focusPath(deck.value, path, index)
  const point = readPoint(valueAt(deck.value, fieldPath))
  const shownPicture = pictureOnSlide(editor, source, shown ?? { selector: '.box img', at: index, orFirst: true })
  const frame = useRef<HTMLButtonElement>(null)
  const crop = shownPicture && cropOf(shownPicture, point)
  useLayoutEffect(() => {
    const { style } = frame.current ?? {}
    style?.setProperty('--x', `${point.x}%`)
    style?.setProperty('--y', `${point.y}%`)
    for (const [name, value] of Object.entries(crop ?? {})) style?.setProperty(`--crop-${name}`, `${value}%`)
  })
  const put = ({ x, y }: Point) => {
    const next = { x: Math.min(100, Math.max(0, x)), y: Math.min(100, Math.max(0, y)) }
    editor.edit(opsToSet(deck.value, fieldPath, pointText(next)))
  }
  if (!shownPicture) return null
  return (
    <button
      type="button"
      class="ui-edit-focus"
      ref={frame}
      title={words.picture.focus}
      aria-label={`${words.picture.focus} ${pointText(point)}`}
      onClick={(event) => {
        const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
        // A click by the keyboard has no place.
        if (event.detail > 0)
          put({ x: ((event.clientX - left) / width) * 100, y: ((event.clientY - top) / height) * 100 })
      }}
      onKeyDown={(event) => {
        const steps: Record<string, Point> = {
          ArrowLeft: { x: -5, y: 0 },
          ArrowRight: { x: 5, y: 0 },
          ArrowUp: { x: 0, y: -5 },
          ArrowDown: { x: 0, y: 5 },
        }
        const step = steps[event.key]
        if (!step) return
        event.preventDefault()
        put({ x: point.x + step.x, y: point.y + step.y })
      }}
    >
      <img src={shownPicture.src} alt="" draggable={false} />
      {crop && <span class="ui-edit-crop" />}
      <span class="ui-edit-point" />
    </button>
  )
}

interface ShownPicture {
  src: string
  /** Units: px. */
  width: number
  height: number
  /** Width divided by height of the box that it fills; null if it is not cropped. */
  ratio: number | null
}

/** Finds a picture on the pages of the current slide. Its box tells how it is cropped. */
function pictureOnSlide({ show }: Editor, source: string, { selector, at, orFirst }: ShownAt): ShownPicture | null {
  const { slides } = show.page
  const section = slides[show.index()]
  if (!section || source === '') return null
  const pages = slides.filter(({ dataset }) => dataset.slide === section.dataset.slide)
  const images = pages.flatMap((page) => [...page.querySelectorAll<HTMLImageElement>(selector)])
  const image = images[at] ?? (orFirst ? images[0] : undefined)
  if (!image?.src) return null
  const { naturalWidth: width, naturalHeight: height } = image
  const isCropped = getComputedStyle(image).objectFit === 'cover'
  return { src: image.src, width, height, ratio: isCropped ? image.offsetWidth / image.offsetHeight : null }
}

/** The part of a picture that its box shows. Units: percent of its width and height. */
export function cropOf(
  { width, height, ratio }: Pick<ShownPicture, 'width' | 'height' | 'ratio'>,
  { x, y }: Point,
): { left: number; top: number; width: number; height: number } | null {
  if (ratio === null || width === 0 || height === 0) return null
  const own = width / height
  const [across, down] = own > ratio ? [ratio / own, 1] : [1, own / ratio]
  return { left: x * (1 - across), top: y * (1 - down), width: across * 100, height: down * 100 }
}

/** The path of the point of a picture: its own, or the one beside the pictures. */
function focusPath(deck: JsonValue, path: NodePath, index: number): NodePath {
  const pictures = valueAt(deck, path)
  const at = Array.isArray(pictures) ? [...path, index] : path
  if (isObject(valueAt(deck, at))) return [...at, 'focus']
  const name = path.at(-1) === 'img_path' ? 'img_focus' : 'focus'
  const beside = [...path.slice(0, -1), name]
  return Array.isArray(pictures) && pictures.length > 1 ? [...beside, index] : beside
}
