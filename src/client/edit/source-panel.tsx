import { useEffect, useRef } from 'preact/hooks'
import type { SourceModule, SourceView } from '../source/source-module.ts'
import type { SourceState } from '../source/source-state.ts'
import type { FileEditor } from './editor.ts'
import { IconButton } from './icons.tsx'
import { SaveStatus } from './save-state.tsx'

/**
 * The file itself beside the slide. Its script is loaded when it is opened for the first time. `isOnly`: there is nothing to go
 * back to.
 */
export function SourcePanel({ editor, isOnly = false }: { editor: FileEditor; isOnly?: boolean }) {
  const { words, sourceState: state } = editor
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    document.body.classList.add('ui-sourcing')
    let view: SourceView | null = null
    let isClosed = false
    const onState = (next: SourceState) => {
      state.value = next
    }
    loadSource().then(
      (source) => {
        if (!isClosed && host.current) view = source.open({ editor, host: host.current, onState })
      },
      () => onState({ kind: 'lost' }),
    )
    return () => {
      isClosed = true
      view?.close()
      document.body.classList.remove('ui-sourcing')
      editor.shown.value++
    }
  }, [editor, state])
  const close = () => {
    editor.isSource.value = false
    document.querySelector<HTMLElement>('.ui-edit-source-button')?.focus()
  }
  return (
    <section
      class="ui-edit-panel ui-edit-source"
      aria-label={words.source.title}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header>
        <h2>{words.source.title}</h2>
        {isOnly ? (
          <SaveStatus editor={editor} />
        ) : (
          <IconButton name="close" title={words.source.close} onClick={close} />
        )}
      </header>
      <SourceMessage editor={editor} state={state.value} />
      <div class="ui-edit-code" ref={host} />
    </section>
  )
}

/** Why the text is not saved, and what can be done. */
function SourceMessage({ editor: { words }, state }: { editor: FileEditor; state: SourceState }) {
  if (state.kind === 'lost')
    return (
      <p class="ui-edit-source-message" role="alert">
        {words.state.lost}
      </p>
    )
  if (state.kind === 'draft')
    return (
      <p class="ui-edit-source-message" role="status">
        {words.source.draft}
      </p>
    )
  if (state.kind === 'refused')
    return (
      <div class="ui-edit-source-message" role="alert">
        <p>{state.message}</p>
        <button type="button" class="ui-edit-button" onClick={state.again}>
          {state.isConversion ? words.state.convert : words.state.again}
        </button>
      </div>
    )
  if (state.kind !== 'conflict') return null
  const version = (whose: 'mine' | 'theirs') => (
    <figure>
      <figcaption>{words.conflict[whose]}</figcaption>
      <pre>{state[whose]}</pre>
      <button type="button" class="ui-edit-button" onClick={() => state.choose(whose)}>
        {whose === 'mine' ? words.conflict.keepMine : words.conflict.keepTheirs}
      </button>
    </figure>
  )
  return (
    <div class="ui-edit-source-message" role="alert">
      <p>{words.conflict.title}</p>
      <div class="ui-edit-versions">
        {version('mine')}
        {version('theirs')}
      </div>
    </div>
  )
}

/** Loads the script of the source view. Errors: if it cannot be loaded. */
function loadSource(): Promise<SourceModule> {
  if (globalThis.kormeSource) return Promise.resolve(globalThis.kormeSource)
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = '/client/source.js'
    script.addEventListener('load', () => {
      if (globalThis.kormeSource) resolve(globalThis.kormeSource)
      else reject(new Error('the source view did not start'))
    })
    script.addEventListener('error', () => reject(new Error('the source view was not loaded')))
    document.head.append(script)
  })
}
