import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Lang } from '../../model/lang.ts'
import type { Edit, JsonValue, NodePath } from '../../model/source.ts'
import type { EditOp } from '../../model/wire/edit.ts'
import type { Editor as OtherEditor } from '../../model/wire/edit-service.ts'
import type { EditSource } from '../../model/wire/edit-source.ts'
import type { EditWords } from '../../model/wire/edit-words.ts'
import type { FindingsView, FindingView } from '../../model/wire/serve-pages.ts'
import type { ThemeTitle } from '../../model/wire/theme-titles.ts'
import type { Show } from '../show/show.ts'
import type { SourceState } from '../source/source-state.ts'
import type { DraftLayout } from './draft-layout.ts'
import type { History } from './history.ts'
import type { KeptTexts } from './kept-texts.ts'
import type { Saver } from './saver.ts'
import type { DeckSchema } from './schema.ts'
import type { EditService } from './service.ts'

/** The part of the panel that is shown. */
export type PanelTab = 'slide' | 'deck' | 'findings'

/** A text that is open on the slide, and how it stands there. */
export interface OpenText {
  /** Another number for each text that is opened. */
  id: number
  path: NodePath
  /** The place of its box. Units: px of the stage. */
  box: { x: number; y: number; width: number; height: number }
  /** The style of its letters. */
  style: { fontFamily: string; fontSize: number; fontWeight: string; lineHeight: number; textAlign: string }
  lang: string
}

/** What an editor needs to know of the pages that are shown; none may be. */
export type ShownPages = Pick<Show, 'go' | 'pageId'> & { page: Pick<Show['page'], 'slides' | 'lang'> }

/** An editor of a deck whose slides are shown. */
export interface Editor extends FileEditor {
  show: Show
  drafts: DraftLayout
}

/** An editor of a deck's file: what it knows, and what can be done. Indexes of slides are those in the file. */
export interface FileEditor {
  words: EditWords
  schema: DeckSchema
  /** The themes to choose from, once they were asked for; a deck may name others. */
  themes: Signal<readonly ThemeTitle[]>
  /** What stands on new slides until it is replaced, in each language of decks. */
  newSlides: Readonly<Record<Lang, EditWords['newSlide']>>
  service: EditService
  saver: Saver
  history: History
  kept: KeptTexts
  /** The file as it is, or will be once everything is saved; null until it was read. */
  source: ReadonlySignal<EditSource | null>
  deck: ReadonlySignal<JsonValue>
  /** The hash of the file as it is, as far as it is known. */
  hash: ReadonlySignal<string>
  /** The path of the list of slides. */
  slidesPath: ReadonlySignal<NodePath>
  slides: ReadonlySignal<readonly JsonValue[]>
  /** The index of the slide that is shown. */
  current: Signal<number>
  /** Counts up when another slide is shown, and not when the one that is shown has got another index. */
  visits: ReadonlySignal<number>
  /** The indexes of the slides that are selected, the current one among them. */
  selected: Signal<ReadonlySet<number>>
  /** The path of the block that is selected on the slide. */
  block: Signal<NodePath | null>
  /** The text that is open on the slide. */
  openText: Signal<OpenText | null>
  /** What is to be said about the text that is being typed. */
  draftFindings: Signal<readonly FindingView[]>
  tab: Signal<PanelTab>
  /** A sentence about what was just done; empty if there is none. */
  notice: Signal<string>
  /** The fields in which something was typed that is not applied yet. */
  typing: Signal<ReadonlySet<string>>
  /** How many pictures and films are being sent. */
  uploads: ReadonlySignal<number>
  /** Whether texts are being found and replaced. */
  isReplacing: Signal<boolean>
  /** Whether the file itself is shown. */
  isSource: Signal<boolean>
  /** What has become of the text that was typed into the file itself. */
  sourceState: Signal<SourceState>
  findings: Signal<FindingsView | null>
  /** The others who edit the deck. */
  others: Signal<readonly OtherEditor[]>
  /** Counts up when the page shows something new. */
  shown: Signal<number>
  /** The languages of the deck, the first one first. */
  langs: ReadonlySignal<readonly Lang[]>
  /** Further languages in which the panel shows texts. */
  moreLangs: Signal<readonly Lang[]>
  /**
   * Makes an edit; `onSaved` is called once it is in the file. `base` is the hash of an earlier file on which it was made: its
   * places are those in that one.
   */
  edit(ops: readonly EditOp[], onSaved?: () => void, base?: string): void
  /** Changes the text of the file itself, as a repair does. */
  change(changes: readonly Edit[]): void
  step(way: 'undo' | 'redo'): void
  /** Reads the file anew. */
  reload(): Promise<void>
  /** Shows a slide. */
  goTo(index: number): void
  /** The number of a slide among those that are shown, from 1 on; null if it is not shown. */
  numberOf(index: number): number | null
  /** Selects slides that an edit has just made or moved, and shows the first one as soon as the page has it. */
  expect(indexes: readonly number[]): void
  /** Selects the slide to which somebody went on the page; or goes to the one that is current in the file as it is now. */
  follow(what: 'page' | 'file'): void
}

/** Returns the index in the file of the slide that a page shows; -1 if it is not known. */
export function slideOfPage({ source }: Pick<FileEditor, 'source'>, id: string): number {
  const step = source.value?.pages[id]?.slide.at(-1)
  return typeof step === 'number' ? step : -1
}

/** The path of a slide, or of something in it. */
export const inSlide = ({ slidesPath }: Pick<FileEditor, 'slidesPath'>, index: number, ...rest: NodePath): NodePath => [
  ...slidesPath.value,
  index,
  ...rest,
]
