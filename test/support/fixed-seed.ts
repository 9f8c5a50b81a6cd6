import fc from 'fast-check'
import { chosenSeed } from './property-runs.ts'

// A run of `npm test` that fails does so again, for everybody. Other seeds are for `npm run verify:properties`.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(chosenSeed ?? 1) })
