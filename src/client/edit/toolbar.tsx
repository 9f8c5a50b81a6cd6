import type { SlideLanguages } from '../show/slide-languages.ts'
import { AddSlide } from './add-slide.tsx'
import type { Editor } from './editor.ts'
import { Icon, IconButton } from './icons.tsx'
import { SaveStatus } from './save-state.tsx'
import { copySlides, removeSlides } from './slide-edits.ts'

/** The tools above the slide. */
export function Toolbar(props: { editor: Editor; languages: SlideLanguages | null; onShow(): void }) {
  const { editor, languages, onShow } = props
  const { words, history, saver } = editor
  const { steps } = history
  const canStep = (way: 'undo' | 'redo') => steps.value[way].length > 0 && saver.state.value.kind === 'saved'
  const found = editor.findings.value
  return (
    <div class="ui-edit-tools" role="toolbar" aria-label={words.tools.title}>
      <a class="ui-edit-button ui-edit-icon-button" href="/" title={words.tools.decks} aria-label={words.tools.decks}>
        <Icon name="back" />
      </a>
      <IconButton
        name="undo"
        title={words.tools.undo}
        disabled={!canStep('undo')}
        onClick={() => editor.step('undo')}
      />
      <IconButton
        name="redo"
        title={words.tools.redo}
        disabled={!canStep('redo')}
        onClick={() => editor.step('redo')}
      />
      <span class="ui-edit-gap" />
      <AddSlide editor={editor} />
      <IconButton name="copy" title={words.tools.copy} onClick={() => copySlides(editor)} />
      <IconButton
        name="remove"
        title={words.tools.remove}
        disabled={editor.slides.value.length <= editor.selected.value.size}
        onClick={() => removeSlides(editor)}
      />
      <IconButton
        name="replace"
        title={words.tools.replace}
        pressed={editor.isReplacing.value}
        onClick={() => {
          editor.isReplacing.value = !editor.isReplacing.value
        }}
      />
      <IconButton
        name="source"
        title={words.source.open}
        className="ui-edit-source-button"
        pressed={editor.isSource.value}
        onClick={() => {
          editor.isSource.value = !editor.isSource.value
        }}
      />
      <SaveStatus editor={editor} />
      {languages && <Languages editor={editor} languages={languages} />}
      {found && found.problemCount > 0 && (
        <button
          type="button"
          class="ui-edit-button ui-edit-found-count"
          data-severity={found.severity ?? ''}
          title={`${words.tools.findings}: ${found.summary}`}
          onClick={() => {
            editor.tab.value = 'findings'
          }}
        >
          <span>{found.summary}</span>
        </button>
      )}
      <IconButton name="show" title={words.tools.show} label onClick={onShow} />
    </div>
  )
}

/** The languages of the slides: one is shown. */
function Languages({ editor, languages }: { editor: Editor; languages: SlideLanguages }) {
  editor.shown.value
  const { tag: shown } = languages.shown()
  return (
    <fieldset class="ui-edit-langs" aria-label={editor.words.tools.language}>
      {languages.list.map(({ tag, name }) => (
        <button type="button" key={tag} lang={tag} aria-pressed={tag === shown} onClick={() => languages.choose(tag)}>
          {name}
        </button>
      ))}
    </fieldset>
  )
}
