import { useLayoutEffect, useRef } from 'preact/hooks'
import { AddSlide } from './add-slide.tsx'
import type { Editor } from './editor.ts'
import { Icon, IconButton } from './icons.tsx'
import { copySlides, removeSlides } from './slide-edits.ts'

/** The tools above the slide. */
export function Toolbar(props: { editor: Editor; languageMenu: HTMLElement | null; onShow(): void }) {
  const { editor, languageMenu, onShow } = props
  const { words, history, hash, saver } = editor
  const { steps } = history
  const canStep = (way: 'undo' | 'redo') =>
    steps.value[way].at(-1)?.hash === hash.value && saver.state.value.kind === 'saved'
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
      <span class="ui-edit-state" role="status">
        {stateText(editor)}
      </span>
      {languageMenu && <Hosted element={languageMenu} />}
      {found && found.problemCount > 0 && (
        <button
          type="button"
          class="ui-edit-button ui-edit-found-count"
          data-severity={found.severity ?? ''}
          title={words.tools.findings}
          onClick={() => {
            editor.tab.value = 'findings'
          }}
        >
          {found.summary}
        </button>
      )}
      <IconButton name="show" title={words.tools.show} label onClick={onShow} />
    </div>
  )
}

function stateText({ saver, words }: Editor): string {
  const { kind } = saver.state.value
  if (kind === 'saved') return words.state.saved
  return kind === 'saving' ? words.state.saving : words.state.unsaved
}

/** An element that another part of the page has made. */
function Hosted({ element }: { element: HTMLElement }) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => ref.current?.replaceChildren(element), [element])
  return <div class="ui-edit-language" ref={ref} />
}
