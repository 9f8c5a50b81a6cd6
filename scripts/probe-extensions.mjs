/**
 * Shows what a new block type and a new language cost: adds both to a copy of the project, checks its types, builds HTML,
 * PDF and handout with them, and prints the files that had to be added or edited. The sources of the block type are in
 * `scripts/probe/`. Usage: `node scripts/probe-extensions.mjs`. Needs no network.
 */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const copied = ['docs', 'schemas', 'scripts', 'src', 'static', 'themes', 'package.json', 'tsconfig.json']

/** Inserts a line before or after the first line that contains `anchor`. */
const insert = (where, anchor, line) => (text) => {
  const lines = text.split('\n')
  const index = lines.findIndex((one) => one.includes(anchor))
  if (index < 0) throw new Error(`No line with ${anchor}`)
  return lines.toSpliced(where === 'before' ? index : index + 1, 0, line).join('\n')
}
const before = (anchor, line) => insert('before', anchor, line)
const after = (anchor, line) => insert('after', anchor, line)
const replace = (part, by) => (text) => {
  if (!text.includes(part)) throw new Error(`Nothing to replace: ${part}`)
  return text.replace(part, by)
}

const noteDefinition = `    "noteBlock": {
      "type": "object",
      "description": "A short text in a frame.",
      "required": [ "type" ],
      "properties": {
        "type": { "const": "note" },
        "text": { "$ref": "#/definitions/text" }
      },
      "additionalProperties": false
    },`

const message = (sentence) =>
  after('export const layout: MessagesOf<LayoutProblem> = {', `  'note-continued': ${sentence},`)

/** The words of the new type for the schemas that editors read. */
const noteWords = (title, meaning, example) => [
  before('  titleBlock: { text: [', `  noteBlock: { text: ['${title}', '${meaning}', '${example}'] },`),
  after("export const blocks: SchemaWords['blocks'] = {", `  note: '${meaning}',`),
]

/** The edits of existing files, by path. */
const edits = {
  'src/model/block.ts': [
    before('import type { TextBlock }', "import type { NoteBlock } from '../blocks/note/types.ts'"),
    replace('| TextBlock<T>', '| TextBlock<T> | NoteBlock<T>'),
  ],
  'src/blocks/registry.ts': [
    before("from './text/index.ts'", "import { noteType } from './note/index.ts'"),
    before('} satisfies', '  note: noteType,'),
  ],
  'src/model/deck.schema.json': [
    before('{ "$ref": "#/definitions/textBlock" }', '        { "$ref": "#/definitions/noteBlock" },'),
    before('"titleBlock": {', noteDefinition),
  ],
  'src/model/problems/layout.ts': [
    after('export type LayoutProblem =', "  | { code: 'note-continued'; pages: number }"),
  ],
  'src/languages/en/layout.ts': [message(`({ pages }) => 'This note takes ' + pages + ' slides.'`)],
  'src/languages/kk/layout.ts': [message(`({ pages }) => 'Бұл ескертпе ' + pages + ' слайд алады.'`)],
  'src/languages/ru/layout.ts': [message(`({ pages }) => 'Слайдов, которые занимает заметка: ' + pages + '.'`)],
  'src/languages/en/schema/blocks.ts': noteWords('Note', 'A short text in a frame.', 'Doors open at nine'),
  'src/languages/kk/schema/blocks.ts': noteWords('Ескертпе', 'Жақтаудағы қысқа мәтін.', 'Есік тоғызда ашылады'),
  'src/languages/ru/schema/blocks.ts': noteWords('Заметка', 'Короткий текст в рамке.', 'Двери открываются в девять'),
  'src/model/lang.ts': [replace("'en'] as const", "'en', 'uz'] as const")],
  'src/languages/languages.ts': [
    after("from './ru/language.ts'", "import { uz } from './uz/language.ts'"),
    replace('{ kk, ru, en }', '{ kk, ru, en, uz }'),
  ],
  'src/languages/machine-messages.ts': [
    after("from './ru/machine.ts'", "import { machine as uz } from './uz/machine.ts'"),
    replace('{ kk, ru, en }', '{ kk, ru, en, uz }'),
  ],
}

/** The new language: the texts of English under another code. */
async function addLanguage(project) {
  const folder = join(project, 'src/languages/uz')
  await cp(join(project, 'src/languages/en'), folder, { recursive: true })
  const file = join(folder, 'language.ts')
  const english = await readFile(file, 'utf8')
  const uzbek = english
    .replace('export const en:', 'export const uz:')
    .replace("['eng', 'english']", "['uzb', 'uzbek']")
  await writeFile(file, uzbek)
}

