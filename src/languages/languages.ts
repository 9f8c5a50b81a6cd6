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

type Loaded<Part extends keyof Loaders> = Awaited<ReturnType<Loaders[Part]>>

const load = <Part extends keyof Loaders>(lang: Lang, part: Part) =>
  languages[lang].load[part]() as Promise<Loaded<Part>>

async function loadAll<Part extends keyof Loaders>(part: Part): Promise<Record<Lang, Loaded<Part>>> {
  const all = await Promise.all(langs.map(async (lang) => [lang, await load(lang, part)] as const))
  return Object.fromEntries(all) as Record<Lang, Loaded<Part>>
}

/** Loads the messages of one language. */
export const loadMessages = (lang: Lang) => load(lang, 'messages')

/** Loads the messages of all languages. */
export const loadAllMessages = () => loadAll('messages')

/** Loads the texts of a built page, in the language of the deck. */
export const loadPageWords = (lang: Lang) => load(lang, 'page')

/** Loads the texts of a built page in all other languages, for a speaker who prefers one of them. */
export async function loadOtherPageWords(lang: Lang): Promise<Partial<Record<Lang, PageWords>>> {
  const { [lang]: _, ...others } = await loadAll('page')
  return others
}

/** Loads the texts of a PDF, in the language of the deck. */
export const loadPrintWords = (lang: Lang) => load(lang, 'print')

/** Loads the texts that `korme serve` adds to its pages, in all languages. */
export const loadServeWords = () => loadAll('serve')

/** Loads the texts of the pages of `korme present`, in all languages. */
export async function loadTalkWords(): Promise<Required<TalkWords>> {
  const [pages, talks] = await Promise.all([loadAll('page'), loadAll('present')])
  return Object.fromEntries(
    langs.map((lang) => [lang, { page: pages[lang], talk: talks[lang] }]),
  ) as Required<TalkWords>
}

/** Loads the texts of maps, in all languages: one engine serves every edition of a deck. */
export const loadMapWords = () => loadAll('map')

/** Loads the texts of the deck that `korme new` writes, in all languages. */
export const loadSampleDecks = () => loadAll('sampleDeck')
