import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { scaleThumbnails, thumbnail } from '../show/thumbnail.ts'
import { type Editor, slideOfPage } from './editor.ts'
import { moveSlides, removeSlides } from './slide-edits.ts'
import { markDrag, useDrag } from './use-drag.ts'

/** The slides of the deck as thumbnails: to go to one, to select several, to move them. */
export function SlideList({ editor }: { editor: Editor }) {
  const { words, slides, selected, current, show, others } = editor
  editor.shown.value
  const list = useRef<HTMLDivElement>(null)
  const drag = useSlideDrag(editor, list)
  const pages = pagesBySlide(editor)
  useEffect(() => {
    const frame = list.current?.querySelector<HTMLElement>('.ui-thumb-frame')
    if (!list.current || !frame) return
    const observer = scaleThumbnails(list.current, frame, show.page.width)
    return () => observer.disconnect()
  }, [slides.value.length > 0])
  useEffect(() => {
    list.current?.querySelector(`[data-index="${current.value}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current.value])
  const focus = (index: number) => {
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus())
  }
  return (
    <div
      class="ui-edit-list"
      role="listbox"
      aria-multiselectable="true"
      aria-label={words.slides.title}
      ref={list}
      {...drag}
      onKeyDown={(event) => onKey(event, editor, focus)}
    >
      {slides.value.map((_, index) => {
        const shown = pages.get(index) ?? []
        return (
          <div
            key={index}
            role="option"
            class="ui-edit-slide"
            data-index={index}
            tabIndex={index === current.value ? 0 : -1}
            aria-selected={selected.value.has(index)}
            aria-current={index === current.value ? 'true' : undefined}
          >
            <span class="ui-edit-number">{index + 1}</span>
            <span class="ui-live">{titleOf(shown)}</span>
            <Thumb slide={shown[0]} stamp={editor.shown.value} />
            {others.value.some(({ slide }) => slide === index + 1) && (
              <span class="ui-edit-other" title={words.others.slide.replace('{x}', `${index + 1}`)}>
                <span class="ui-live">{words.others.slide.replace('{x}', `${index + 1}`)}</span>
              </span>
            )}
            {shown.length > 1 && (
              <span class="ui-edit-more" title={words.slides.pages.replace('{x}', `${shown.length}`)}>
                ×{shown.length}
              </span>
            )}
          </div>
        )
      })}
    </div>
  )
}

/** The pages of each slide, by its index in the file. */
function pagesBySlide(editor: Editor): ReadonlyMap<number, readonly HTMLElement[]> {
  const pages = new Map<number, HTMLElement[]>()
  for (const page of editor.show.page.slides) {
    const index = slideOfPage(editor, page.id)
    pages.set(index, [...(pages.get(index) ?? []), page])
  }
  return pages
}

const titleOf = (pages: readonly HTMLElement[]): string =>
  pages[0]?.querySelector(':is(h1, h2)')?.textContent?.trim().replace(/\s+/g, ' ') ?? ''

/** A thumbnail, drawn when it becomes visible, and anew whenever the slide looks different. */
function Thumb({ slide, stamp }: { slide: HTMLElement | undefined; stamp: number }) {
  const frame = useRef<HTMLSpanElement>(null)
  const drawn = useRef('')
  const seen = useSignal(false)
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) seen.value = true
    })
    if (frame.current) observer.observe(frame.current)
    return () => observer.disconnect()
  }, [])
  useLayoutEffect(() => {
    if (!seen.value || !frame.current) return
    const content = slide ? slide.innerHTML + slide.className : ''
    if (content === drawn.current) return
    drawn.current = content
    frame.current.replaceChildren(...(slide ? [thumbnail(slide)] : []))
  }, [slide, stamp, seen.value])
  return <span class="ui-thumb-frame" ref={frame} />
}

/** Selects by the keyboard, as lists of a desktop do, and moves slides with Alt. */
function onKey(event: KeyboardEvent, editor: Editor, focus: (index: number) => void): void {
  const { current, selected, slides } = editor
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
  const last = slides.value.length - 1
  const to = event.key === 'Home' ? 0 : event.key === 'End' ? last : step === undefined ? null : current.value + step
  if (event.key === 'Delete') removeSlides(editor)
  else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
    selected.value = new Set(slides.value.keys())
  } else if (to === null) return
  else if (event.altKey && step !== undefined) {
    const chosen = [...selected.value].sort((a, b) => a - b)
    const before = step < 0 ? chosen[0]! - 1 : chosen.at(-1)! + 2
    if (before >= 0 && before <= slides.value.length) moveSlides(editor, before)
    focus(current.value)
  } else if (to >= 0 && to <= last) {
    const before = selected.value
    editor.goTo(to)
    if (event.shiftKey) selected.value = new Set([...before, to])
    focus(to)
  }
  event.preventDefault()
  event.stopPropagation()
}

/** Selects with the mouse, and drags the selected slides. */
function useSlideDrag(editor: Editor, list: { current: HTMLElement | null }) {
  const items = () => [...(list.current?.children ?? [])]
  return useDrag(list, {
    items,
    indexAt: ({ target }) => {
      const option = (target as Element).closest<HTMLElement>('[data-index]')
      return option ? Number(option.dataset.index) : null
    },
    onBegin: (index) => {
      if (!editor.selected.value.has(index)) editor.goTo(index)
    },
    onDrag: (dragged) => markDrag(items(), dragged, editor.selected.value),
    onDrop: ({ before }) => moveSlides(editor, before),
    onClick: (event, index) => choose(editor, event, index),
  })
}

/** Selects a slide as lists of a desktop do. */
function choose(editor: Editor, event: PointerEvent, index: number): void {
  const { selected, current } = editor
  if (event.ctrlKey || event.metaKey) {
    const next = new Set(selected.value)
    if (!next.delete(index)) next.add(index)
    selected.value = next.size > 0 ? next : new Set([index])
  } else if (event.shiftKey) {
    const [from, to] = [Math.min(current.value, index), Math.max(current.value, index)]
    selected.value = new Set(Array.from({ length: to - from + 1 }, (_, i) => from + i))
  } else editor.goTo(index)
}
