import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { PlaceSuggestion, PlacesAnswer } from '../../../model/wire/map-edit.ts'
import type { Editor } from '../editor.ts'
import { type TextField, useText } from '../use-text.ts'

/** The server is asked after a pause in typing. Units: milliseconds. */
const pauseMs = 60

interface PlaceFieldProps {
  editor: Editor
  /** Where the name of the place stands or will, and how it gets there. Its drafts are those of `onLook`. */
  field: Omit<TextField, 'hasDrafts'>
  /** The name of the field. */
  label: string
  placeholder: string
  /** A place was chosen, or typed as it is: its edit is made. */
  onChoose(): void
  /** A place would be chosen: the map shows it; null for none. */
  onLook(text: string | null): void
}

/** What was typed, and the places that it may mean. */
interface Asked extends PlacesAnswer {
  text: string
}

/**
 * A field for a place: while it is typed, places are suggested, and the map shows the one that would be chosen. What is typed is
 * kept as in any other field.
 */
export function PlaceField({ editor, field, label, placeholder, onChoose, onLook }: PlaceFieldProps) {
  const { words, service, show } = editor
  const own = words.controls.map
  const id = useId()
  const typed = useText(editor, { ...field, hasDrafts: false })
  const isOpened = useSignal(false)
  const asked = useSignal<Asked | null>(null)
  const active = useSignal(-1)
  const timer = useRef(0)
  const asking = useRef<AbortController | null>(null)
  const places = isOpened.value ? (asked.value?.places ?? []) : []
  const ask = (next: string) => {
    asking.current?.abort()
    clearTimeout(timer.current)
    if (next.trim() === '') {
      asked.value = null
      return onLook(null)
    }
    timer.current = window.setTimeout(() => {
      const ending = new AbortController()
      asking.current = ending
      service.places(next, show.page.lang, ending.signal).then(
        (answer) => {
          if (ending.signal.aborted) return
          asked.value = { text: next, ...answer }
          active.value = -1
          onLook(answer.places[0]?.value ?? null)
        },
        () => {},
      )
    }, pauseMs)
  }
  const close = () => {
    clearTimeout(timer.current)
    asking.current?.abort()
    isOpened.value = false
    active.value = -1
  }
  const choose = (value: string) => {
    close()
    asked.value = null
    onChoose()
    typed.type(value)
    typed.apply()
  }
  /** What was typed is taken as it is; whether it is a place was told. */
  const applyTyped = () => {
    if (!isOpened.peek()) return
    close()
    if (typed.text.trim() === field.text) {
      typed.cancel()
      return onLook(null)
    }
    const { text: known, places: found } = asked.peek() ?? { text: '', places: [] }
    if (known === typed.text && found.length > 0) asked.value = null
    onChoose()
    typed.apply()
  }
  const look = (to: number) => {
    active.value = to
    const { value } = places[to] ?? {}
    if (value !== undefined) onLook(value)
  }
  useEffect(() => close, [])
  const isOpen = places.length > 0
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const chosen = list.current?.querySelector('[aria-selected="true"]')
    ;(chosen ?? list.current)?.scrollIntoView({ block: 'nearest' })
  }, [isOpen, active.value])
  const unknown = asked.value && asked.value.places.length === 0 ? asked.value : null
  return (
    <div class="ui-edit-place">
      <input
        class="ui-edit-input"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-activedescendant={isOpen && active.value >= 0 ? `${id}-${active.value}` : undefined}
        aria-describedby={unknown ? `${id}-none` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        value={typed.text}
        onInput={(event) => {
          const { value } = event.currentTarget
          isOpened.value = true
          typed.type(value)
          ask(value)
        }}
        onBlur={applyTyped}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step !== undefined && isOpen) look((active.value + step + places.length) % places.length)
          else if (event.key === 'Enter') {
            const chosen = places[Math.max(active.value, 0)]
            if (chosen) choose(chosen.value)
            else applyTyped()
          } else if (event.key === 'Escape' && isOpened.peek()) {
            close()
            asked.value = null
            typed.cancel()
            onLook(null)
          } else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {isOpen && (
        <div ref={list} class="ui-edit-suggestions" role="listbox" id={`${id}-list`} aria-label={label}>
          {places.map((place, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
            <div
              key={`${place.value} ${place.kind}`}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active.value}
              onPointerDown={(event) => event.preventDefault()}
              onPointerEnter={() => look(index)}
              onClick={() => choose(place.value)}
            >
              <PlaceName editor={editor} place={place} />
            </div>
          ))}
        </div>
      )}
      <div role="status" id={`${id}-none`}>
        {unknown && (
          <>
            <p class="ui-edit-note ui-edit-warned">{own.none.replace('{x}', unknown.text.trim())}</p>
            {unknown.near.length > 0 && <p class="ui-edit-note">{own.near}</p>}
          </>
        )}
      </div>
      {unknown && (
        <div class="ui-edit-chips">
          {unknown.near.map(({ name, value }) => (
            <button
              type="button"
              key={value}
              onPointerDown={(event) => event.preventDefault()}
              onFocus={() => onLook(value)}
              onClick={() => choose(value)}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

/** A place and where it is. */
function PlaceName({ editor, place: { name, kind, around } }: { editor: Editor; place: PlaceSuggestion }) {
  return (
    <>
      <span>{name}</span>
      <small>
        <span>{editor.words.controls.map.kinds[kind]}</span>
        {around !== null && <span>{around}</span>}
      </small>
    </>
  )
}
