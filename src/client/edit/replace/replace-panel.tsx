import { useComputed, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { NodePath } from '../../../model/source.ts'
import type { Editor } from '../editor.ts'
import { IconButton } from '../icons.tsx'
import { pathKey, slideOfPath } from '../values.ts'
import { excerptOf, type FoundText, findTexts, replaceOps } from './find-texts.ts'

/** So many texts are listed; all are replaced. */
const maxListed = 200

/** Finds a text in the whole deck and replaces it, over the panel. */
export function ReplacePanel({ editor }: { editor: Editor }) {
  const { words } = editor
  const query = useSignal({ find: '', matchCase: false, wholeWord: false })
  const replacement = useSignal('')
  const done = useSignal('')
  const found = useComputed(() => findTexts(editor.schema, editor.deck.value, query.value))
  const field = useRef<HTMLInputElement>(null)
  const opener = useRef(document.activeElement)
  useEffect(() => field.current?.focus(), [])
  const close = () => {
    editor.isReplacing.value = false
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus()
  }
  const replace = (texts: readonly FoundText[]) => {
    const ops = replaceOps(texts, replacement.value)
    if (ops.length === 0) return
    done.value = words.replace.done.replace('{x}', `${countOf(texts)}`)
    editor.edit(ops)
  }
  const change = (part: Partial<typeof query.value>) => {
    done.value = ''
    query.value = { ...query.value, ...part }
  }
  const flag = (name: 'matchCase' | 'wholeWord') => (
    <label class="ui-edit-check">
      <input
        type="checkbox"
        checked={query.value[name]}
        onChange={({ currentTarget }) => change({ [name]: currentTarget.checked })}
      />
      {words.replace[name]}
    </label>
  )
  const isAsked = query.value.find !== ''
  const status =
    found.value.length > 0 ? words.replace.found.replace('{x}', `${countOf(found.value)}`) : words.replace.none
  return (
    <section
      class="ui-edit-panel ui-edit-replace"
      aria-label={words.replace.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <header>
        <h2>{words.replace.title}</h2>
        <IconButton name="close" title={words.replace.close} onClick={close} />
      </header>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          replace(found.value)
        }}
      >
        <label>
          {words.replace.find}
          <input
            ref={field}
            class="ui-edit-input"
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={query.value.find}
            onInput={({ currentTarget }) => change({ find: currentTarget.value })}
            onKeyDown={(event) => {
              // Finding is not replacing: Enter shows the first place.
              if (event.key !== 'Enter') return
              event.preventDefault()
              const [first] = found.value
              if (first) show(editor, first.path)
            }}
          />
        </label>
        <label>
          {words.replace.with}
          <input
            class="ui-edit-input"
            type="text"
            autocomplete="off"
            value={replacement.value}
            onInput={({ currentTarget }) => {
              replacement.value = currentTarget.value
            }}
          />
        </label>
        {flag('matchCase')}
        {flag('wholeWord')}
        <button type="submit" class="ui-edit-button ui-edit-primary" disabled={found.value.length === 0}>
          {words.replace.all}
        </button>
      </form>
      <p role="status">{done.value || (isAsked ? status : '')}</p>
      <ul>
        {found.value.slice(0, maxListed).map((one) => (
          <FoundItem key={pathKey(one.path)} editor={editor} found={one} onReplace={() => replace([one])} />
        ))}
      </ul>
    </section>
  )
}

function FoundItem({ editor, found, onReplace }: { editor: Editor; found: FoundText; onReplace(): void }) {
  const { words } = editor
  const index = slideOfPath(found.path, editor.slidesPath.value)
  const place = index === null ? words.panel.tabs.deck : words.slides.slide.replace('{x}', `${index + 1}`)
  return (
    <li>
      <button type="button" class="ui-edit-found-text" onClick={() => show(editor, found.path)}>
        <b>{place}</b>
        <span lang={langOf(found.path)}>
          {excerptOf(found).map((part, i) => (part.isFound ? <mark key={`${i}`}>{part.text}</mark> : part.text))}
        </span>
      </button>
      <button type="button" class="ui-edit-button" aria-label={`${words.replace.one}: ${place}`} onClick={onReplace}>
        {words.replace.one}
      </button>
    </li>
  )
}

const countOf = (texts: readonly FoundText[]): number => texts.reduce((sum, { marks }) => sum + marks.length, 0)

/** The language of a text, if it is one of several. */
const langOf = (path: NodePath): string | undefined => ['kk', 'ru', 'en'].find((lang) => path.at(-1) === lang)

/** Shows where a text stands. */
function show(editor: Editor, path: NodePath): void {
  const index = slideOfPath(path, editor.slidesPath.value)
  if (index !== null) editor.goTo(index)
}
