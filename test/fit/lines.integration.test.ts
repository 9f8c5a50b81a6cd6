import { faces } from './faces.ts'
import { describeLineCounts } from './line-counts.ts'

// A sample of what `npm run verify:fit` goes through: one weight of each family, fewer sizes and widths.
const sample = faces.filter(({ face }) => !face.italic && face.weight === (face.family === 'Noto Sans' ? 700 : 400))

describeLineCounts(sample, [22, 36], [360, 1120])
