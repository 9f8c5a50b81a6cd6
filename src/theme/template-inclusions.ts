import Handlebars from 'handlebars'
import { partials as builtIn } from '#generated/template-partials.js'
import { nearestName } from '../model/nearest-name.ts'
import type { Range } from '../model/source.ts'
import type { TemplateProblem } from './check-template.ts'

interface Template {
  name: string
  text: string
}

/** A place where a template includes another by its name. */
interface Inclusion {
  name: string
  range: Range
  /** Whether it has a text of its own for a template that does not exist. */
  optional: boolean
  /** The part of the template in which it stands, `{{#*inline "owner"}}`; else the template. */
  owner: string
}

/** A statement to look at, and the part of the template in which it stands, with what that includes. */
interface Inside {
  statement: Statement
  owner: string
  own: Inclusion[]
}

/** A template as others see it: a file, or a part that a template defines for itself (`{{#*inline}}`). */
interface Node {
  inclusions: readonly Inclusion[]
}

/** A node of the syntax tree of Handlebars, of which only some have each part. */
interface Statement {
  type: string
  body?: Statement[]
  program?: Statement
  inverse?: Statement
  name?: { original?: unknown }
  path?: { original?: unknown }
  params?: { value?: unknown; original?: unknown }[]
  loc: { start: Position; end: Position }
}

/** Units: lines from 1, columns from 0. */
interface Position {
  line: number
  column: number
}

/**
 * Checks what the templates of a theme include: templates that do not exist, and templates that include themselves,
 * directly, through each other or through those of Korme. Names that are only known when the page is made are left out.
 * A template that cannot be parsed includes nothing. Shape: problems by the name of the template.
 */
export function checkInclusions(templates: readonly Template[]): Map<string, TemplateProblem[]> {
  const nodes = new Map<string, Node[]>()
  const add = (name: string, inclusions: readonly Inclusion[]) =>
    nodes.set(name, [...(nodes.get(name) ?? []), { inclusions }])
  const own = new Map(templates.map((template) => [template.name, readInclusions(template, add)]))
  for (const [name, inclusions] of own) add(name, inclusions)
  for (const [name, included] of Object.entries(builtIn)) {
    if (!own.has(name))
      add(
        name,
        included.map((one) => ({ name: one, range: { start: 0, end: 0 }, optional: false, owner: name })),
      )
  }
  const known = [...nodes.keys()]
  const problemOf = (template: string, { name, optional, owner, range }: Inclusion): TemplateProblem[] => {
    if (!nodes.has(name) && !optional) {
      const problem = { code: 'theme-template-unknown', template, name, nearest: nearestName(name, known) } as const
      return [{ problem, range }]
    }
    return reaches(name, owner, nodes) || reaches(name, template, nodes)
      ? [{ problem: { code: 'theme-template-circle', template }, range }]
      : []
  }
  return new Map([...own].map(([template, all]) => [template, all.flatMap((one) => problemOf(template, one))]))
}

/** Whether a template is another or includes it, directly or through others. */
function reaches(from: string, to: string, nodes: ReadonlyMap<string, readonly Node[]>): boolean {
  const seen = new Set([from])
  for (const name of seen) {
    if (name === to) return true
    for (const { inclusions } of nodes.get(name) ?? []) for (const next of inclusions) seen.add(next.name)
  }
  return false
}

/** Returns what a template includes, in its parts as well. `addPart` gets the parts that it defines for itself. */
function readInclusions(
  { name: template, text }: Template,
  addPart: (name: string, inclusions: Inclusion[]) => void,
): Inclusion[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const offsetOf = ({ line, column }: Position) => (starts[line - 1] ?? 0) + column
  const inclusions: Inclusion[] = []
  // Not recursive: a chain of `{{else if}}` can be as deep as the file is long.
  const queue: Inside[] = [{ statement: parse(text), owner: template, own: [] }]
  for (const { statement, owner, own } of queue) {
    const { body = [], inverse, loc, name, params, path, program, type } = statement
    let inside = { owner, own }
    if (type.startsWith('Partial') && typeof name?.original === 'string' && !name.original.startsWith('@')) {
      const range = { start: offsetOf(loc.start), end: offsetOf(loc.end) }
      const inclusion = { name: name.original, range, optional: type === 'PartialBlockStatement', owner }
      inclusions.push(inclusion)
      own.push(inclusion)
    }
    if (type === 'DecoratorBlock' && path?.original === 'inline') {
      inside = { owner: String(params?.[0]?.value ?? params?.[0]?.original ?? ''), own: [] }
      addPart(inside.owner, inside.own)
    }
    for (const below of [...body, program, inverse]) if (below) queue.push({ statement: below, ...inside })
  }
  return inclusions
}

function parse(text: string): Statement {
  try {
    return Handlebars.parse(text) as unknown as Statement
  } catch {
    const nowhere = { line: 1, column: 0 }
    return { type: 'Program', loc: { start: nowhere, end: nowhere } } // `precompileTemplate` says why
  }
}
