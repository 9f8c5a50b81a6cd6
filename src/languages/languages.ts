import { type Lang, langs } from '../model/lang.ts'
import type { ServeWords } from '../model/wire/serve-pages.ts'
import type { PresentWords, TalkWords } from '../model/wire/talk-words.ts'
import type { PageWords, PrintWords } from '../model/words.ts'
import type { Messages } from './messages.ts'

const languages: Record<Lang, () => Promise<Messages>> = {
  kk: () => import('./kk/messages.ts').then((m) => m.kk),
  ru: () => import('./ru/messages.ts').then((m) => m.ru),
  en: () => import('./en/messages.ts').then((m) => m.en),
}

/** Loads one language; the others stay on the disk. */
export const loadMessages = (lang: Lang): Promise<Messages> => languages[lang]()

const pages: Record<Lang, () => Promise<PageWords>> = {
  kk: () => import('./kk/page.ts').then((m) => m.page),
  ru: () => import('./ru/page.ts').then((m) => m.page),
  en: () => import('./en/page.ts').then((m) => m.page),
}

/** Loads the words that a built page shows, in the language of the deck rather than of the person who builds it. */
export const loadPageWords = (lang: Lang): Promise<PageWords> => pages[lang]()

/** Loads the same words in every other language, for a speaker who prefers one. */
export async function loadOtherPageWords(lang: Lang): Promise<Partial<Record<Lang, PageWords>>> {
  const others = langs.filter((one) => one !== lang)
  return Object.fromEntries(await Promise.all(others.map(async (one) => [one, await pages[one]()] as const)))
}

const prints: Record<Lang, () => Promise<PrintWords>> = {
  kk: () => import('./kk/print.ts').then((m) => m.print),
  ru: () => import('./ru/print.ts').then((m) => m.print),
  en: () => import('./en/print.ts').then((m) => m.print),
}

/** Loads the words that a PDF shows, in the language of the deck. */
export const loadPrintWords = (lang: Lang): Promise<PrintWords> => prints[lang]()

const serves: Record<Lang, () => Promise<ServeWords>> = {
  kk: () => import('./kk/serve.ts').then((m) => m.serve),
  ru: () => import('./ru/serve.ts').then((m) => m.serve),
  en: () => import('./en/serve.ts').then((m) => m.serve),
}

/** Loads the words that served pages show besides the deck, in the language of the person who edits it. */
export const loadServeWords = (lang: Lang): Promise<ServeWords> => serves[lang]()

const presents: Record<Lang, () => Promise<PresentWords>> = {
  kk: () => import('./kk/present.ts').then((m) => m.present),
  ru: () => import('./ru/present.ts').then((m) => m.present),
  en: () => import('./en/present.ts').then((m) => m.present),
}

/** Loads what the pages of a talk say, in every language. */
export async function loadTalkWords(): Promise<Required<TalkWords>> {
  const all = langs.map(async (lang) => [lang, { page: await pages[lang](), talk: await presents[lang]() }] as const)
  return Object.fromEntries(await Promise.all(all)) as Required<TalkWords>
}
