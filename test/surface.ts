import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Handlebars from 'handlebars'
import ts from 'typescript'

const root = join(import.meta.dirname, '..')

const sorted = (words: Iterable<string>) => [...new Set(words)].sort()

function filesBelow(folder: string, ending: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith(ending)).map((name) => join(root, folder, name))
}

/** Every `{ code: 'x'; fact: … }` of the model as `x: fact, …`: problems of decks, failures of the machine, wrong usage. */
export function diagnosticCodes(): string[] {
  return sorted(filesBelow('src/model', '.ts').flatMap(codesOf))
}

function codesOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const codes: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTypeLiteralNode(node)) {
      const fields = node.members.filter(ts.isPropertySignature)
      const nameOf = (field: ts.PropertySignature) => field.name.getText(source)
      const code = fields.find((field) => nameOf(field) === 'code')?.type
      if (code && ts.isLiteralTypeNode(code) && ts.isStringLiteral(code.literal)) {
        const facts = fields.map(nameOf).filter((name) => name !== 'code')
        codes.push([`${code.literal.text}:`, facts.join(', ')].join(' ').trimEnd())
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return codes
}

interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema | boolean>
  items?: Schema | Schema[]
  additionalProperties?: Schema | boolean
  definitions?: Record<string, Schema>
  if?: Schema
  then?: Schema
  else?: Schema
  oneOf?: Schema[]
}

/**
 * Every path of fields that a schema allows, with the words that may stand there: `content[].fit: auto, shrink, split`.
 * What is defined once and used again refers to its first place: `event = name`.
 */
export function jsonFields(name: 'deck' | 'theme'): string[] {
  const path = name === 'deck' ? 'src/model/deck.schema.json' : 'schemas/theme.schema.json'
  const schema: Schema = JSON.parse(readFileSync(join(root, path), 'utf8'))
  const fields = new Set<string>()
  const firstPaths = new Map<string, string>()
  const visit = (node: Schema | boolean | undefined, path: string): void => {
    if (typeof node !== 'object') return
    const definition = node.$ref?.slice('#/definitions/'.length)
    // What a whole theme requires names the same fields again.
    if (definition?.startsWith('Whole')) return
    const target = definition ? schema.definitions![definition]! : node
    const first = definition && firstPaths.get(definition)
    if (first && first !== path && hasFields(target)) return void fields.add(`${path} = ${first}`)
    if (definition && !first) firstPaths.set(definition, path)
    const words = [...(target.enum ?? []), ...(target.const === undefined ? [] : [target.const])].filter(Boolean)
    if (path) fields.add(words.length > 0 ? `${path}: ${sorted(words.map(String)).join(', ')}` : path)
    for (const part of [target.then, target.else, ...(target.oneOf ?? [])]) visit(part, path)
    for (const [field, value] of Object.entries(target.properties ?? {}))
      visit(value, path ? `${path}.${field}` : field)
    for (const item of [target.items].flat()) visit(item, `${path}[]`)
    visit(target.additionalProperties, `${path}.*`)
  }
  visit(schema, '')
  return sorted(fields)
}

const hasFields = ({ properties, items, additionalProperties }: Schema) =>
  Boolean(properties ?? items ?? additionalProperties)

/** Each template with the helpers, partials and fields of its view that it reads. */
export function templateFields(): string[] {
  const helpers: string[] = JSON.parse(readFileSync(join(root, 'src/render/helpers.json'), 'utf8'))
  const templates = filesBelow('src', '.hbs')
    .map(
      (file) =>
        `${basename(file, '.hbs')}: ${sorted(readNames(Handlebars.parse(readFileSync(file, 'utf8')))).join(', ')}`,
    )
    .sort()
  return [`helpers: ${sorted(helpers).join(', ')}`, '', ...templates]
}

function readNames(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(readNames)
  if (typeof node !== 'object' || node === null) return []
  const { type, original, name, ...parts } = node as Record<string, unknown>
  if (type === 'PathExpression') return [String(original)]
  if (type === 'PartialStatement' && (name as { type: string }).type === 'PathExpression') {
    return [`> ${(name as { original: string }).original}`, ...readNames(parts)]
  }
  return readNames([name, ...Object.values(parts)])
}

/** The names that a theme gives to its parts, of the theme that all others extend. */
export function themeNames(): string[] {
  const theme = JSON.parse(readFileSync(join(root, 'themes/official/theme.json'), 'utf8'))
  const layouts: Record<string, { regions: object }> = theme.aspects['16:9'].layouts
  return [
    `colors: ${Object.keys(theme.colors).join(', ')}`,
    `styles: ${Object.keys(theme.styles).join(', ')}`,
    ...Object.entries(layouts).map(([name, { regions }]) => `layout ${name}: ${Object.keys(regions).join(', ')}`),
  ]
}

/** The text of style sheets without pictures and fonts. */
const bareCss = (css: string) => css.replace(/url\([^)]*\)|"[^"]*"/g, '')

const customProperties = (css: string) => [...bareCss(css).matchAll(/--[a-zA-Z][\w-]*/g)].map(([name]) => name)
const styledClasses = (css: string) =>
  [...bareCss(css).matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => unnumbered(name!))

const revealCss = readFileSync(join(root, 'node_modules/reveal.js/dist/reveal.css'), 'utf8')

/** Classes of one declaration, which the renderer numbers: `y132` is `y#`. */
const unnumbered = (name: string) =>
  name.replace(/^([a-z])n?\d+(_\d+)?$/, '$1#').replace(/^(p|ground)-[0-9a-f]+$/, '$1-#')

/** The custom properties, classes and data attributes of built pages and of style sheets, but those that reveal.js brings. */
export function pageNames(pages: readonly string[], sheets: readonly string[]): string[] {
  const slides = pages.map((html) => html.slice(html.indexOf('<main'), html.indexOf('</main>'))).join('\n')
  const inPages = pages.flatMap((html) => [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css]) => css!))
  const css = [...inPages, ...sheets].join('\n')
  const classes = [...slides.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) => names!.split(' '))
  const attributes = [...slides.matchAll(/ (data-[a-z-]+)=/g)].map(([, name]) => name!)
  const own = (names: string[], ofReveal: string[]) => names.filter((name) => !ofReveal.includes(name))
  const list = (title: string, names: Iterable<string>) => [`# ${title}`, ...sorted(names), '']
  return [
    ...list('Custom properties', own(customProperties(css), customProperties(revealCss))),
    ...list('Classes in slides', classes.map(unnumbered)),
    ...list('Classes in style sheets', own(styledClasses(css), styledClasses(revealCss))),
    ...list('Data attributes', attributes),
  ]
}
