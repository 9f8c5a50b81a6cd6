import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import ts from 'typescript'

/** The folders that a change to the program can touch. */
const folders = ['src', 'schemas', 'themes', 'scripts']

/**
 * Reads the text files of a source tree, sorted by path. Generated files are left out, since nobody edits them, and
 * so are these scripts.
 * Shape: `path` from the tree's root, with `/`.
 */
export function readTree(root) {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => filesBelow(root, folder))
    .filter((path) => /\.(ts|mjs|css|hbs|json)$/.test(path) && !path.startsWith('scripts/figures'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    .filter(({ path, text }) => !path.endsWith('.d.ts') && !text.startsWith('/** Made from '))
}

function filesBelow(root, folder) {
  const names = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root).length).split(sep).filter(Boolean).join('/'))
    .sort()
}

export const isTypeScript = ({ path }) => path.startsWith('src/') && path.endsWith('.ts')

const parsed = new WeakMap()

/** The syntax tree of a file. */
export function parse(file) {
  if (!parsed.has(file)) parsed.set(file, ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true))
  return parsed.get(file)
}

const printer = ts.createPrinter({ removeComments: true })

/** A file's text without its comments, which need no edit when something is added. */
export function withoutComments(file) {
  if (file.path.endsWith('.css')) return file.text.replace(/\/\*[\s\S]*?\*\//g, '')
  return /\.(ts|mjs)$/.test(file.path) ? printer.printFile(parse(file)) : file.text
}
