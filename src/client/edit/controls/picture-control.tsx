import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { JsonValue, NodePath } from '../../../model/source.ts'
import type { Editor } from '../editor.ts'
import { IconButton } from '../icons.tsx'
import { isBlank, isObject, opsToSet, valueAt } from '../values.ts'
import { ColorControl } from './color-control.tsx'
import type { ControlProps } from './control.ts'
import { FocusPoint } from './focus-point.tsx'
import { WordControl } from './word-control.tsx'

/** One picture: chosen, dropped or pasted, or by its path. */
export function PictureControl(props: ControlProps) {
  const { editor, path } = props
  return (
    <div class="ui-edit-picture">
      <PictureDrop
        editor={editor}
        onAdd={([first]) => first && editor.edit(opsToSet(editor.deck.value, path, first))}
      />
      <WordControl {...props} />
    </div>
  )
}

/** The background of a slide: a picture or a colour. */
export function BackgroundControl(props: ControlProps) {
  const { editor, path } = props
  return (
    <div class="ui-edit-picture">
      <PictureDrop
        editor={editor}
        onAdd={([first]) => first && editor.edit(opsToSet(editor.deck.value, path, first))}
      />
      <ColorControl {...props} />
    </div>
  )
}

/** The pictures of a slide or block, one or several, each with the point that stays visible. */
export function PicturesControl({ editor, path, labelId, Inner }: ControlProps) {
  const { words, deck } = editor
  const value = valueAt(deck.value, path)
  const items: readonly JsonValue[] = Array.isArray(value) ? value : isBlank(value) ? [] : [value as JsonValue]
  const put = (next: readonly JsonValue[]) =>
    editor.edit(opsToSet(deck.value, path, next.length > 1 ? [...next] : next[0]))
  const itemPath = (index: number): NodePath => (Array.isArray(value) ? [...path, index] : path)
  return (
    <fieldset class="ui-edit-pictures" aria-labelledby={labelId}>
      {items.map((item, index) => (
        <div class="ui-edit-picture-item" key={index}>
          <FocusPoint editor={editor} path={path} index={index} source={sourceOf(item)} />
          <div class="ui-edit-row">
            <span class="ui-edit-file">{sourceOf(item)}</span>
            <IconButton
              name="remove"
              title={words.picture.remove}
              onClick={() => put(items.filter((_, other) => other !== index))}
            />
          </div>
          {isObject(item) && (
            <Inner
              editor={editor}
              schema={{ $ref: '#/definitions/imageObject' }}
              path={itemPath(index)}
              labelledBy={labelId}
            />
          )}
        </div>
      ))}
      <PictureDrop editor={editor} several onAdd={(added) => put([...items, ...added])} />
    </fieldset>
  )
}

const sourceOf = (item: JsonValue): string =>
  isObject(item) ? (typeof item.src === 'string' ? item.src : '') : item === null ? '' : String(item)

interface DropProps {
  editor: Editor
  several?: boolean
  /** The paths of pictures that are in the project now. */
  onAdd(paths: string[]): void
}

/** A place onto which pictures are dropped or pasted; the button chooses files. */
function PictureDrop({ editor, several = false, onAdd }: DropProps) {
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
        (error: Error) => said.push(`${file.name}: ${error.message || words.state.lost}`),
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
