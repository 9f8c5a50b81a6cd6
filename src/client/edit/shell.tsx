import type { SlideLanguages } from '../show/slide-languages.ts'
import type { Editor } from './editor.ts'
import { StagePins } from './map/stage-pins.tsx'
import { NotesField } from './notes-field.tsx'
import { PagesStrip } from './pages-strip.tsx'
import { Panel } from './panel.tsx'
import { ReplacePanel } from './replace/replace-panel.tsx'
import { Notice, SaveMessages } from './save-messages.tsx'
import { SlideList } from './slide-list.tsx'
import { SourcePanel } from './source-panel.tsx'
import { StageBoxes } from './stage-boxes.tsx'
import { TextInPlace } from './text-in-place.tsx'
import { Toolbar } from './toolbar.tsx'

/** What stands around the slide: slides at the left, tools above, a panel at the right, notes below. */
export function Shell({ editor, languages, onShow }: ShellParts) {
  const { words } = editor
  const opened = editor.openText.value
  /** Whether something stands over the panel, which the keyboard must not reach then. */
  const isCovered = editor.isReplacing.value || editor.isSource.value
  return (
    <>
      <header class="ui-edit-bar">
        <h1 class="ui-live">{editor.show.page.title || words.slides.title}</h1>
        <Toolbar editor={editor} languages={languages} onShow={onShow} />
      </header>
      <nav class="ui-edit-slides" aria-label={words.slides.title}>
        <SlideList editor={editor} />
      </nav>
      <section class="ui-edit-stage" aria-label={words.stage.title}>
        <StageBoxes editor={editor} />
        <StagePins editor={editor} />
        {opened && <TextInPlace key={opened.id} editor={editor} opened={opened} />}
      </section>
      <section class="ui-edit-dock" aria-label={words.notes}>
        <PagesStrip editor={editor} />
        <NotesField editor={editor} />
      </section>
      <aside class={isCovered ? 'ui-edit-panel ui-edit-covered' : 'ui-edit-panel'} aria-label={words.panel.title}>
        <Panel editor={editor} />
      </aside>
      {editor.isReplacing.value && <ReplacePanel editor={editor} />}
      {editor.isSource.value && <SourcePanel editor={editor} />}
      <SaveMessages editor={editor} onDrop={editor.drafts.clear} />
      <Notice editor={editor} />
    </>
  )
}

interface ShellParts {
  editor: Editor
  /** The languages of the slides; null for a deck in one language. */
  languages: SlideLanguages | null
  /** Leaves the editor for the show. */
  onShow(): void
}
