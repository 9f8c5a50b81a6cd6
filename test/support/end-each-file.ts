import { afterAll } from 'vitest'
import { endFile } from './end-of-file.ts'

// A set-up file is run for each test file, so this hook is there for all of them.
afterAll(endFile)
