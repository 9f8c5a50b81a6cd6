import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { NodePath } from '../../../model/source.ts'
import { beginAt, editBegun } from '../begun.ts'
import type { Editor } from '../editor.ts'
import { IconButton } from '../icons.tsx'
import { useIsShown } from '../use-is-shown.ts'
import { opsToSet } from '../values.ts'

interface FilmDropProps {
  editor: Editor
  /** Where the film belongs. */
  path: NodePath
}

/** What becomes of a film: `part` of it was sent, from 0 to 1; or what is to be known about it. */
type FilmState = { kind: 'idle' | 'over' } | { kind: 'sending'; part: number } | { kind: 'said'; text: string }

/** A place onto which a film is dropped; the button chooses a file. What browsers cannot play is told, and not added. */
export function FilmDrop({ editor, path }: FilmDropProps) {
  const { words, service } = editor
  const own = words.controls.video
  const input = useRef<HTMLInputElement>(null)
  const isShown = useIsShown()
  const state = useSignal<FilmState>({ kind: 'idle' })
  const add = async (file: File | undefined) => {
    if (!file || state.peek().kind === 'sending') return
    state.value = { kind: 'sending', part: 0 }
    const begun = beginAt(editor, path)
    const say = (text: string) => {
      state.value = text === '' ? { kind: 'idle' } : { kind: 'said', text }
      // The panel may show another slide by now.
      if (!isShown.current && text !== '') editor.notice.value = text.replaceAll('`', '')
    }
    await service
      .addFilm(file, (part) => {
        state.value = { kind: 'sending', part }
      })
      .then(
        (added) => {
          const isPut = editBegun(editor, begun, (deck, at) => opsToSet(deck, at, added.path))
          say(isPut ? added.message : words.picture.gone.replace('{x}', added.path))
        },
        (error: Error) => say(error.message || words.state.lost),
      )
      .finally(begun.end)
  }
  const now = state.value
  return (
    <fieldset
      class={now.kind === 'over' ? 'ui-edit-drop ui-edit-over' : 'ui-edit-drop'}
      aria-label={own.here}
      onDragOver={(event) => {
        event.preventDefault()
        if (state.peek().kind !== 'sending') state.value = { kind: 'over' }
      }}
      onDragLeave={() => {
        if (state.peek().kind === 'over') state.value = { kind: 'idle' }
      }}
      onDrop={(event) => {
        event.preventDefault()
        void add(event.dataTransfer?.files[0])
      }}
    >
      <IconButton
        name="film"
        label
        title={own.choose}
        disabled={now.kind === 'sending'}
        onClick={() => input.current?.click()}
      />
      <span class="ui-edit-note">
        {now.kind === 'sending' ? own.sending.replace('{x}', `${Math.round(now.part * 100)}`) : own.drop}
      </span>
      <input
        ref={input}
        type="file"
        accept="video/*"
        hidden
        onChange={(event) => {
          void add(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      <p role="status" class="ui-edit-note ui-edit-warned">
        {now.kind === 'said' ? now.text.replaceAll('`', '') : ''}
      </p>
    </fieldset>
  )
}
