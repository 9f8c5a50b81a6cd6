import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Editor } from '../editor.ts'
import { IconButton } from '../icons.tsx'

interface DropProps {
  editor: Editor
  several?: boolean
  /** The paths of pictures that are in the project now. */
  onAdd(paths: string[]): void
}

/** Why a file was not added. Its name is said once. */
export const refusalOf = (name: string, message: string): string =>
  name === '' || message.includes(name) ? message : `${name}: ${message}`

/** A place onto which pictures are dropped or pasted; the button chooses files. */
export function PictureDrop({ editor, several = false, onAdd }: DropProps) {
  const { words, service } = editor
  const input = useRef<HTMLInputElement>(null)
  const state = useSignal<{ kind: 'idle' | 'sending' | 'over' } | { kind: 'said'; text: string }>({ kind: 'idle' })
  const add = async (files: readonly File[]) => {
    const pictures = several ? files : files.slice(0, 1)
    if (pictures.length === 0) return
    state.value = { kind: 'sending' }
    const paths: string[] = []
    const said: string[] = []
    for (const file of pictures) {
      await service.addPicture(file, file.name || 'picture.png').then(
        ({ path, message }) => {
          paths.push(path)
          if (message) said.push(message)
        },
        (error: Error) => said.push(refusalOf(file.name, error.message || words.state.lost)),
      )
    }
    if (paths.length > 0) onAdd(paths)
    state.value = said.length > 0 ? { kind: 'said', text: said.join(' ') } : { kind: 'idle' }
  }
  const filesIn = (data: DataTransfer | null) => [...(data?.files ?? [])]
  return (
    <fieldset
      class={state.value.kind === 'over' ? 'ui-edit-drop ui-edit-over' : 'ui-edit-drop'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture is pasted here
      tabIndex={0}
      aria-label={words.picture.here}
      onPaste={(event) => {
        const files = filesIn(event.clipboardData)
        if (files.length === 0) return
        event.preventDefault()
        void add(files)
      }}
      onDragOver={(event) => {
        event.preventDefault()
        state.value = { kind: 'over' }
      }}
      onDragLeave={() => {
        state.value = { kind: 'idle' }
      }}
      onDrop={(event) => {
        event.preventDefault()
        void add(filesIn(event.dataTransfer))
      }}
    >
      <IconButton name="picture" label title={words.picture.choose} onClick={() => input.current?.click()} />
      <span class="ui-edit-note">{state.value.kind === 'sending' ? words.picture.sending : words.picture.drop}</span>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple={several}
        hidden
        onChange={(event) => {
          void add([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <p role="status" class="ui-edit-note ui-edit-warned">
        {state.value.kind === 'said' ? state.value.text : ''}
      </p>
    </fieldset>
  )
}
