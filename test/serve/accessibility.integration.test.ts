import { testServedPages } from './accessible-pages.ts'

// The others are looked at by `npm run verify:themes`.
testServedPages(['kk'])
