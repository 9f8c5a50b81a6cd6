import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AtomicCss } from '../../src/render/atomic-css.ts'

test('equal declarations share one class, which the style sheet defines once', () => {
  const atoms = new AtomicCss()
  expect([atoms.of('y', 132), atoms.of('y', 132), atoms.of('y', -8), atoms.of('k', -12.5)]).toEqual([
    'y132',
    'y132',
    'yn8',
    'kn12_5',
  ])
  expect(atoms.css().split('\n').sort()).toEqual([
    '.kn12_5{letter-spacing:-0.0125em}',
    '.y132{top:132px}',
    '.yn8{top:-8px}',
  ])
})

test('the style sheet does not depend on the order in which slides are rendered', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2000, max: 2000 })), (values) => {
      const [forth, back] = [new AtomicCss(), new AtomicCss()]
      for (const value of values) forth.of('x', value)
      for (const value of [...values].reverse()) back.of('x', value)
      expect(forth.css()).toBe(back.css())
    }),
  )
})
