import { type EditableText, readEditable } from '../../edit/editable-text.ts'
import { limits } from '../../model/limits.ts'
import type { EditAnswer } from '../../model/wire/edit.ts'
import type { DraftRequest, SentEdit, SourceAnswer } from '../../model/wire/edit-service.ts'
import { sha256 } from '../../system/hash.ts'
import { type DeckPlace, type DeckSource, encodeSource, isReadOnly, readDeckSource } from './deck-source.ts'
import { EditRefused } from './edit-refused.ts'
import { keepCopy } from './kept-copies.ts'
import { makeEdit } from './make-edit.ts'
import type { TextHistory } from './text-history.ts'
import { writeRefusal } from './write-refusal.ts'

/** Edits the file of one deck, one edit after the other. */
export interface DeckEditor {
  /** Reads the file: its text, and its bytes. Errors: `EditRefused`. */
  source(): Promise<SourceAnswer & { bytes: Uint8Array }>
  /**
   * Makes an edit and saves it. An edit of an earlier text is made on the present one, if that has changed elsewhere.
   * Errors: `EditRefused`; the file is then as it was.
   */
  edit(sent: SentEdit): Promise<EditAnswer>
  /** Returns the text that an edit would make, without saving it. Errors: `EditRefused`. */
  draft(request: DraftRequest): Promise<string>
  /** Does something with the file while no edit is being made. */
  whileIdle<T>(work: () => Promise<T>): Promise<T>
  /** Looks whether another program has saved the file, and tells of it. */
  notice(): Promise<void>
  /** The hash of the file as it was last seen; null before that. */
  hash(): string | null
}

/** Options of `makeDeckEditor`. */
export interface DeckEditorOptions extends DeckPlace {
  /** Finds the real path of the project of a deck. */
  projectRoot(): Promise<string>
  history: TextHistory
  /** Called when the file has another content: by the editor of this number, or by another program. */
  onSaved(hash: string, by: number | null): void
}

/** How often an edit is made again because another program has just saved the file. */
const maxTries = 8

/** So many answers are kept, for pages that send an edit again because its answer was lost. */
const maxAnswers = 1_000

/** Another program saved the file between reading and replacing it. */
class OutdatedError extends Error {}

/** Creates the editor of a deck. Nothing is read before it is used. */
export function makeDeckEditor(options: DeckEditorOptions): DeckEditor {
  const { files, clock, history, onSaved } = options
  let queue: Promise<unknown> = Promise.resolve()
  let current: string | null = null
  let copied = false
  let tree: { hash: string; read: EditableText } | null = null
  const answers = new Map<string, EditAnswer>()
  const remember = (id: string, answer: EditAnswer) => {
    answers.set(id, answer)
    for (const oldest of answers.keys()) if (answers.size > maxAnswers) answers.delete(oldest)
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work)
    queue = done.catch(() => {})
    return done
  }
  const read = async (): Promise<DeckSource> => {
    const source = await readDeckSource(options, history.has)
    history.add(source.hash, source.text)
    if (current !== null && current !== source.hash) onSaved(source.hash, null)
    current = source.hash
    return source
  }
  const keepFirst = async (source: DeckSource, converts: boolean) => {
    if (copied && !converts) return
    await keepCopy(source, await options.projectRoot(), files, clock.now())
    copied = true
  }
  const save = async (source: DeckSource, bytes: Buffer) => {
    if (await isReadOnly(source, files)) throw new EditRefused({ code: 'edit-read-only', file: source.name })
    try {
      await files.writeAtomic(source.target, bytes, async () => {
        await keepFirst(source, source.converts !== null)
        const now = await files.read(source.target, limits.deckBytes).catch(() => null)
        if (!now || !('bytes' in now) || Buffer.compare(now.bytes, source.bytes) !== 0) throw new OutdatedError()
      })
    } catch (error) {
      throw writeRefusal(error, source.name)
    }
  }
  /** A text with its tree, which is kept: drafts are made on the same text with every pause in typing. */
  const withTree = <Text extends { hash: string; text: string }>(present: Text) => {
    if (tree?.hash !== present.hash) tree = { hash: present.hash, read: readEditable(present.text) }
    return { ...present, read: tree.read }
  }
  const editOnce = async (sent: SentEdit): Promise<EditAnswer | null> => {
    const source = await read()
    if (source.converts !== null && sent.convert !== true) {
      throw new EditRefused(
        { code: 'edit-converts', file: source.name, encoding: source.converts === 'utf-8' ? null : source.converts },
        { hash: source.hash },
      )
    }
    const made = makeEdit(withTree(source), sent, history.get(sent.base))
    const { text, ranges, inverse, changes, over } = made
    const answer = { ranges, inverse, changes, on: source.hash, ...(over && { over }) }
    const bytes = encodeSource({ ...source, text })
    if (bytes.length > limits.deckBytes) throw new EditRefused({ code: 'edit-too-large', limitBytes: limits.deckBytes })
    if (Buffer.compare(bytes, source.bytes) === 0) return { hash: source.hash, ...answer }
    try {
      await save(source, bytes)
    } catch (error) {
      if (error instanceof OutdatedError) return null
      throw error
    }
    current = sha256(bytes)
    history.add(current, text)
    if (made.source) tree = { hash: current, read: made.source }
    onSaved(current, sent.editor ?? null)
    return { hash: current, ...answer }
  }
  return {
    hash: () => current,
    source: () =>
      inTurn(async () => {
        const source = await read()
        const { text, hash, converts, bytes } = source
        return { text, hash, converts, bytes, readOnly: await isReadOnly(source, files) }
      }),
    edit: (sent) =>
      inTurn(async () => {
        const made = answers.get(sent.id ?? '')
        if (made) return made
        for (let tries = 0; tries < maxTries; tries++) {
          const answer = await editOnce(sent)
          if (!answer) continue
          if (sent.id !== undefined) remember(sent.id, answer)
          return answer
        }
        throw new EditRefused({ code: 'edit-file-busy', file: (await read()).name })
      }),
    draft: async (request) => {
      const base = history.get(request.base)
      const isCurrent = current === request.base && base !== null
      const present = isCurrent ? { name: '', hash: request.base, text: base } : await inTurn(read)
      return makeEdit(withTree(present), request, base).text
    },
    whileIdle: inTurn,
    notice: () => inTurn(async () => void (await read().catch(ignoreRefusal))),
  }
}

/** What is wrong with the file is told when it is edited. */
const ignoreRefusal = (error: unknown) => {
  if (!(error instanceof EditRefused)) throw error
}
