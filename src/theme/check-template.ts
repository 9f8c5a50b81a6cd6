import { limits } from '../model/limits.ts'
import type { AssetProblem } from '../model/problems/asset.ts'
import type { Range } from '../model/source.ts'

/** A problem of a template, and where it is. */
export type TemplateProblem = { problem: AssetProblem; range: Range }

interface Template {
  name: string
  text: string
}

/**
 * Checks what a template may not do: contact a server or leave the page, include itself, or nest blocks without an end.
 * `all` are the templates of the theme, by which a template can include itself indirectly.
 */
export function checkTemplate(template: Template, all: readonly Template[]): TemplateProblem[] {
  return [...onlineTags(template), ...deepBlock(template), ...circle(template, all)]
}

function onlineTags({ name, text }: Template): TemplateProblem[] {
  return [...text.matchAll(/<(?:meta|link|base)\b[^<>]*>?/gi)]
    .filter(([tag]) => isOnline(tag))
    .map(({ 0: tag, index }) => ({
      problem: { code: 'theme-template-online', template: name, tag: tag.slice(0, 80) },
      range: { start: index, end: index + tag.length },
    }))
}

/** Whether an element contacts a server or leaves the page, which the page's Content Security Policy does not prevent. */
function isOnline(tag: string): boolean {
  if (/^<meta/i.test(tag))
    return /\bhttp-equiv\b/i.test(tag) && !/\bhttp-equiv\s*=\s*["']?content-security-policy\b/i.test(tag)
  return (
    /\b(?:preconnect|dns-prefetch|prefetch|preload|modulepreload|prerender)\b/i.test(tag) ||
    /[a-z]:\/\/|["'=]\/\//i.test(tag)
  )
}

function deepBlock({ name, text }: Template): TemplateProblem[] {
  let depth = 0
  for (const { 0: sign, index } of text.matchAll(/\{\{~?[#/]/g)) {
    depth += sign.endsWith('#') ? 1 : -1
    if (depth <= limits.templateDepth) continue
    const range = { start: index, end: index + sign.length }
    return [{ problem: { code: 'theme-template-deep', template: name, limit: limits.templateDepth }, range }]
  }
  return []
}

function circle(template: Template, all: readonly Template[]): TemplateProblem[] {
  const first = inclusions(template).find(({ name }) => reaches(name, template.name, all))
  return first ? [{ problem: { code: 'theme-template-circle', template: template.name }, range: first.range }] : []
}

/** Whether a template is another or includes it, directly or through others. */
function reaches(from: string, to: string, all: readonly Template[]): boolean {
  const seen = new Set([from])
  for (const name of seen) {
    if (name === to) return true
    for (const one of all) if (one.name === name) for (const next of inclusions(one)) seen.add(next.name)
  }
  return false
}

const inclusions = ({ text }: Template): { name: string; range: Range }[] =>
  [...text.matchAll(/\{\{~?#?>\s*["']?([\w-]+)/g)].map(({ 0: written, 1: name, index }) => ({
    name: name!,
    range: { start: index, end: index + written.length },
  }))
