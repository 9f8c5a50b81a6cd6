import { testServedPages } from '../serve/accessible-pages.ts'

testServedPages(['ru', 'en'])
