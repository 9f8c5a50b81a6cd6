import type { BrowserName, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data/types'
import { browserslist } from '../../../package.json'

/** The oldest browsers that pages support, those of phones included. */
const oldest = browserslist.flatMap((text): [BrowserName, number][] => {
  const [name = '', version = ''] = text.toLowerCase().split(' ')
  const phone = name === 'safari' ? 'safari_ios' : `${name}_android`
  return [name, phone].map((one) => [one as BrowserName, Number(version)])
})

/** Returns those of the oldest browsers that lack a feature: `safari 15.4`. None if the data do not know the feature. */
export function lacking(feature: Identifier | undefined): string[] {
  const support = feature?.__compat?.support
  if (!support) return []
  return oldest.flatMap(([name, version]) => {
    const statements = [support[name] ?? []].flat() as SimpleSupportStatement[]
    return isIn(statements, version) ? [] : [`${name} ${version}`]
  })
}

/** What the data do not know of a browser is taken for supported. */
function isIn(statements: readonly SimpleSupportStatement[], version: number): boolean {
  if (statements.every(({ version_added }) => version_added === null || version_added === undefined)) return true
  return statements.some(({ prefix, alternative_name, flags, version_added, version_removed }) => {
    if (prefix || alternative_name || flags) return false
    return versionOf(version_added) <= version && versionOf(version_removed) > version
  })
}

/** Shape: `≤37` and `15.4` are numbers; `preview` and none are later than all. */
const versionOf = (text: unknown): number =>
  typeof text === 'string' ? Number(text.replace('≤', '')) || Number.POSITIVE_INFINITY : Number.POSITIVE_INFINITY
