import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { JsonValue, NodePath } from '../../../model/source.ts'
import type { EditOp } from '../../../model/wire/edit.ts'
import { beginAt, editBegun } from '../begun.ts'
import type { Editor } from '../editor.ts'
import { IconButton } from '../icons.tsx'
import { useIsShown } from '../use-is-shown.ts'

interface DropProps {
  editor: Editor
  /** Where the pictures belong. */
  path: NodePath
  /** Whether several can be added at once; they are added to those that are there. */
  several?: boolean
  /** Returns what puts pictures there that are in the project now, by their paths. */
  opsFor(added: readonly [string, ...string[]], deck: JsonValue, path: NodePath): EditOp[]
}

/** Why a file was not added. Its name is said once. */
export const refusalOf = (name: string, message: string): string =>
  name === '' || message.includes(name) ? message : `${name}: ${message}`

/** A place onto which pictures are dropped or pasted; the button chooses files. */
export function PictureDrop({ editor, path, several = false, opsFor }: DropProps) {
  const { words, service } = editor
  const input = useRef<HTMLInputElement>(null)
  const isShown = useIsShown()
  const state = useSignal<{ kind: 'idle' | 'sending' | 'over' } | { kind: 'said'; text: string }>({ kind: 'idle' })
  const add = async (files: readonly File[]) => {
    const pictures = several ? files : files.slice(0, 1)
    if (pictures.length === 0) return
    state.value = { kind: 'sending' }
    const begun = beginAt(editor, path)
    const paths: string[] = []
    const said: string[] = []
    for (const file of pictures) {
      await service.addPicture(file, file.name || 'picture.png').then(
        (added) => {
          const { message } = added
          paths.push(added.path)
          if (message) said.push(message)
        },
        (error: Error) => said.push(refusalOf(file.name, error.message || words.state.lost)),
      )
    }
    begun.end()
    const [first, ...others] = paths
    if (first !== undefined) {
      const isPut = editBegun(editor, begun, (deck, at) => opsFor([first, ...others], deck, at), several)
      if (!isPut) said.push(words.picture.gone.replace('{x}', paths.join(', ')))
    }
    // The panel may show another slide by now.
    if (!isShown.current && said.length > 0) editor.notice.value = said.join(' ')
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
