import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { JsonValue } from '../../model/source.ts'
import type { EditOp } from '../../model/wire/edit.ts'
import type { FileEditor } from './editor.ts'
import { FindingList } from './finding-list.tsx'
import { Icon, IconButton } from './icons.tsx'
import { Notice, SaveMessages } from './save-messages.tsx'
import { Refused } from './service.ts'
import { SourcePanel } from './source-panel.tsx'
import { isObject } from './values.ts'

/** A file of which no slide can be shown: what is wrong with it at the left, its text at the right. */
export function FileShell({ editor }: { editor: FileEditor }) {
  const { words, source, findings, history, saver } = editor
  const why = useSignal('')
  useEffect(() => {
    if (source.peek()) return
    editor.service.source().catch((error: unknown) => {
      why.value = error instanceof Refused ? error.message : words.state.lost
    })
  }, [findings.value])
  const canStep = (way: 'undo' | 'redo') => history.steps.value[way].length > 0 && saver.state.value.kind === 'saved'
  const file = source.value
  return (
    <>
      <header class="ui-edit-bar">
        <div class="ui-edit-tools" role="toolbar" aria-label={words.tools.title}>
          <a
            class="ui-edit-button ui-edit-icon-button"
            href="/"
            title={words.tools.decks}
            aria-label={words.tools.decks}
          >
            <Icon name="back" />
          </a>
          {(['undo', 'redo'] as const).map((way) => (
            <IconButton
              key={way}
              name={way}
              title={words.tools[way]}
              disabled={!canStep(way)}
              onClick={() => editor.step(way)}
            />
          ))}
          <h1>{document.title}</h1>
        </div>
      </header>
      <main class="ui-edit-file-findings">
        {file && <p class="ui-edit-note">{words.file.waiting}</p>}
        {!file && !findings.value?.list.length && <p class="ui-edit-note">{why.value}</p>}
        {file ? <Begin editor={editor} /> : <p class="ui-edit-note">{words.file.unreadable}</p>}
        <FindingList editor={editor} hasSlides={false} />
      </main>
      {file && <SourcePanel editor={editor} isOnly />}
      <SaveMessages editor={editor} onDrop={() => {}} />
      <Notice editor={editor} />
    </>
  )
}

/** The button that writes the first slide, where nothing is lost by it. */
function Begin({ editor }: { editor: FileEditor }) {
  const { words, source, newSlides } = editor
  const file = source.value
  if (!file) return null
  const { title, text } = newSlides[words.lang]
  const slide = { title, text }
  const begin = () => {
    if (file.text.trim() === '') {
      const start = `${JSON.stringify({ lang: words.lang, content: [slide] }, null, 2)}\n`
      editor.change([{ start: 0, end: file.text.length, text: start }])
    } else editor.edit(opsForFirst(file.deck, slide) ?? [])
  }
  if (file.text.trim() !== '' && !opsForFirst(file.deck, slide)) return null
  return (
    <button type="button" class="ui-edit-button ui-edit-primary" onClick={begin}>
      {words.file.begin}
    </button>
  )
}

/** What a file has, whose author has begun a deck and written no slide. */
const ofDecks = ['name', 'title', 'lang', 'langs', 'theme', 'content', 'author', 'event', 'date', 'ID', 'slide_max']

/** The edit that writes the first slide into a deck without any; null if the file is something else. */
export function opsForFirst(deck: JsonValue, slide: JsonValue): EditOp[] | null {
  if (Array.isArray(deck) && deck.length === 0) return [{ op: 'insert', path: [0], value: slide }]
  if (!isObject(deck) || !Object.keys(deck).every((name) => ofDecks.includes(name))) return null
  const { content = null } = deck
  const isFree = content === null || content === '' || (Array.isArray(content) && content.length === 0)
  return isFree ? [{ op: 'set', path: ['content'], value: [slide] }] : null
}
