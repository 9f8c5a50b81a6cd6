import type { Diagnostic } from '../../model/diagnostic.ts'
import { excerpt } from '../../model/excerpt.ts'
import { isPlaceholder } from '../../model/placeholder.ts'
import type { ValidateProblem } from '../../model/problems/validate.ts'
import type { Range } from '../../model/source.ts'
import type { FieldValue } from '../conform.ts'
import type { Definition } from '../schema.ts'

const control = /[\u0000-\u001F\u007F]/
const color = /^\s*#/

/** Reports paths and addresses that cannot be valid, whatever files exist. */
export function checkPaths(values: readonly FieldValue[]): Diagnostic<ValidateProblem>[] {
  return values.flatMap(({ node, names }) => {
    if (node.type !== 'string' || node.value.trim() === '') return []
    const problem = problemOf(node.value, names)
    return problem ? [warningAt(problem, node.range)] : []
  })
}

function problemOf(value: string, names: readonly Definition[]): ValidateProblem | null {
  const isPicture = names.includes('picturePath') || (names.includes('background') && !color.test(value))
  const isVideo = names.includes('videoSource')
  const isPlace = names.includes('mapQuery')
  if ((isPicture || isVideo || isPlace) && isPlaceholder(value)) {
    const path = excerpt(value)
    if (isPicture) return { code: 'image-placeholder', path }
    return isVideo ? { code: 'video-placeholder', path } : { code: 'map-placeholder', place: path }
  }
  const isPath = isPicture || isVideo || names.includes('filePath')
  return isPath && control.test(value) ? { code: 'path-control-character', path: excerpt(value) } : null
}

const warningAt = (problem: ValidateProblem, range: Range): Diagnostic<ValidateProblem> => ({
  ...problem,
  severity: 'warning',
  range,
})
