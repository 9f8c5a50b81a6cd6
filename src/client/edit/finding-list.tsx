import type { Edit } from '../../model/source.ts'
import { type FindingFix, type FindingView, fixContext } from '../../model/wire/serve-pages.ts'
import type { FileEditor } from './editor.ts'

/** The findings of the deck, each with the way to its slide, if there are slides to go to. */
export function FindingList({ editor, hasSlides = true }: { editor: FileEditor; hasSlides?: boolean }) {
  const { findings, words } = editor
  const view = findings.value
  if (!view || view.list.length === 0) return <p class="ui-edit-note">{words.findings.none}</p>
  return (
    <>
      <p class="ui-edit-note">{view.summary}</p>
      <FixAll editor={editor} list={view.list} />
      {view.stale && hasSlides && <p class="ui-edit-note ui-edit-warned">{words.findings.stale}</p>}
      <ol class="ui-edit-found">
        {view.list.map((finding) => (
          <Finding key={finding.code + finding.message} editor={editor} finding={finding} hasSlides={hasSlides} />
        ))}
      </ol>
      {view.hidden !== '' && <p class="ui-edit-note">{view.hidden}</p>}
    </>
  )
}

/** The button that makes all repairs at once, where there are several. */
function FixAll({ editor, list }: { editor: FileEditor; list: readonly FindingView[] }) {
  const fixes = list.flatMap((finding) => {
    const edits = fixesFor(finding, editor)
    return edits ? [edits] : []
  })
  if (fixes.length < 2) return null
  return (
    <button
      type="button"
      class="ui-edit-button ui-edit-primary ui-edit-fix-all"
      onClick={() => editor.change(apart(fixes.flat()))}
    >
      {editor.words.findings.fixAll.replace('{x}', `${fixes.length}`)}
    </button>
  )
}

/** Edits without those that touch the same place as an earlier one. */
function apart(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  return sorted.filter((edit, i) => {
    const before = sorted[i - 1]
    return !before || edit.start >= before.end
  })
}

function Finding(props: { editor: FileEditor; finding: FindingView; hasSlides: boolean }) {
  const { editor, finding, hasSlides } = props
  const { words } = editor
  const { severity, label, message, places } = finding
  const fixes = fixesFor(finding, editor)
  const shown = hasSlides ? places : []
  const slides = [...new Map(shown.flatMap(({ slide }) => (slide ? [[slide.number, slide] as const] : []))).values()]
  return (
    <li data-severity={severity}>
      <p>
        <strong>{label}</strong> {message.replaceAll('`', '')}
      </p>
      <div class="ui-edit-row">
        {fixes && (
          <button type="button" class="ui-edit-button ui-edit-fix" onClick={() => editor.change(fixes)}>
            {words.findings.fix}
          </button>
        )}
        {slides.map(({ number, label: name }) => (
          <button type="button" class="ui-edit-link" key={number} onClick={() => goToShown(editor, number)}>
            {words.findings.go.replace('{x}', name)}
          </button>
        ))}
      </div>
    </li>
  )
}

/** The repairs of a finding, if the file is still the one in which it was found. */
export function fixesFor(
  { fix }: FindingView,
  { source, saver }: Pick<FileEditor, 'source' | 'saver'>,
): readonly Edit[] | null {
  const text = source.value?.text
  if (!fix || text === undefined || saver.state.value.kind !== 'saved') return null
  const isThere = ({ start, end, around }: FindingFix) =>
    text.slice(Math.max(0, start - fixContext), end + fixContext) === around
  return fix.every(isThere) ? fix.map(({ start, end, text }) => ({ start, end, text })) : null
}

/** Goes to a slide by its number among those that are shown. */
function goToShown(editor: FileEditor, number: number): void {
  const step = editor.source.value?.pages[`s${number}`]?.slide.at(-1)
  editor.goTo(typeof step === 'number' ? step : number - 1)
}
