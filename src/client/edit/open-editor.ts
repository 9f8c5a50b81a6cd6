import { effect, untracked } from '@preact/signals'
import type { PresenceMessage, SourceMessage } from '../../model/wire/edit-service.ts'
import type { EditWords } from '../../model/wire/edit-words.ts'
import type { ServedEditor } from '../live/start-served.ts'
import type { FileEditor, ShownPages } from './editor.ts'
import { openHistory } from './history.ts'
import { openKeptTexts } from './kept-texts.ts'
import { makeEditor } from './make-editor.ts'
import { makeSaver } from './saver.ts'
import type { Schema } from './schema.ts'
import { makeService } from './service.ts'
import { readToken } from './token.ts'

/** What the page of an editor has besides, as JSON in the element `edit-data`. */
interface EditData {
  words: EditWords
  /** The address of the schema with words. */
  schema: string
  /** What stands on new slides, in each language of decks. */
  newSlides: FileEditor['newSlides']
}

/** What had no answer is sent again after so long. Units: milliseconds. */
const retryMs = 2_000

/** The editor of the page's file, and its connection to the server. */
export interface OpenEditor {
  editor: FileEditor
  /** The file and the schema were read, or the file cannot be. */
  ready: Promise<void>
  /** Tells the others where this editor is, now and whenever that changes. */
  tellPlace(send: (message: unknown) => void): void
  receive: ServedEditor['receive']
  onLost: ServedEditor['onLost']
}

/** Opens the editor of the page's file. Returns null on a page that has none, and without a token. */
export function openEditor(pages: ShownPages): OpenEditor | null {
  const data = document.getElementById('edit-data')
  const token = readToken()
  if (!data || token === null) return null
  const { schema, ...given } = JSON.parse(data.textContent ?? '') as EditData
  const place = location.pathname
  const service = makeService(token)
  let number: number | undefined
  const editor = makeEditor({
    ...given,
    schema: { root: {} },
    pages,
    service,
    history: openHistory(place),
    kept: openKeptTexts(place),
    makeSaver: (parts) => makeSaver({ ...parts, service, editor: () => number }),
  })
  const { saver, source, current, openText, others, findings } = editor
  const sendAgain = () => {
    if (saver.state.value.kind === 'lost') saver.again()
  }
  effect(() => {
    if (saver.state.value.kind !== 'lost') return
    const timer = setTimeout(sendAgain, retryMs)
    return () => clearTimeout(timer)
  })
  addEventListener('online', sendAgain)
  // What a file that was missing or being written refused may be possible now.
  effect(() => {
    if (findings.value && saver.state.peek().kind === 'refused') untracked(() => saver.again())
  })
  let tell = (_isNew: boolean) => {}
  const readSchema = async () => {
    editor.schema.root = (await (await fetch(schema)).json()) as Schema
  }
  return {
    editor,
    ready: Promise.all([readSchema(), editor.reload()]).then(() => {}),
    tellPlace: (send) => {
      tell = (isNew) =>
        send({
          type: 'editing',
          token,
          name: '',
          slide: current.value + 1,
          open: isNew ? null : (openText.value?.path ?? null),
        })
      effect(() => tell(false))
    },
    receive: (message) => {
      const { type } = message as PresenceMessage | SourceMessage
      if (type === 'presence') {
        const { you, editors } = message as PresenceMessage
        number = you
        others.value = editors.filter((one) => one.number !== you)
      } else if (type === 'source' && (message as SourceMessage).hash !== source.value?.hash) void editor.reload()
    },
    onLost: (isLost) => {
      if (isLost) return
      tell(true)
      sendAgain()
      void editor.reload()
    },
  }
}
