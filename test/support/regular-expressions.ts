import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'

/** A regular expression of the program, and the place it was found at: a file and line, or the file of a schema. */
export interface Expression {
  source: string
  flags: string
  place: string
}

const root = resolve(import.meta.dirname, '../..')

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .sort()
  .map((file) => {
    const text = readFileSync(join(root, 'src', file), 'utf8')
    return ts.createSourceFile(`src/${file}`, text, ts.ScriptTarget.Latest, true)
  })

/** All different regular expressions of the program. */
export async function expressions(): Promise<Expression[]> {
  const all = [...literals(), ...patterns(), ...(await constructed())]
  return [...new Map(all.map((one) => [nameOf(one), one])).values()]
}

/** An expression on one line, as JavaScript writes it. */
export const nameOf = ({ source, flags }: Expression): string => `/${source.replaceAll('\n', '\\n')}/${flags}`

function* descendants(node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of node.getChildren()) yield* descendants(child)
}

const place = (file: ts.SourceFile, node: ts.Node) =>
  `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`

/** All regular expressions that are written as such. */
function literals(): Expression[] {
  return sources.flatMap((file) =>
    [...descendants(file)].filter(ts.isRegularExpressionLiteral).map((node) => {
      const end = node.text.lastIndexOf('/')
      return { source: node.text.slice(1, end), flags: node.text.slice(end + 1), place: place(file, node) }
    }),
  )
}

/** The places where a regular expression is put together while the program runs, which no test can see. */
export function builtInFunctions(): string[] {
  return constructions().flatMap(({ file, node }) =>
    ts.findAncestor(node, ts.isFunctionLike) ? [place(file, node)] : [],
  )
}

/** All regular expressions that modules put together when they load. */
async function constructed(): Promise<Expression[]> {
  const found: Expression[] = []
  let current = ''
  const original = globalThis.RegExp
  globalThis.RegExp = new Proxy(original, {
    construct(target, args: [string, string?]) {
      const made = new target(...args)
      found.push({ source: made.source, flags: made.flags, place: current })
      return made
    },
  })
  try {
    for (current of new Set(constructions().map(({ file }) => file.fileName))) await import(join(root, current))
  } finally {
    globalThis.RegExp = original
  }
  return found
}

/** The patterns of the schemas, which validators run on the strings of a deck or a theme. */
function patterns(): Expression[] {
  const folder = join(root, 'schemas')
  return readdirSync(folder).flatMap((file) => {
    const found: Expression[] = []
    JSON.parse(readFileSync(join(folder, file), 'utf8'), (key, value) => {
      if (key === 'pattern' && typeof value === 'string')
        found.push({ source: value, flags: 'u', place: `schemas/${file}` })
      return value
    })
    return found
  })
}

function constructions(): { file: ts.SourceFile; node: ts.Node }[] {
  const isConstruction = (node: ts.Node) =>
    (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp'
  return sources.flatMap((file) => [...descendants(file)].filter(isConstruction).map((node) => ({ file, node })))
}
