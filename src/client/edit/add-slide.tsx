import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { LayoutName } from '../../model/deck.ts'
import { layoutCodes } from '../../model/deck.ts'
import type { JsonValue } from '../../model/source.ts'
import { layoutNames } from './controls/layouts.ts'
import type { Editor } from './editor.ts'
import { IconButton } from './icons.tsx'
import { fieldPlaceholders } from './placeholders.ts'
import { addSlide } from './slide-edits.ts'

/** Adds a slide after the current one: the layouts as small pictures. */
export function AddSlide({ editor }: { editor: Editor }) {
  const { words } = editor
  const isOpen = useSignal(false)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isOpen.value) return
    root.current?.querySelector<HTMLElement>('.ui-edit-layouts button')?.focus()
    const leave = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) isOpen.value = false
    }
    document.addEventListener('pointerdown', leave)
    return () => document.removeEventListener('pointerdown', leave)
  }, [isOpen.value])
  const add = (name: LayoutName) => {
    isOpen.value = false
    addSlide(editor, newSlide(name, editor.newSlides[editor.show.page.lang]))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it closes what its button has opened
    <div
      class="ui-edit-adder"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen.value) return
        event.stopPropagation()
        isOpen.value = false
        root.current?.querySelector('button')?.focus()
      }}
    >
      <IconButton
        name="add"
        label
        title={words.tools.add}
        pressed={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value
        }}
      />
      {isOpen.value && (
        <fieldset class="ui-edit-layouts" aria-label={words.tools.add}>
          {layoutNames.map((name) => (
            <button type="button" key={name} onClick={() => add(name)}>
              <LayoutPicture name={name} />
              <span>{words.layouts[name]}</span>
            </button>
          ))}
        </fieldset>
      )}
    </div>
  )
}

/** The bars and areas of each layout, on a picture of 32 × 18 units. */
const pictures: Readonly<Record<LayoutName, string>> = {
  cover: 'M6 6h20v3H6zM10 11h12v1.5H10z',
  text: 'M3 2.5h16v2H3zM3 7h26v1.2H3zM3 10h24v1.2H3zM3 13h20v1.2H3z',
  image: 'M3 2.5h12v2H3zM3 7h12v1.2H3zM3 10h10v1.2H3zM17 2h13v14H17z',
  video: 'M3 2h26v14H3zM14 6v6l5-3z',
  map: 'M3 2.5h16v2H3zM3 6h26v10H3zM16 8a2 2 0 0 1 2 2c0 1.500-2 4-2 4s-2-2.500-2-4a2 2 0 0 1 2-2z',
  columns: 'M3 2.5h16v2H3zM3 7h11v1.2H3zM3 10h11v1.2H3zM18 7h11v1.2H18zM18 10h11v1.2H18z',
  section: 'M3 7.500h22v3H3z',
  quote: 'M4 4h3v4H4zM8.500 4h3v4h-3zM4 10h24v1.200H4zM4 13h14v1.200H4z',
  number: 'M3 6h7v4H3zM12.500 6h7v4h-7zM22 6h7v4h-7zM3 11.500h7v1H3zM12.500 11.500h7v1h-7zM22 11.500h7v1h-7z',
  closing: 'M9 7h14v3H9zM12 12h8v1.200h-8z',
  table: 'M3 2.5h26v3H3zM3 7h12v2H3zM17 7h12v2H17zM3 10.500h12v2H3zM17 10.500h12v2H17z',
  chart: 'M4 10h4v6H4zM11 6h4v10h-4zM18 8h4v8h-4zM25 3h4v13h-4z',
  people:
    'M6 5a2.500 2.500 0 1 1 5 0 2.500 2.500 0 0 1-5 0zM4 14c0-6 9-6 9 0zM21 5a2.500 2.500 0 1 1 5 0 2.500 2.500 0 0 1-5 0zM19 14c0-6 9-6 9 0z',
  timeline:
    'M3 4h5v1.500H3zM10 4h19v1.500H10zM3 8.200h5v1.500H3zM10 8.200h15v1.500H10zM3 12.400h5v1.500H3zM10 12.400h17v1.500H10z',
  poll: 'M3 2.500h20v2H3zM3 7h3v3H3zM4 8v1h1V8zM8 7.900h16v1.200H8zM3 12h3v3H3zM4 13v1h1v-1zM8 12.900h20v1.200H8z',
}

/** A layout as a small picture. */
export const LayoutPicture = ({ name }: { name: LayoutName }) => (
  <svg viewBox="0 0 32 18" class="ui-edit-layout" aria-hidden="true" focusable="false">
    <path d={pictures[name]} fill-rule="evenodd" />
  </svg>
)

/** A slide of a layout, with words to be replaced where it would show nothing without. */
export function newSlide(name: LayoutName, words: Editor['words']['newSlide']): JsonValue {
  const [code = ''] = Object.entries(layoutCodes).find(([, layout]) => layout === name) ?? []
  const slide = { title: words.title, block: code }
  const { title } = words
  const { table, chart, people, timeline, poll, map } = fieldPlaceholders(words)
  const filled: Partial<Record<LayoutName, JsonValue>> = {
    columns: { ...slide, text: [words.text, words.text] },
    quote: { ...slide, text: words.text },
    number: { ...slide, text: `10 — ${words.name}\n20 — ${words.name}` },
    table: { title, table },
    chart: { title, chart },
    people: { title, people },
    timeline: { title, timeline },
    poll: { title, poll },
    map: { title, map },
    section: slide,
    closing: slide,
  }
  return filled[name] ?? { ...slide, text: words.text }
}
