import type { JsonValue } from '../../model/source.ts'
import type { EditConflict, EditOp } from '../../model/wire/edit.ts'
import type { FileEditor } from './editor.ts'
import type { SaveState } from './saver.ts'

/**
 * What is not saved and why, with the ways out. What was typed stays until somebody decides. `onDrop`: what waited was given
 * up.
 */
export function SaveMessages({ editor, onDrop }: { editor: FileEditor; onDrop(): void }) {
  const { saver, words } = editor
  const state = saver.state.value
  if (state.kind === 'saved' || state.kind === 'saving') return null
  const drop = () => {
    saver.drop()
    onDrop()
  }
  if (state.kind === 'conflict') return <Conflict editor={editor} state={state} drop={drop} />
  const text = state.kind === 'lost' ? words.state.lost : state.message
  return (
    <div class="ui-edit-message" role="alert">
      <p>{text}</p>
      {state.kind === 'asks' ? (
        <button type="button" class="ui-edit-button ui-edit-primary" onClick={() => saver.again(true)}>
          {words.state.convert}
        </button>
      ) : (
        <button type="button" class="ui-edit-button ui-edit-primary" onClick={() => saver.again()}>
          {words.state.again}
        </button>
      )}
      {state.kind !== 'lost' && (
        <button type="button" class="ui-edit-button" onClick={drop}>
          {words.state.drop}
        </button>
      )}
    </div>
  )
}

/** What a step could not do. */
export function Notice({ editor: { notice, words } }: { editor: FileEditor }) {
  const close = () => {
    notice.value = ''
  }
  return (
    <div role="status">
      {notice.value !== '' && (
        <div class="ui-edit-message">
          <p>{notice.value}</p>
          <button type="button" class="ui-edit-button" onClick={close}>
            {words.state.understood}
          </button>
        </div>
      )}
    </div>
  )
}

/** Two people have changed the same: both versions, and the choice. */
function Conflict(props: { editor: FileEditor; state: SaveState & { kind: 'conflict' }; drop(): void }) {
  const { editor, state, drop } = props
  const { conflicts, others, hash } = state
  const { words, saver } = editor
  const isGone = conflicts.some(({ why }) => why === 'gone')
  const keepMine = () => {
    const [edit] = saver.waiting()
    if (edit) saver.replace({ ...edit, base: hash, what: { ops: [...others, ...conflicts.map(opFor)] } })
  }
  return (
    <div class="ui-edit-conflict" role="alertdialog" aria-modal="false" aria-labelledby="ui-edit-conflict">
      <p id="ui-edit-conflict">{isGone ? words.conflict.gone : words.conflict.title}</p>
      {conflicts.map(({ path, yours, theirs }) => (
        <div class="ui-edit-versions" key={path.join('/')}>
          <figure>
            <figcaption>{words.conflict.mine}</figcaption>
            <pre>{plain(yours)}</pre>
          </figure>
          <figure>
            <figcaption>{words.conflict.theirs}</figcaption>
            <pre>{plain(theirs)}</pre>
          </figure>
        </div>
      ))}
      <div class="ui-edit-row">
        {!isGone && (
          <button type="button" class="ui-edit-button ui-edit-primary" onClick={keepMine}>
            {words.conflict.keepMine}
          </button>
        )}
        <button type="button" class="ui-edit-button" onClick={drop}>
          {words.conflict.keepTheirs}
        </button>
      </div>
    </div>
  )
}

const opFor = ({ path, yours }: EditConflict): EditOp =>
  yours === undefined ? { op: 'remove', path } : { op: 'set', path, value: yours }

const plain = (value: JsonValue | undefined): string =>
  value === undefined || value === null
    ? '—'
    : typeof value === 'object'
      ? JSON.stringify(value, null, 1)
      : String(value)
