import { sampleNames } from '../../model/flags.ts'
import { type Lang, langs } from '../../model/lang.ts'
import type { DeckView } from '../../model/wire/serve-pages.ts'
import type { StartEditWords } from '../../model/wire/start-edit.ts'
import { choiceField, openFormDialog, textField } from './form-dialog.ts'
import type { StartService } from './start-service.ts'

/** What the dialogs of the list of decks work with. */
export interface DeckDialogs {
  words: StartEditWords
  /** The language of the reader. */
  lang: Lang
  service: StartService
}

/** Asks what a new deck begins with, makes it, and opens it. */
export function openNewDeckDialog({ words: { dialog: words, newDeck }, lang, service }: DeckDialogs): void {
  const name = textField(words.name, '', words.nameHint)
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
      const { url } = await service.newDeck({ name: name.input.value, sample: sample.value(), lang: language.value() })
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
  openNameDialog(parts, parts.words.dialog.renameTitle, stemOf(deck.file), (name) =>
    parts.service.rename(deck.id, name),
  )
}

function openNameDialog(
  { words: { dialog: words } }: DeckDialogs,
  title: string,
  before: string,
  send: (name: string) => Promise<unknown>,
): void {
  const name = textField(words.name, before, words.nameHint)
  openFormDialog({
    title,
    fields: [name.part],
    first: name.input,
    submit: words.save,
    cancel: words.cancel,
    onSubmit: async () => void (await send(name.input.value)),
  })
}

/** The name of a deck's file without folders and ending. */
const stemOf = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/(?:\.deck)?\.json(?:\.txt)?$/i, '')
