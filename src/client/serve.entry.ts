import { startServed } from './live/start-served.ts'

void startServed()
