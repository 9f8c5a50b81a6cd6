import { sep } from 'node:path'
import type { FileReadResult, Files, FolderEntry } from '../model/files.ts'
import { sha256 } from './hash.ts'
import { type Answer, answerOf, type Observation } from './observations.ts'

/** A file that was written as a whole. `hash` has 64 hexadecimal digits. */
export interface WrittenFile {
  path: string
  hash: string
}

/** A file that was copied. */
export interface CopiedFile {
  from: string
  to: string
}

/** Files with a record of all that was asked of them, and of what was written. */
export interface ObservedFiles {
  files: Files
  written(): readonly WrittenFile[]
  copied(): readonly CopiedFile[]
  /**
   * Returns what decides a run: every question with its answer, also that a file is missing. Null if two answers to one
   * question differ, because somebody changed a file meanwhile. `own` are paths that the run itself creates: where nothing
   * else was asked about them, it does not matter whether a folder lists them.
   */
  observations(own: readonly string[]): Observation[] | null
}

/** Returns the same files, with a record of what is asked and written through them from now on. */
export function observeFiles(files: Files): ObservedFiles {
  const answers = new Map<string, { question: Omit<Observation, 'answer'>; answer: Answer }>()
  const written: WrittenFile[] = []
  const copied: CopiedFile[] = []
  let contradicted = false

  /** Asks, and records the answer or the failure. */
  const ask = async <T>(question: Omit<Observation, 'answer'>, work: Promise<T>, read: (value: T) => Answer) => {
    const keep = (answer: Answer) => {
      const key = JSON.stringify(question)
      const known = answers.get(key)
      if (known && !isSame(known.answer, answer)) contradicted = true
      answers.set(key, { question, answer })
    }
    try {
      const value = await work
      keep(read(value))
      return value
    } catch (error) {
      keep(answerOf.failure(error))
      throw error
    }
  }

  return {
    files: {
      ...files,
      read: (path, limitBytes): Promise<FileReadResult> =>
        ask({ method: 'read', path, limitBytes }, files.read(path, limitBytes), answerOf.read),
      readText: (path) => ask({ method: 'readText', path }, files.readText(path), answerOf.readText),
      open: (path) => ask({ method: 'open', path }, files.open(path), answerOf.open),
      stat: (path) => ask({ method: 'stat', path }, files.stat(path), answerOf.stat),
      isLink: (path) => ask({ method: 'isLink', path }, files.isLink(path), String),
      realPath: (path) => ask({ method: 'realPath', path }, files.realPath(path), String),
      list: (path): Promise<FolderEntry[]> => ask({ method: 'list', path }, files.list(path), answerOf.list),
      writeAtomic: async (path, content, beforeReplace) => {
        await files.writeAtomic(path, content, beforeReplace)
        written.push({ path, hash: sha256(content) })
      },
      copyAtomic: async (from, to) => {
        await files.copyAtomic(from, to)
        copied.push({ from, to })
      },
    },
    written: () => written,
    copied: () => copied,
    observations(own) {
      if (contradicted) return null
      const asked = [...answers.values()]
      const unasked = own.filter((path) => !asked.some(({ question }) => isAtOrIn(question.path, path)))
      return asked.map(({ question, answer }) => {
        if (typeof answer === 'string') return { ...question, answer }
        const except = namesIn(question.path, unasked)
        return { ...question, ...(except.length > 0 && { except }), answer: answerOf.names(answer, except) }
      })
    },
  }
}

const isSame = (a: Answer, b: Answer): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Spellings of a path that a file system may take for the same. */
const folded = (path: string): string => path.normalize('NFC').toLowerCase().replaceAll('\\', '/')

function isAtOrIn(path: string, folder: string): boolean {
  const [at, top] = [folded(path), folded(folder)]
  return at === top || at.startsWith(`${top}/`)
}

/** The names of those paths that lie directly in a folder. */
function namesIn(folder: string, paths: readonly string[]): string[] {
  const top = folder.endsWith(sep) ? folder : folder + sep
  return paths.flatMap((path) => {
    const name = path.slice(top.length)
    return path.startsWith(top) && name !== '' && !name.includes(sep) ? [name] : []
  })
}
