import { faces } from '../fit/faces.ts'
import { describeLineCounts } from '../fit/line-counts.ts'

const upright = faces.filter(({ face }) => !face.italic && face.weight !== 600)

describeLineCounts(upright, [18, 22, 26, 30, 34, 40, 48, 56], [300, 420, 560, 720, 900, 1120])