/** Returns the content of every file of a project by path, without built files and scripts. */
async function snapshot(project) {
  const entries = await readdir(project, { recursive: true, withFileTypes: true })
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  const files = paths.map(async (path) => [path.slice(project.length + 1), await readFile(path, 'base64')])
  return new Map((await Promise.all(files)).filter(([path]) => !/^(?:build|dist|scripts)\//.test(path)))
}

/** Copies the project into a temporary folder. */
async function copyProject() {
  const project = await mkdtemp(join(tmpdir(), 'korme-probe-'))
  await Promise.all(copied.map((name) => cp(join(root, name), join(project, name), { recursive: true })))
  await symlink(join(root, 'node_modules'), join(project, 'node_modules'), 'dir')
  return project
}

/** Checks the types of a project. Returns the messages, none if they are right. */
async function checkTypes(project) {
  const compiler = join(root, 'node_modules/typescript-7/bin/tsc')
  try {
    await run(process.execPath, [compiler, '--noEmit'], { cwd: project })
    return ''
  } catch (error) {
    if (typeof error.code !== 'number') throw error
    return error.stdout
  }
}

/** Returns the text of all pages of a PDF. */
async function pdfText(path) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise
  const pages = Array.from({ length: pdf.numPages }, async (_, i) => (await pdf.getPage(i + 1)).getTextContent())
  return (await Promise.all(pages)).flatMap(({ items }) => items.map(({ str }) => str)).join(' ')
}

/** Builds the deck of the probe in every language and returns the text of each document. */
async function buildDocuments(project) {
  const korme = join(project, 'build/korme.js')
  await run(process.execPath, [join(project, 'scripts/make.mjs')], { cwd: project })
  const build = ['build', 'decks/note.json', '--lang', 'uz', '--pdf', '--handout', '--strict']
  await run(process.execPath, [korme, ...build], { cwd: project })
  const out = join(project, 'dist')
  const [html] = (await readdir(out)).filter((name) => name.endsWith('.html'))
  const stem = join(out, html.slice(0, -'.html'.length))
  return {
    html: await readFile(`${stem}.html`, 'utf8'),
    pdf: await pdfText(`${stem}.pdf`),
    handout: await pdfText(`${stem}.handout.pdf`),
  }
}

/**
 * Adds the block type and the language to a copy of the project, and checks its types: with all files, and with those of
 * `incomplete` left as they were.
 */
export async function probeExtensions(incomplete = []) {
  const project = await copyProject()
  const at = (path) => join(project, path)
  try {
    const original = await snapshot(project)
    await cp(join(root, 'scripts/probe'), project, { recursive: true })
    for (const [path, steps] of Object.entries(edits)) {
      const text = await readFile(at(path), 'utf8')
      await writeFile(
        at(path),
        steps.reduce((all, step) => step(all), text),
      )
    }
    await addLanguage(project)
    const written = await snapshot(project)
    for (const script of ['make-types.mjs', 'make-format-docs.mjs']) {
      await run(process.execPath, [at(`scripts/${script}`)], { cwd: project })
    }
    const complete = await snapshot(project)
    const documents = await buildDocuments(project)
    const typeErrors = await checkTypes(project)
    for (const path of incomplete) {
      const content = original.get(path)
      if (content === undefined) await rm(at(path))
      else await writeFile(at(path), Buffer.from(content, 'base64'))
    }
    const typeErrorsIfIncomplete = incomplete.length > 0 ? await checkTypes(project) : ''
    const paths = [...complete.keys()].sort()
    return {
      added: paths.filter((path) => !original.has(path)),
      edited: paths.filter((path) => original.has(path) && original.get(path) !== written.get(path)),
      generated: paths.filter((path) => written.has(path) && written.get(path) !== complete.get(path)),
      documents,
      typeErrors,
      typeErrorsIfIncomplete,
    }
  } finally {
    await rm(project, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { added, edited, generated, documents, typeErrors } = await probeExtensions()
  for (const [what, paths] of Object.entries({ added, edited, generated })) {
    console.log([`${what}:`, ...paths].join('\n  '))
  }
  const missing = Object.entries(documents).filter(([, text]) => !text.includes('Eslatma matni shu yerda'))
  for (const [name] of missing) console.error(`The ${name} lacks the text of the note.`)
  if (typeErrors) console.error(typeErrors)
  process.exitCode = missing.length > 0 || typeErrors ? 1 : 0
}
