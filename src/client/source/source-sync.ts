import type { Edit } from '../../model/source.ts'
import type { DraftMarks } from '../../model/wire/source-marks.ts'
import type { FileEditor } from '../edit/editor.ts'
import type { Refused, Unanswered } from '../edit/service.ts'
import { readLocal, writeLocal } from '../parts/storage.ts'
import { difference, overlap, type ShownText, shownText } from './line-ends.ts'
import type { SourceState } from './source-state.ts'

/** Keeps the file and the text of a source view the same. Nothing that was typed is lost. */
export interface SourceSync {
  /** The text as it was last read. */
  file(): { shown: ShownText; hash: string }
  /** The text has changed by typing: it is saved after a pause, unless it cannot be read as it is. */
  typed(): void
  /** Saves at once, whatever the text is. */
  flush(): Promise<void>
  /** Whether the text waits, since it cannot be read as it is. */
  isDraft(): boolean
  /** Reads the file, and puts what others have changed into the text. */
  pull(): Promise<void>
  close(): void
}

/** What `makeSourceSync` works with. */
export interface SourceSyncParts {
  editor: Pick<FileEditor, 'service' | 'history' | 'reload'>
  /** The file as it is. */
  start: { text: string; hash: string }
  /** A name for what is kept in the browser until it is saved. */
  name: string
  text(): string
  /** Changes the text as others have; `local` is what was typed since the same base. */
  apply(remote: Edit, local: Edit | null, base: string): void
  onState(state: SourceState): void
  /** The file was read. */
  onRead(): void
  /** The text was looked at, and is not saved. */
  onDraft(draft: DraftMarks): void
}

/** Typing is saved after a pause of so long; what had no answer is sent again. Units: milliseconds. */
const [pauseMs, retryMs] = [500, 2_000]

/** Begins to keep a file and a text the same. What was typed and not saved in an earlier view is put into the text. */
export function makeSourceSync(parts: SourceSyncParts): SourceSync {
  const { editor, start, name, text, apply, onRead, onDraft } = parts
  let kind: SourceState['kind'] = 'saved'
  const onState = (state: SourceState) => {
    kind = state.kind
    parts.onState(state)
  }
  let file = { shown: shownText(start.text), hash: start.hash }
  let timer: ReturnType<typeof setTimeout> | undefined
  let queue: Promise<void> = Promise.resolve()
  let isStuck = false
  let isDraft = false
  let converts = false
  const inTurn = (run: () => Promise<void>) => {
    queue = queue.then(run).catch(fail)
    return queue
  }
  const later = (ms: number, run = saveReadable) => {
    clearTimeout(timer)
    timer = setTimeout(() => void inTurn(run), ms)
  }
  /** Half of a word is no deck: what cannot be read waits in the browser, and the slides stay as they are. */
  const saveReadable = async () => {
    const looked = text()
    if (isStuck || looked === file.shown.text) return save()
    const draft = await editor.service.draftMarks(looked)
    // Who goes on typing is asked again after the next pause.
    if (text() !== looked) return later(pauseMs)
    isDraft = !draft.isReadable
    onDraft(draft)
    if (draft.isReadable) return save()
    onState({ kind: 'draft' })
  }
  const keep = () => {
    const isSaved = text() === file.shown.text
    writeLocal(name, isSaved ? '' : JSON.stringify({ base: file.shown.text, text: text() }))
  }
  /** `base` is the text that both the file and the typed text come from. */
  const adopt = (next: { text: string; hash: string }, base: string) => {
    const shown = shownText(next.text)
    const [remote, local] = [difference(base, shown.text), difference(base, text())]
    const isSame = shown.text === text()
    if (remote && local && !isSame && overlap(remote, local)) return ask(shown, next.hash, remote, local)
    if (remote && !isSame) apply(remote, local, base)
    file = { shown, hash: next.hash }
    keep()
    onRead()
  }
  const ask = (shown: ShownText, hash: string, remote: Edit, local: Edit) => {
    isStuck = true
    const choose = (whose: 'mine' | 'theirs') => {
      isStuck = false
      const mine = difference(text(), shown.text)
      if (whose === 'theirs' && mine) apply(mine, null, text())
      file = { shown, hash }
      keep()
      onRead()
      later(0)
    }
    onState({ kind: 'conflict', mine: local.text, theirs: remote.text, choose })
  }
  const read = async (base: string) => {
    const before = editor.history.hash()
    const { text: next, hash } = await editor.service.source()
    if (editor.history.hash() === before) editor.history.see({ text: next, hash })
    adopt({ text: next, hash }, base)
  }
  const save = async () => {
    isDraft = false
    const sent = text()
    const edit = difference(file.shown.text, sent)
    if (isStuck) return
    if (!edit) {
      keep()
      return onState({ kind: 'saved' })
    }
    onState({ kind: 'saving' })
    const request = { base: file.hash, changes: [file.shown.fileEdit(edit)] }
    const answer = await editor.service.edit(request, converts ? { convert: true } : {})
    editor.history.note('edit', answer, request.base)
    await read(sent)
    void editor.reload()
    if (isStuck) return
    if (text() !== file.shown.text) later(pauseMs)
    else onState({ kind: 'saved' })
  }
  const fail = async (error: unknown) => {
    if (isUnanswered(error)) {
      onState({ kind: 'lost' })
      return later(retryMs)
    }
    if (!isRefused(error)) throw error
    const { message, code } = error.refusal
    if (error.status === 409 && code !== 'edit-converts') {
      await read(file.shown.text)
      if (!isStuck) later(0)
      return
    }
    const again = () => {
      converts ||= code === 'edit-converts'
      later(0, save)
    }
    onState({ kind: 'refused', message, again, isConversion: code === 'edit-converts' })
  }
  const resume = () => {
    const kept = readLocal(name)
    if (!kept) return
    const { base, text: typed } = JSON.parse(kept) as { base: string; text: string }
    const [remote, local] = [difference(base, file.shown.text), difference(base, typed)]
    if (!local || typed === file.shown.text) return writeLocal(name, '')
    if (remote && overlap(remote, local)) {
      const { shown, hash } = file
      const whole = difference(text(), typed)
      if (whole) apply(whole, null, text())
      ask(shown, hash, remote, local)
    } else {
      apply(local, remote, base)
      onState({ kind: 'typed' })
      later(0)
    }
  }
  resume()
  return {
    file: () => file,
    typed: () => {
      keep()
      if (kind === 'saved') onState({ kind: 'typed' })
      later(pauseMs)
    },
    isDraft: () => isDraft,
    flush: () => {
      clearTimeout(timer)
      return inTurn(save)
    },
    pull: () => inTurn(() => read(file.shown.text)),
    close: () => clearTimeout(timer),
  }
}

// The errors come from another script, whose classes are not those of this one.
const isUnanswered = (error: unknown): error is Unanswered => error instanceof Error && 'isUnanswered' in error
const isRefused = (error: unknown): error is Refused => error instanceof Error && 'refusal' in error
