import type { FileEditor } from '../edit/editor.ts'

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

/** What has become of the text. */
export type SourceState =
  /** `draft`: the text cannot be read as it is, so it is not in the file. */
  | { kind: 'saved' | 'saving' | 'lost' | 'draft' }
  | { kind: 'refused'; message: string; again(): void; isConversion: boolean }
  | { kind: 'conflict'; mine: string; theirs: string; choose(whose: 'mine' | 'theirs'): void }

/** The script of the source view, which is loaded when it is opened for the first time. */
export interface SourceModule {
  open(parts: SourceViewParts): SourceView
}

declare global {
  /** Set by `source.entry.ts`. */
  var kormeSource: SourceModule | undefined
}
