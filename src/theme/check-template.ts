import { limits } from '../model/limits.ts'
import type { AssetProblem } from '../model/problems/asset.ts'
import type { Range } from '../model/source.ts'

/** A problem of a template, and where it is. */
export type TemplateProblem = { problem: AssetProblem; range: Range }

interface Template {
  name: string
  text: string
}

/** Checks what a template may not do: contact a server or leave the page, or nest blocks without an end. */
export function checkTemplate(template: Template): TemplateProblem[] {
  return [...onlineTags(template), ...deepBlock(template)]
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
  // Each `{{else if …}}` is a block inside the one before; all end together.
  const chains: number[] = []
  let depth = 0
  for (const { 0: sign, index } of text.matchAll(/\{\{~?(?:[#/]|else\s+[^\s~}])/g)) {
    if (sign.endsWith('#')) chains.push(1)
    else if (!sign.endsWith('/')) chains.push((chains.pop() ?? 0) + 1)
    depth += sign.endsWith('/') ? -(chains.pop() ?? 0) : 1
    if (depth <= limits.templateDepth) continue
    const range = { start: index, end: index + sign.length }
    return [{ problem: { code: 'theme-template-deep', template: name, limit: limits.templateDepth }, range }]
  }
  return []
}
