import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { type LayoutName, layoutCodes } from '../../../model/deck.ts'
import { scaleThumbnails, thumbnail } from '../../show/thumbnail.ts'
import { opsToSet, valueAt } from '../values.ts'
import { Choice } from './choice-control.tsx'
import type { ControlProps } from './control.ts'
import { layoutNames, layoutOf } from './layouts.ts'

/** The layout of a slide: by its name, or by small pictures of the slide in each. */
export function LayoutControl(props: ControlProps) {
  const { editor, path } = props
  const isOpen = useSignal(false)
  const now = layoutOf(valueAt(editor.deck.value, path))
  return (
    <>
      <Choice {...props} shown={now ?? ''} options={layoutNames.map((name) => [name, editor.words.layouts[name]])} />
      <details
        class="ui-edit-layout-pictures"
        onToggle={(event) => {
          isOpen.value = event.currentTarget.open
        }}
      >
        <summary>{editor.words.layoutPictures}</summary>
        {isOpen.value && <LayoutPictures {...props} now={now} />}
      </details>
    </>
  )
}

/**
 * The slide in each layout that makes something else of it. They are laid out one after the other, and again after the slide has
 * changed.
 */
function LayoutPictures({ editor, path, now }: ControlProps & { now: LayoutName | null }) {
  const { deck, hash, words, drafts } = editor
  const pages = useSignal<Partial<Record<LayoutName, HTMLElement>>>({})
  const isReady = useSignal(false)
  const list = useRef<HTMLDivElement>(null)
  const index = path.at(-2)
  useEffect(() => {
    const ending = new AbortController()
    const lay = async () => {
      const slide = typeof index === 'number' ? editor.numberOf(index) : null
      if (slide === null) return
      const present = editor.show.page.slides.find(({ dataset }) => dataset.slide === `${slide}`)
      const known = new Set(now === null && present ? [looksOf(present)] : [])
      // The layout that the slide has comes first: another one that looks the same changes nothing.
      for (const name of [...layoutNames].sort((a, b) => Number(b === now) - Number(a === now))) {
        const ops = opsToSet(deck.value, path, codeOf(name))
        const page = await drafts.preview(ops, slide, hash.value, ending.signal)
        if (ending.signal.aborted) return
        const isOther = page !== null && !known.has(looksOf(page))
        if (page) known.add(looksOf(page))
        pages.value = { ...pages.value, [name]: isOther ? page : undefined }
      }
      isReady.value = true
    }
    isReady.value = false
    void lay()
    return () => ending.abort()
  }, [hash.value])
  const names = layoutNames.filter((name) => pages.value[name])
  const isDrawn = names.length > 0
  useEffect(() => {
    const frame = list.current?.querySelector<HTMLElement>('.ui-thumb-frame')
    if (!list.current || !frame) return
    const observer = scaleThumbnails(list.current, frame, editor.show.page.width)
    return () => observer.disconnect()
  }, [isDrawn])
  return (
    <>
      <div class="ui-edit-layout-grid" ref={list} aria-busy={!isReady.value}>
        {names.map((name) => (
          <button
            type="button"
            key={name}
            aria-pressed={name === now}
            onClick={() => editor.edit(opsToSet(deck.value, path, codeOf(name)))}
          >
            <Picture page={pages.value[name]} />
            <span>{words.layouts[name]}</span>
          </button>
        ))}
      </div>
      <p class="ui-edit-note" role="status">
        {isReady.value && names.every((name) => name === now) ? words.layoutsSame : ''}
      </p>
    </>
  )
}

/** What a page shows, apart from its place in the show. Layouts may have other names for the same place of a box. */
function looksOf(page: HTMLElement): string {
  const picture = thumbnail(page)
  const section = picture.querySelector('section')
  for (const name of [...(section?.attributes ?? [])].map(({ name }) => name)) {
    if (name !== 'class') section?.removeAttribute(name)
  }
  for (const one of picture.querySelectorAll('[style]')) one.removeAttribute('style')
  return picture.innerHTML.replace(/\s+/g, ' ')
}

/** The code by which decks name a layout. */
const codeOf = (name: LayoutName): string =>
  Object.entries(layoutCodes).find(([, layout]) => layout === name)?.[0] ?? name

function Picture({ page }: { page: HTMLElement | undefined }) {
  const frame = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => frame.current?.replaceChildren(...(page ? [thumbnail(page)] : [])), [page])
  return <span class="ui-thumb-frame" ref={frame} />
}
