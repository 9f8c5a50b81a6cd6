import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect } from 'preact/hooks'
import type { NodePath } from '../../model/source.ts'
import type { Editor, OpenText } from './editor.ts'
import { textPath } from './text-places.ts'
import { isSame, pathKey } from './values.ts'

/** A box of the slide that comes from the file. */
interface StageBox {
  element: HTMLElement
  /** The path of what it shows. */
  path: NodePath
  /** The path of its text; null if it is none. */
  text: NodePath | null
  label: string
}

/** Units: px of the section around the slide. */
interface Place {
  left: number
  top: number
  width: number
  height: number
}

/** Frames over the boxes of the slide: a click selects one, a double click or Enter opens its text. */
export function StageBoxes({ editor }: { editor: Editor }) {
  const { show, shown, current, block, openText } = editor
  const stamp = `${shown.value} ${current.value} ${show.pageId()}`
  const boxes = stageBoxes(editor)
  const places = useSignal<readonly Place[]>([])
  const measure = () => {
    const around = document.querySelector('.ui-edit-stage')?.getBoundingClientRect()
    if (!around) return
    const next = stageBoxes(editor).map(({ element }): Place => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return { left: left - around.left, top: top - around.top, width, height }
    })
    if (!isSame(next as never, places.peek() as never)) places.value = next
  }
  useLayoutEffect(measure, [stamp])
  useEffect(() => {
    const observer = new ResizeObserver(() => requestAnimationFrame(measure))
    observer.observe(show.page.reveal)
    return () => observer.disconnect()
  }, [])
  return (
    <>
      {boxes.map(({ path, text, label }, index) => (
        <button
          type="button"
          key={index}
          class="ui-edit-box"
          aria-label={label}
          data-text={text ? pathKey(text) : undefined}
          aria-pressed={block.value !== null && isSame([...block.value], [...path])}
          // Its text is open in front of it.
          hidden={text !== null && openText.value !== null && isSame([...text], [...openText.value.path])}
          style={stylePx(places.value[index])}
          onClick={() => {
            block.value = path
            editor.tab.value = 'slide'
          }}
          onDblClick={() => open(editor, index)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'F2') return
            event.preventDefault()
            if (text) openText.value = describe(editor, index)
            else open(editor, index)
          }}
        />
      ))}
    </>
  )
}

const stylePx = (place: Place | undefined) =>
  place && {
    left: `${place.left}px`,
    top: `${place.top}px`,
    width: `${place.width}px`,
    height: `${place.height}px`,
  }

/** Opens the text of a box, or shows in the panel what is no text. */
function open(editor: Editor, index: number): void {
  const box = stageBoxes(editor)[index]
  if (!box) return
  editor.block.value = box.path
  const text = describe(editor, index)
  if (text) editor.openText.value = text
  else {
    editor.tab.value = 'slide'
    requestAnimationFrame(() =>
      document
        .querySelector<HTMLElement>('.ui-edit-panel .ui-edit-chosen :is(input, textarea, select, button)')
        ?.focus(),
    )
  }
}

/** Boxes that every page has, or that are drawn around others. */
const frames = ':is(.ornament, .matte, .rule)'

/** The boxes of a page that come from the file, in the order in which the server names them. */
export const boxElements = (section: Element): HTMLElement[] => [
  ...section.querySelectorAll<HTMLElement>(`:scope > .box:not(${frames})`),
]

function stageBoxes(editor: Editor): StageBox[] {
  const { show, source, schema, deck } = editor
  const section = show.page.slides[show.index()]
  const page = section && source.value?.pages[section.id]
  if (!section || !page) return []
  return boxElements(section).flatMap((element, index) => {
    const [place] = page.boxes[index] ?? []
    if (!place) return []
    const isCaption = element.classList.contains('caption')
    const text = textPath(schema, deck.value, place, { lang: langOf(element), isCaption })
    const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 80)
    const alt = element.querySelector('img')?.alt ?? ''
    return [{ element, path: place.path, text, label: words || alt || editor.words.stage.box }]
  })
}

/** The language of what a box shows. A drawing has no property `lang`, only the attribute. */
const langOf = (element: HTMLElement) =>
  (element.querySelector('[lang]') ?? element.closest('[lang]'))?.getAttribute('lang')?.slice(0, 2) || 'en'

/** The element with the most words of its own: its letters are those of the text. */
function mainLine(element: HTMLElement): Element {
  const ownLength = (one: Element) =>
    [...one.childNodes].reduce(
      (sum, node) => sum + (node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '').length : 0),
      0,
    )
  return [...element.querySelectorAll('*')].reduce(
    (longest: Element, one) => (ownLength(one) > ownLength(longest) ? one : longest),
    element,
  )
}

let opened = 0

/** Returns how the text of a box stands on the slide; null if it is none. */
function describe(editor: Editor, index: number): OpenText | null {
  const box = stageBoxes(editor)[index]
  if (!box?.text) return null
  const { element } = box
  const look = getComputedStyle(mainLine(element))
  const fontSize = Number.parseFloat(look.fontSize)
  return {
    id: ++opened,
    path: box.text,
    box: { x: element.offsetLeft, y: element.offsetTop, width: element.offsetWidth, height: element.offsetHeight },
    style: {
      fontFamily: look.fontFamily,
      fontSize,
      fontWeight: look.fontWeight,
      lineHeight: (Number.parseFloat(look.lineHeight) || fontSize * 1.25) / fontSize,
      textAlign: look.textAlign,
    },
    lang: langOf(element),
  }
}
