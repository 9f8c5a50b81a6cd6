import type { FindingView } from '../../model/wire/serve-pages.ts'
import type { Editor } from './editor.ts'

/** The findings of the deck, each with the way to its slide. */
export function FindingList({ editor }: { editor: Editor }) {
  const { findings, words } = editor
  const view = findings.value
  if (!view || view.list.length === 0) return <p class="ui-edit-note">{words.findings.none}</p>
  return (
    <>
      <p class="ui-edit-note">{view.summary}</p>
      {view.stale && <p class="ui-edit-note ui-edit-warned">{words.findings.stale}</p>}
      <ol class="ui-edit-found">
        {view.list.map((finding) => (
          <Finding key={finding.code + finding.message} editor={editor} finding={finding} />
        ))}
      </ol>
      {view.hidden !== '' && <p class="ui-edit-note">{view.hidden}</p>}
    </>
  )
}

function Finding({ editor, finding }: { editor: Editor; finding: FindingView }) {
  const { words } = editor
  const { severity, label, message, places } = finding
  const slides = [...new Map(places.flatMap(({ slide }) => (slide ? [[slide.number, slide] as const] : []))).values()]
  return (
    <li data-severity={severity}>
      <p>
        <strong>{label}</strong> {message.replaceAll('`', '')}
      </p>
      <div class="ui-edit-row">
        {slides.map(({ number, label: name }) => (
          <button type="button" class="ui-edit-link" key={number} onClick={() => goToShown(editor, number)}>
            {words.findings.go.replace('{x}', name)}
          </button>
        ))}
      </div>
    </li>
  )
}

/** Goes to a slide by its number among those that are shown. */
function goToShown(editor: Editor, number: number): void {
  const step = editor.source.value?.pages[`s${number}`]?.slide.at(-1)
  editor.goTo(typeof step === 'number' ? step : number - 1)
}
