import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Editor } from '../editor.ts'
import { isBlank, opsToSet, valueAt } from '../values.ts'
import type { ControlProps } from './control.ts'

/** The theme of the deck: by its name, or by pictures of the slide in each theme, with the colours of the deck. */
export function ThemeControl(props: ControlProps) {
  const { editor } = props
  const isOpen = useSignal(false)
  useEffect(() => {
    // Somebody may have made a theme since.
    editor.service.themes().then(
      ({ themes }) => {
        editor.themes.value = themes
      },
      () => {},
    )
  }, [editor])
  return (
    <>
      <ThemeNames {...props} />
      <details
        class="ui-edit-layout-pictures"
        onToggle={(event) => {
          isOpen.value = event.currentTarget.open
        }}
      >
        <summary>{editor.words.controls.themes.show}</summary>
        {isOpen.value && <ThemePictures {...props} />}
      </details>
    </>
  )
}

function ThemeNames({ editor, path, labelId }: ControlProps) {
  const { deck, words } = editor
  const value = valueAt(deck.value, path)
  const now = isBlank(value) ? '' : String(value)
  const themes = editor.themes.value
  const known = themes.some(({ name }) => name === now)
  return (
    <select
      class="ui-edit-input"
      aria-labelledby={labelId}
      value={now}
      onChange={(event) => editor.edit(opsToSet(deck.value, path, event.currentTarget.value))}
    >
      <option value="">{words.controls.themes.default}</option>
      {!known && now !== '' && <option value={now}>{now}</option>}
      {themes.map(({ name, title }) => (
        <option key={name} value={name}>
          {title}
        </option>
      ))}
    </select>
  )
}

function ThemePictures({ editor, path }: ControlProps) {
  const { deck, hash, show, themes, shown } = editor
  shown.value
  const now = valueAt(deck.value, path)
  const query = new URLSearchParams({ lang: show.page.lang, version: hash.value })
  return (
    <div class="ui-edit-layout-grid">
      {themes.value.map(({ name, title }) => (
        <button
          type="button"
          key={name}
          aria-pressed={name === now}
          onClick={() => editor.edit(opsToSet(deck.value, path, name))}
        >
          <ThemePicture
            editor={editor}
            title={title}
            src={`themes/${show.pageId()}/${encodeURIComponent(name)}/?${query}`}
          />
          <span>{title}</span>
        </button>
      ))}
    </div>
  )
}

/** The slide in a frame of its own, since a theme has rules for whole pages. It is scaled down to the width of its button. */
function ThemePicture({ editor, src, title }: { editor: Editor; src: string; title: string }) {
  const frame = useRef<HTMLSpanElement>(null)
  const { width, height } = editor.show.page
  useLayoutEffect(() => {
    const { current: around } = frame
    if (!around) return
    const scale = () => {
      around.style.setProperty('--width', `${width}px`)
      around.style.setProperty('--height', `${height}px`)
      around.style.setProperty('--ratio', `${width / height}`)
      around.style.setProperty('--scale', `${around.clientWidth / width}`)
    }
    scale()
    const observer = new ResizeObserver(scale)
    observer.observe(around)
    return () => observer.disconnect()
  }, [width, height])
  return (
    <span class="ui-edit-theme" ref={frame}>
      <iframe src={src} title={title} tabIndex={-1} aria-hidden="true" scrolling="no" loading="lazy" />
    </span>
  )
}
