import { type Lang, langs } from '../model/lang.ts'
import type { TalkWords } from '../model/wire/talk-words.ts'
import type { PageWords } from '../model/words.ts'
import { en } from './en/language.ts'
import { kk } from './kk/language.ts'
import type { Language, Loaders } from './language.ts'
import { ru } from './ru/language.ts'

/**
 * Every language by its code. A language that is missing here, or lacks a part, does not compile.
 *
 * To add a language: copy the folder of the most similar one and translate it; add its code to `src/model/lang.ts` and its
 * line here; run `npm run types:make` and `npm run docs:make`, which write the code into the schemas and the docs.
 */
export const languages: Readonly<Record<Lang, Language>> = { kk, ru, en }

async function loadAll<Words>(load: (loaders: Loaders) => Promise<Words>): Promise<Record<Lang, Words>> {
  const all = await Promise.all(langs.map(async (lang) => [lang, await load(languages[lang].load)] as const))
  return Object.fromEntries(all) as Record<Lang, Words>
}

/** Loads the messages of one language. */
export const loadMessages = (lang: Lang) => languages[lang].load.messages()

/** Loads the messages of all languages. */
export const loadAllMessages = () => loadAll(({ messages }) => messages())

/** Loads the texts of a built page, in the language of the deck. */
export const loadPageWords = (lang: Lang) => languages[lang].load.page()

/** Loads the texts of a built page in all other languages, for a speaker who prefers one of them. */
export async function loadOtherPageWords(lang: Lang): Promise<Partial<Record<Lang, PageWords>>> {
  const { [lang]: _, ...others } = await loadAll(({ page }) => page())
  return others
}

/** Loads the texts of the page of a deck in several languages, in all languages that Korme has. */
export const loadSeveralPageWords = (): Promise<Record<Lang, PageWords>> =>
  loadAll(async ({ page, severalLanguages }) => {
    const [words, added] = await Promise.all([page(), severalLanguages()])
    return { ...words, help: { ...words.help, keys: { ...words.help.keys, ...added } } }
  })

/** Loads the texts of a PDF, in the language of the deck. */
export const loadPrintWords = (lang: Lang) => languages[lang].load.print()

/** Loads the texts that `korme serve` adds to its pages, in all languages. */
export const loadServeWords = () => loadAll(({ serve }) => serve())

/** Loads the texts of the editor, in all languages. */
export const loadEditWords = () => loadAll(({ editor }) => editor())

/** Loads the texts that the list of decks has under `--edit`, in all languages. */
export const loadStartEditWords = () => loadAll(({ startEdit }) => startEdit())

/** Loads the texts of the pages of `korme present`, in all languages. */
export const loadTalkWords = (): Promise<Required<TalkWords>> =>
  loadAll(async ({ page, present }) => ({ page: await page(), talk: await present() }))

/** Loads the texts of maps, in all languages: one engine serves every edition of a deck. */
export const loadMapWords = () => loadAll(({ map }) => map())

/** Loads the texts of the deck that `korme new` writes, in all languages. */
export const loadSampleDecks = () => loadAll(({ sampleDeck }) => sampleDeck())

/** Loads the texts of the decks that `korme new` writes for a training, a contest and a programme, in all languages. */
export const loadSampleEvents = () => loadAll(({ sampleEvents }) => sampleEvents())

/** Loads the texts of the report that `korme new --sample report` writes, in all languages. */
export const loadSampleReports = () => loadAll(({ sampleReport }) => sampleReport())
