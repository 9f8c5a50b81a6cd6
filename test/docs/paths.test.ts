import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const docs = readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)
const pages = ['README.md', 'README.kk.md', 'README.ru.md', 'CONTRIBUTING.md', ...docs].filter((page) =>
  page.endsWith('.md'),
)
const textOf = (page: string) => readFileSync(join(root, page), 'utf8')

/** Folders of the project in which a page can name a file. */
const folders = /^(?:\.?(?:src|test|scripts|schemas|themes|static|docs|bench|decks)\/|\.dependency-cruiser)[\w./-]*$/

const withoutBlocks = (text: string) => text.replace(/```[\s\S]*?```/g, '')

/** The paths of the project that a text names in backquotes. `<name>` and the examples of users name none. */
function pathsIn(text: string): string[] {
  const words = [...withoutBlocks(text).matchAll(/`([^`\s]+)`/g)].map(([, word]) => word!)
  return words.filter((word) => folders.test(word) && !examples.has(word))
}

/** Files and folders that a user may make. */
const examples = new Set([
  'static/maps/',
  'static/video/',
  'static/video',
  'decks/bayandama.json',
  'decks/doklad.json',
  'decks/koktem.json',
  'decks/my-talk.json',
  'decks/nurotan.json',
])

/** The headings of a page as GitHub links them. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )

test.each(pages)('%s names only paths that exist', (page) => {
  expect(pathsIn(textOf(page)).filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test.each(pages)('%s links only to pages and headings that exist', (page) => {
  const prose = withoutBlocks(textOf(page)).replace(/`[^`]*`/g, '')
  const links = [...prose.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link]) => link!)
  const broken = links.filter((link) => {
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? page : join(dirname(page), path)
    if (!existsSync(join(root, target))) return true
    return anchor !== undefined && !anchorsOf(textOf(target)).includes(anchor)
  })
  expect(broken).toEqual([])
})

test('docs/architecture.md leaves no folder of src/ out', () => {
  const entries = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  const paths = entries.filter((one) => one.isDirectory()).map((one) => `${join(one.parentPath, one.name)}/`)
  const named = new Set(pathsIn(textOf('docs/architecture.md')))
  expect(paths.map((path) => path.slice(root.length + 1)).filter((path) => !named.has(path))).toEqual([])
})

test('a path that does not exist is found', () => {
  expect(pathsIn('See `src/nowhere.ts`, `npm test` and `static/maps/`.')).toEqual(['src/nowhere.ts'])
})
