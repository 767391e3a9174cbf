/**
 * The first import of every worker: from here on that thread can send nothing anywhere.
 * A worker has its own copies of Node's modules, so the tripwire of the main thread does not reach it.
 */
import { sealWorker } from './tripwire.ts'

sealWorker()
