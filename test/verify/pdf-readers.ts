import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { pdfJsTexts } from '../pdf/pdf-js-texts.ts'
import { programOnPath } from '../support/engines/program-on-path.ts'
import { installPackages } from './install-packages.ts'

const run = promisify(execFile)

/** A program that takes the text out of a PDF. `pages` is null if it is not on this machine. */
export interface PdfReader {
  name: string
  /** What to install where `pages` is null. */
  from: string
  /** Whether it sorts texts by their places, and not as they are written. */
  sorts?: boolean
  /** Returns the text of each page of a file. */
  pages: ((path: string) => Promise<string[]>) | null
}

/** Ends each page of the output of `pdftotext`. */
const formFeed = '\f'

const popplerReader = (name: string, sorts: boolean, flags: readonly string[]) => async (): Promise<PdfReader> => {
  const program = programOnPath('pdftotext')
  const pages = async (path: string) => {
    const { stdout } = await run(program!, [...flags, path, '-'])
    return stdout.split(formFeed).slice(0, -1)
  }
  return { name, sorts, from: 'the package poppler-utils of Debian', pages: program === null ? null : pages }
}

/** The programs to try: Firefox's viewer, Chrome's, Poppler as it reads and as the file is written, MuPDF. */
export const pdfReaders: readonly (() => Promise<PdfReader>)[] = [
  async () => ({ name: 'PDF.js', from: 'pdfjs-dist', pages: async (path) => pdfJsTexts(await readFile(path)) }),
  pdfiumReader,
  popplerReader('Poppler', true, []),
  popplerReader('Poppler, raw', false, ['-raw']),
  async () => {
    const program = programOnPath('mutool')
    const pages = async (path: string) => {
      const { stdout } = await run(program!, ['draw', '-q', '-F', 'txt', path])
      return stdout.split(formFeed).slice(0, -1)
    }
    return { name: 'MuPDF', from: 'the package mupdf-tools of Debian', pages: program === null ? null : pages }
  },
]

const pdfiumPackage = '@hyzyla/pdfium@2.1.13'

/** The library of Chrome's viewer. */
interface Pdfium {
  loadDocument(bytes: Uint8Array): Promise<{ pages(): Iterable<{ getText(): string }>; destroy(): void }>
}

async function pdfiumReader(): Promise<PdfReader> {
  const folder = await installPackages('pdfium', [pdfiumPackage])
  const from = `npm (${pdfiumPackage})`
  if (folder === null) return { name: 'PDFium', from, pages: null }
  const { PDFiumLibrary } = createRequire(join(folder, 'package.json'))('@hyzyla/pdfium') as {
    PDFiumLibrary: { init(): Promise<Pdfium> }
  }
  const library = await PDFiumLibrary.init()
  const pages = async (path: string) => {
    const document = await library.loadDocument(await readFile(path))
    const texts = [...document.pages()].map((page) => page.getText())
    document.destroy()
    return texts
  }
  return { name: 'PDFium', from, pages }
}
