import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Editor, OpenText } from './editor.ts'
import { useText } from './use-text.ts'
import { opsToSet, pathKey, valueAt } from './values.ts'

/** The source of a text in a field over its box, in the font of the slide. */
export function TextInPlace({ editor, opened }: { editor: Editor; opened: OpenText }) {
  const { words, deck } = editor
  const { path, lang } = opened
  const value = valueAt(deck.value, path)
  const typed = useText(editor, {
    path,
    text: value === undefined || value === null ? '' : String(value),
    opsFor: (text, deck) => opsToSet(deck, path, text),
  })
  const field = useRef<HTMLTextAreaElement>(null)
  const isCancelled = useRef(false)
  useLayoutEffect(() => {
    if (field.current) place(field.current, opened, editor)
  })
  useEffect(() => {
    const { current: area } = field
    area?.focus()
    area?.setSelectionRange(area.value.length, area.value.length)
    const observer = new ResizeObserver(() => area && place(area, opened, editor))
    observer.observe(editor.show.page.reveal)
    return () => observer.disconnect()
  }, [])
  /** Closes the field. `isByKey`: the focus goes back to the box; else it has gone elsewhere. */
  const close = (apply: boolean, isByKey = false) => {
    if (isCancelled.current) return
    isCancelled.current = true
    if (apply) typed.apply()
    else typed.cancel()
    editor.openText.value = null
    const box = `.ui-edit-box[data-text="${CSS.escape(pathKey(path))}"]`
    if (isByKey) requestAnimationFrame(() => document.querySelector<HTMLElement>(box)?.focus())
  }
  const isShared = editor.others.value.some(({ open }) => open !== null && pathKey(open) === pathKey(path))
  return (
    <>
      {isShared && (
        <p class="ui-edit-shared" role="status">
          {words.others.text}
        </p>
      )}
      <textarea
        class="ui-edit-text"
        ref={field}
        lang={lang}
        spellcheck
        rows={1}
        aria-label={words.stage.text}
        title={words.stage.textKeys}
        value={typed.text}
        onInput={(event) => typed.type(event.currentTarget.value)}
        onBlur={() => close(true)}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') close(false, true)
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) close(true, true)
          else return
          event.preventDefault()
        }}
      />
    </>
  )
}

/** Puts the field over the box, as large as its text. */
function place(field: HTMLTextAreaElement, { box, style }: OpenText, { show }: Editor): void {
  const { reveal, width, height } = show.page
  const slides = reveal.querySelector('.slides')?.getBoundingClientRect()
  const around = field.parentElement?.getBoundingClientRect()
  if (!slides || !around) return
  const scale = slides.width / width
  const set = (name: string, value: string) => field.style.setProperty(name, value)
  const wide = Math.min(Math.max(box.width, width * 0.25), width - box.x)
  set('left', `${slides.left - around.left + box.x * scale}px`)
  set('top', `${slides.top - around.top + box.y * scale}px`)
  set('width', `${wide * scale}px`)
  set('font-family', style.fontFamily)
  set('font-size', `${Math.max(style.fontSize * scale, 12)}px`)
  set('font-weight', style.fontWeight)
  set('line-height', `${style.lineHeight}`)
  set('text-align', style.textAlign)
  set('height', 'auto')
  const room = (height - box.y) * scale
  set('height', `${Math.min(Math.max(box.height * scale, field.scrollHeight + 2), Math.max(room, 48))}px`)
}
