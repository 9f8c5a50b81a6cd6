import type { FileEditor } from '../edit/editor.ts'
import type { SourceState } from './source-state.ts'

/** The source view on a page. */
export interface SourceView {
  /** Saves what was typed and takes the view away. */
  close(): void
}

/** What a source view is shown with. */
export interface SourceViewParts {
  editor: FileEditor
  /** The element that it fills. */
  host: HTMLElement
  /** What has become of the text: `saved`, `saving`, or a sentence with what can be done. */
  onState(state: SourceState): void
}

/** The script of the source view, which is loaded when it is opened for the first time. */
export interface SourceModule {
  open(parts: SourceViewParts): SourceView
}

declare global {
  /** Set by `source.entry.ts`. */
  var kormeSource: SourceModule | undefined
}
