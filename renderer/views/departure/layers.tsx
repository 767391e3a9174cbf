/** The picture of each layer that can hold something back; its word stands in strings.ts. */
import { Clock, CircleHelp, Cpu, Gavel, Hand, LockKeyhole, ScanSearch } from 'lucide-react'
import type { Layer } from '../../../shared/departure.ts'

export const layerIcons = { vault: LockKeyhole, detector: ScanSearch, time: Clock, 'unknown-word': CircleHelp, model: Cpu, you: Hand, rule: Gavel } as const satisfies Record<Layer, unknown>
