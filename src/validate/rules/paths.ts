import type { Found } from '../../model/diagnostic.ts'
import { isPlaceholder } from '../../model/placeholder.ts'
import type { ValidateProblem } from '../../model/problems/validate.ts'
import type { Range } from '../../model/source.ts'
import type { PlacedValue } from '../conform.ts'
import { shortened } from '../value.ts'

const control = /[\u0000-\u001F\u007F]/
const color = /^\s*#/

/** Paths and addresses that can lead nowhere, whatever lies on the disk. */
export function paths(values: readonly PlacedValue[]): Found<ValidateProblem>[] {
  return values.flatMap(({ node, names }) => {
    if (node.type !== 'string' || node.value.trim() === '') return []
    const problem = problemOf(node.value, names)
    return problem ? [atPlace(problem, node.range)] : []
  })
}

function problemOf(value: string, names: readonly string[]): ValidateProblem | null {
  const path = shortened(value)
  const isPicture = names.includes('picturePath') || (names.includes('background') && !color.test(value))
  if (isPicture && isPlaceholder(value)) return { code: 'image-placeholder', path }
  if (names.includes('videoSource') && isPlaceholder(value)) return { code: 'video-placeholder', path }
  if (names.includes('mapQuery') && isPlaceholder(value)) return { code: 'map-placeholder', place: path }
  const isPath = isPicture || names.includes('videoSource') || names.includes('filePath')
  return isPath && control.test(value) ? { code: 'path-control-character', path } : null
}

const atPlace = (problem: ValidateProblem, range: Range): Found<ValidateProblem> => ({
  ...problem,
  severity: 'warning',
  range,
})
