import { expect, test } from 'vitest'
import { cspHash, pagePolicy } from '../../src/render/csp.ts'

test('a policy allows the scripts and styles of the page by their hashes, and nothing else', () => {
  expect(cspHash('')).toBe("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='")
  const policy = pagePolicy({ scripts: ['a'], styles: ['b', 'c'] })
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+' 'sha256-[^']+';/)
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(pagePolicy({ scripts: [], styles: [] })).toContain("script-src 'none'")
})
