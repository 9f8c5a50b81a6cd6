import { effect, signal } from '@preact/signals'
import { render } from 'preact'
import type { PresenceMessage, SourceMessage } from '../../model/wire/edit-service.ts'
import type { EditWords } from '../../model/wire/edit-words.ts'
import type { ServedEditor, ServedPage } from '../live/start-served.ts'
import { element } from '../parts/element.ts'
import type { SlideLanguages } from '../show/slide-languages.ts'
import { takeShowFirst } from '../start/show-first.ts'
import { makeDraftLayout } from './draft-layout.ts'
import { bindKeys } from './edit-keys.ts'
import { type Editor, makeEditor } from './editor.ts'
import { openHistory } from './history.ts'
import { openKeptTexts } from './kept-texts.ts'
import { makeSaver } from './saver.ts'
import type { Schema } from './schema.ts'
import { makeService } from './service.ts'
import { Shell } from './shell.tsx'
import { readToken } from './token.ts'

/** What the page of an editor has besides, as JSON in the element `edit-data`. */
interface EditData {
  words: EditWords
  /** The address of the schema with words. */
  schema: string
  /** The names of the themes that ship with Korme. */
  themes: readonly string[]
  /** What stands on new slides, in each language of decks. */
  newSlides: Editor['newSlides']
}

/** What had no answer is sent again after so long. Units: milliseconds. */
const retryMs = 2_000

/** Starts the editor around the slides of a served page. Returns null in the reading view, and without a token. */
export function startEditor({ deck, languages, send }: ServedPage): ServedEditor | null {
  const data = document.getElementById('edit-data')
  const token = readToken()
  const { show } = deck
  if (!data || token === null || !show) return null
  const { words, schema, themes, newSlides } = JSON.parse(data.textContent ?? '') as EditData
  const service = makeService(token)
  const drafts = makeDraftLayout(show, service, () => languages?.shown().tag)
  const place = location.pathname
  let number: number | undefined
  const editor = makeEditor({
    words,
    schema: { root: {} },
    themes,
    newSlides,
    show,
    service,
    history: openHistory(place),
    kept: openKeptTexts(place),
    drafts,
    makeSaver: (parts) => makeSaver({ ...parts, service, editor: () => number }),
  })
  const isEditing = signal(!takeShowFirst())
  effect(() => {
    document.body.classList.toggle('ui-editing', isEditing.value)
  })
  void begin(editor, schema, () => {
    mount(editor, { isEditing, languages })
  })
  const sendAgain = () => {
    if (editor.saver.state.value.kind === 'lost') editor.saver.again()
  }
  effect(() => {
    if (editor.saver.state.value.kind !== 'lost') return
    const timer = setTimeout(sendAgain, retryMs)
    return () => clearTimeout(timer)
  })
  addEventListener('online', sendAgain)
  languages?.onSwitch(() => {
    drafts.settle()
    editor.follow()
  })
  show.onChange(() => {
    editor.follow()
  })
  effect(() => {
    const slide = editor.current.value
    const open = editor.openText.value?.path ?? null
    send({ type: 'editing', token, name: '', slide: slide + 1, open })
  })
  return {
    findings: (view) => {
      editor.findings.value = view
    },
    beforeChange: (change) => drafts.beforeChange(change),
    afterChange: () => {
      editor.shown.value++
      void editor.reload()
    },
    receive: (message) => {
      const { type } = message as PresenceMessage | SourceMessage
      if (type === 'presence') {
        const { you, editors } = message as PresenceMessage
        number = you
        editor.others.value = editors.filter((one) => one.number !== you)
      } else if (type === 'source' && (message as SourceMessage).hash !== editor.source.value?.hash)
        void editor.reload()
    },
    onLost: (isLost) => {
      if (isLost) return
      send({ type: 'editing', token, name: '', slide: editor.current.value + 1, open: null })
      sendAgain()
      void editor.reload()
    },
  }
}

/** Reads the schema and the file, then lets the page show the editor. */
async function begin(editor: Editor, schema: string, onReady: () => void): Promise<void> {
  const [root] = await Promise.all([fetch(schema).then((answer) => answer.json() as Promise<Schema>), editor.reload()])
  editor.schema.root = root
  onReady()
}

/** Puts the editor into the page. */
function mount(
  editor: Editor,
  { isEditing, languages }: { isEditing: { value: boolean }; languages: SlideLanguages | null },
): void {
  const host = element('div', { class: 'ui-edit', lang: editor.words.lang })
  const back = element(
    'button',
    { type: 'button', class: 'ui-edit-back', lang: editor.words.lang },
    editor.words.tools.edit,
  )
  const setEditing = (on: boolean) => {
    isEditing.value = on
    host.hidden = !on
    back.hidden = on
    // Boxes are measured at their new places.
    requestAnimationFrame(() => {
      editor.shown.value++
    })
  }
  back.addEventListener('click', () => setEditing(true))
  document.body.prepend(host)
  document.body.append(back)
  render(<Shell editor={editor} languages={languages} onShow={() => setEditing(false)} />, host)
  bindKeys(editor, () => isEditing.value)
  setEditing(isEditing.value)
}
