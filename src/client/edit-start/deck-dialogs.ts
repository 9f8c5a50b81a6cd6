import { sampleNames } from '../../model/flags.ts'
import { type Lang, langs } from '../../model/lang.ts'
import type { RemovedDeck } from '../../model/wire/edit-service.ts'
import type { DeckView } from '../../model/wire/serve-pages.ts'
import type { StartEditWords } from '../../model/wire/start-edit.ts'
import { element } from '../parts/element.ts'
import { fileNameFor } from './file-name.ts'
import { choiceField, openFormDialog, textField } from './form-dialog.ts'
import { RequestFailed, type StartService } from './start-service.ts'

/** What the dialogs of the list of decks work with. */
export interface DeckDialogs {
  words: StartEditWords
  /** The language of the reader. */
  lang: Lang
  service: StartService
  /** The decks that are there. */
  decks(): readonly DeckView[]
  /** A deck was moved to the trash. */
  onRemoved(removed: RemovedDeck): void
}

/** A field for the name of a deck. It says what its file will be called, before anything is sent. `own`: a name that may stay. */
function nameField({ words: { dialog: words }, decks }: DeckDialogs, before: string, own: string | null) {
  const { part, input } = textField(words.name, before, words.nameHint)
  const becomes = element('small', { role: 'status', class: 'becomes' })
  part.append(becomes)
  const value = () => {
    const taken = decks()
      .map(({ file }) => stemOf(file))
      .filter((stem) => stem !== own)
    return input.value.trim() === own ? input.value : fileNameFor(input.value, taken) || input.value
  }
  const tell = () => {
    const name = value()
    becomes.textContent = name === input.value.trim() ? '' : words.nameBecomes.replace('{x}', name)
  }
  input.addEventListener('input', tell)
  tell()
  /** Sends the name. One that is taken by what the list does not show gives way to a free one, which can be sent at once. */
  const send = async <T>(ask: (name: string) => Promise<T>): Promise<T> =>
    ask(value()).catch((error: unknown) => {
      if (error instanceof RequestFailed && error.free !== '') {
        input.value = error.free
        tell()
      }
      throw error
    })
  return { part, input, send }
}

/** Asks what a new deck begins with, makes it, and opens it. */
export function openNewDeckDialog(parts: DeckDialogs): void {
  const { lang, service } = parts
  const { dialog: words, newDeck } = parts.words
  const name = nameField(parts, '', null)
  const samples = sampleNames.map((value) => ({ value, ...words.samples[value] }))
  const sample = choiceField('sample', words.sample, samples, 'report')
  const languages = ([lang, ...langs.filter((one) => one !== lang), 'all'] as const).map((value) => ({
    value,
    title: words.langs[value],
  }))
  const language = choiceField<Lang | 'all'>('lang', words.lang, languages, lang)
  openFormDialog({
    title: newDeck,
    fields: [name.part, sample.part, language.part],
    first: name.input,
    submit: words.create,
    cancel: words.cancel,
    onSubmit: async () => {
      const chosen = { title: withoutEnding(name.input.value), sample: sample.value(), lang: language.value() }
      const { url } = await name.send((own) => service.newDeck({ name: own, ...chosen }))
      location.assign(url)
    },
  })
}

/** Asks for the name of a copy, and makes it. */
export function openCopyDialog(parts: DeckDialogs, deck: DeckView): void {
  const { dialog } = parts.words
  openNameDialog(parts, dialog.copyTitle, `${stemOf(deck.file)}-${dialog.copyEnding}`, (name) =>
    parts.service.copy(deck.id, name),
  )
}

/** Asks for another name, and gives it to the file of a deck. */
export function openRenameDialog(parts: DeckDialogs, deck: DeckView): void {
  const own = stemOf(deck.file)
  openNameDialog(parts, parts.words.dialog.renameTitle, own, (name) => parts.service.rename(deck.id, name), own)
}

/** Asks whether a deck is to be moved to the trash, and moves it. */
export function openRemoveDialog({ words, service, onRemoved }: DeckDialogs, deck: DeckView): void {
  const { ask, askAbout, submit } = words.trash
  openFormDialog({
    title: ask.replace('{x}', () => deck.title || stemOf(deck.file)),
    fields: [element('p', { class: 'file' }, deck.file), element('p', {}, askAbout)],
    submit,
    cancel: words.dialog.cancel,
    onSubmit: async () => onRemoved(await service.remove(deck.id)),
  })
}

function openNameDialog(
  parts: DeckDialogs,
  title: string,
  before: string,
  send: (name: string) => Promise<unknown>,
  own: string | null = null,
): void {
  const { dialog: words } = parts.words
  const name = nameField(parts, before, own)
  openFormDialog({
    title,
    fields: [name.part],
    first: name.input,
    submit: words.save,
    cancel: words.cancel,
    onSubmit: async () => void (await name.send(send)),
  })
}

const withoutEnding = (name: string): string => name.replace(/(?:\.(?:deck|json|txt)){1,4}$/i, '')

/** The name of a deck's file without folders and ending. */
const stemOf = (file: string): string => withoutEnding(file.replace(/^.*[\\/]/, ''))
