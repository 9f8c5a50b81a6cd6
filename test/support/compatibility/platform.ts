import data from '@mdn/browser-compat-data/forLegacyNode'
import type { Identifier } from '@mdn/browser-compat-data/types'
import { lacking } from './oldest-browsers.ts'

type Features = Record<string, Identifier>

const builtins = data.javascript.builtins as Features
const interfaces: Features = { ...(builtins.Intl as Features), ...builtins, ...data.api }

/**
 * The features of each name: `with` is one of `Array` and of each typed array. Members of interfaces that are newer are left
 * out, since what leads to them is newer too, and static ones, which belong to a name.
 */
const featuresByName = new Map<string, { path: string; feature: Identifier }[]>()

function add(name: string, path: string, feature: Identifier): void {
  const found = featuresByName.get(name) ?? []
  featuresByName.set(name, [...found, { path, feature }])
}

for (const [owner, all] of Object.entries(interfaces)) {
  add(owner, owner, all)
  if (lacking(all).length > 0) continue
  for (const [member, feature] of Object.entries(all)) {
    if (member !== '__compat' && !member.endsWith('_static')) add(member, `${owner}.${member}`, feature as Identifier)
  }
}

/**
 * Returns what is newer than the oldest browsers of everything that has a name: `Array.with (chrome 109)`. Empty if one of
 * its features is not, or if nothing of the browser has this name.
 */
export function newerByName(name: string): string {
  const found = featuresByName.get(name) ?? []
  const newer = found.flatMap(({ path, feature }) => asText(path, lacking(feature)))
  return newer.length === found.length ? newer.slice(0, 2).join(', ') : ''
}

/** Whether the browser has something of this name of its own: `Array`, `navigator` has not. */
export const isInterface = (name: string): boolean => name in interfaces

/** Returns the same of a member of an interface, or of the interface if `name` is null. Mixins are looked up by name. */
export function newerOf(owner: string, name: string | null): string {
  const all = interfaces[owner] as Features | undefined
  // What leads to a member of a newer interface is newer too.
  if (name !== null && all && lacking(all as unknown as Identifier).length > 0) return ''
  const feature = name === null ? (all as unknown as Identifier) : (all?.[name] ?? all?.[`${name}_static`])
  return feature
    ? (asText([owner, name ?? []].flat().join('.'), lacking(feature))[0] ?? '')
    : newerByName(name ?? owner)
}

/** Returns the same of an option of a method: `scrollIntoView.options_container_parameter`. */
export const newerOption = (method: string, option: string): string => {
  const options = (featuresByName.get(method) ?? []).flatMap(({ path, feature }) => {
    const one = (feature as Features)[`options_${option}_parameter`] ?? (feature as Features)[option]
    return one ? [{ path: `${path}(${option})`, one }] : []
  })
  const newer = options.flatMap(({ path, one }) => asText(path, lacking(one)))
  return newer.length === options.length ? newer.slice(0, 2).join(', ') : ''
}

/** Returns the same of an attribute of an element; `element` may be null. */
export function newerAttribute(element: string | null, attribute: string): string {
  const global = data.html.global_attributes as Features
  const own = element === null ? undefined : ((data.html.elements as Features)[element] as Features | undefined)
  return asText(`[${attribute}]`, lacking(own?.[attribute] ?? global[attribute]))[0] ?? ''
}

/** Returns the same of an element. */
export const newerElement = (element: string): string =>
  asText(`<${element}>`, lacking((data.html.elements as Features)[element]))[0] ?? ''

const parts = data.javascript.regular_expressions as Features
const newerSyntax: [RegExp, string][] = [
  [/\(\?<[=!]/, 'lookbehind_assertion'],
  [/\(\?<\w/, 'named_capturing_group'],
  [/\(\?[ims-]+:/, 'modifiers'],
]

/** Returns the same of the syntax of a regular expression. */
export const newerExpression = (source: string): string =>
  newerSyntax
    .filter(([sign]) => sign.test(source))
    .flatMap(([, name]) => asText(name, lacking(parts[name])))
    .join(', ')

const asText = (path: string, browsers: readonly string[]): string[] =>
  browsers.length === 0 ? [] : [`${path} (not in ${browsers.join(', ')})`]
