import data from '@mdn/browser-compat-data/forLegacyNode'
import type { Identifier } from '@mdn/browser-compat-data/types'
import { type CssNode, generate, parse, type WalkContext, walk } from 'css-tree'
import { lacking } from './oldest-browsers.ts'

type Features = Record<string, Identifier>

const properties = data.css.properties as Features
const selectors = data.css.selectors as Features
const types = data.css.types as Features
const atRules = data.css['at-rules'] as Features
const media = atRules.media as unknown as Features

/** Units of the data have names of their own. */
const units: Record<string, string> = {
  ...Object.fromEntries(['dvh', 'dvw', 'dvmin', 'dvmax'].map((unit) => [unit, 'viewport_percentage_units_dynamic'])),
  ...Object.fromEntries(['lvh', 'lvw', 'lvmin', 'lvmax'].map((unit) => [unit, 'viewport_percentage_units_large'])),
  ...Object.fromEntries(['svh', 'svw', 'svmin', 'svmax'].map((unit) => [unit, 'viewport_percentage_units_small'])),
}

/**
 * Returns what a style sheet uses that is newer than the oldest browsers, with the selector: `.a { :has() }`. A declaration
 * is left out if its rule has another one of the same property, and what is inside `@supports`.
 */
export function newerInStyles(css: string): string[] {
  const found = new Set<string>()
  const add = (where: string, what: string, feature: Identifier | undefined) => {
    const browsers = lacking(feature)
    if (browsers.length > 0) found.add(`${what} in ${where} (not in ${browsers.join(', ')})`)
  }
  walk(parse(css, { parseCustomProperty: true }), {
    enter(this: WalkContext, node: CssNode) {
      if (this.atrule?.name === 'supports' && node !== this.atrule) return
      const where = this.rule ? generate(this.rule.prelude) : this.atrule ? `@${this.atrule.name}` : 'the style sheet'
      const property = node.type === 'Declaration' ? node.property : (this.declaration?.property ?? '')
      if (property.startsWith('-') || hasFallback(property, this.block)) return
      for (const [what, feature] of featuresOf(node, property)) add(where, what, feature)
    },
  })
  return [...found]
}

/** What a node uses, by its name. `property` is the one of the declaration around it. */
function featuresOf(node: CssNode, property: string): [string, Identifier | undefined][] {
  const own = properties[property] as Features | undefined
  if (node.type === 'PseudoClassSelector') return [[`:${node.name}`, selectors[node.name]]]
  if (node.type === 'PseudoElementSelector') return [[`::${node.name}`, selectors[node.name]]]
  if (node.type === 'NestingSelector') return [['&', selectors.nesting]]
  if (node.type === 'Declaration') return [[node.property, properties[node.property]]]
  if (node.type === 'Function') return [[`${node.name}()`, own?.[node.name] ?? typeNamed(node.name)]]
  if (node.type === 'Identifier' && own) return [[`${property}: ${node.name}`, own[node.name]]]
  if (node.type === 'Dimension' && units[node.unit]) {
    return [[node.unit, (types.length as unknown as Features)[units[node.unit] ?? '']]]
  }
  if (node.type === 'Atrule') return [[`@${node.name}`, atRules[node.name]]]
  if (node.type === 'Feature') return [[`@media (${node.name})`, media[node.name.replace(/^(?:min|max)-/, '')]]]
  return node.type === 'FeatureRange' ? [['@media (a < b)', media.range_syntax]] : []
}

/** A function, wherever the data have it: `color-mix` is below `color`. */
const typeNamed = (name: string): Identifier | undefined =>
  types[name] ?? (Object.values(types).find((type) => name in type) as Features | undefined)?.[name]

const bare = (property: string) => property.replace(/^-(?:webkit|moz)-/, '')

/** Whether a block has a second declaration of a property, perhaps with the prefix of a browser. */
function hasFallback(property: string, block: CssNode | null): boolean {
  if (block?.type !== 'Block') return false
  const same = block.children.filter((one) => one.type === 'Declaration' && bare(one.property) === bare(property))
  return same.size > 1
}
